/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_CITE_H
#define ISSUE_CITE_H

#include "issue/issue.h"

/*
 * The place of a printed line in the form of citations: 第1版 第3栏 第12行.
 *
 * Where the page has true places a column is one of the page: of the columns about as wide
 * as the line's, those that end before it begins come before it, from left to right; where
 * lines run down, from top to bottom.  Its lines are counted from the head of the page.
 * Else a column is one of a block, in the order of the input.
 */
struct cite {
	size_t page;   /* number of the page */
	size_t column; /* number of the column of text on the page, from 1; 0: the
	                  line is in no column (a headline, furniture) */
	size_t row;    /* number of the line in its column, from 1, without
	                  counting blank lines and headlines; 0: as above */
};

/* The place of the line with index `line` of the issue. */
struct cite cite_line(const struct issue *issue, size_t line);

#endif
