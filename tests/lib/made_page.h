/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_MADE_PAGE_H
#define TESTS_MADE_PAGE_H

#include "issue/issue.h"

struct sheet;

/* A page made by hand, for the tests of layouts; without the loader. */

/* A line of the page.  Lines of one article follow each other, and its headline
 * first; furniture (article NPOS) is last. */
struct made_line {
	size_t article;
	enum role role;
	size_t block;  /* from 1 on; 0: in no block */
	size_t column; /* of its block, from 0 on */
	const char *
		text; /* "+…": goes on with the passage of the line before, whose
	                * hyphen at its end goes */
};

/* The issue of these lines, which ends the test if it does not validate.  Blocks are
 * as wide as their widest line, which has no indent; a block of headline, quote or
 * text is told by the role of its first line.  Free with issue_free(). */
struct issue *made_page(const struct made_line *lines, size_t count);

/* Ends the test, with both texts, unless `sheet` looks like `want` (dump_sheet()). */
void check_sheet(const char *what, const struct sheet *sheet, const char *want);

#endif
