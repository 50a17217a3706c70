/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_CITE_H
#define ISSUE_CITE_H

#include "issue/issue.h"

/* The place of a printed line in the form of citations: 第1版 第3栏 第12行. */
struct cite {
	size_t page;   /* number of the page */
	size_t column; /* number of the column of text on the page, in the order
	                  of the input, from 1; 0: the line is in no column (a
	                  headline, furniture) */
	size_t row;    /* number of the line in its column, from 1, without
	                  counting blank lines; 0: as above */
};

/* The place of the line with index `line` of the issue. */
struct cite cite_line(const struct issue *issue, size_t line);

#endif
