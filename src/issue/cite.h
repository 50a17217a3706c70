/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_CITE_H
#define ISSUE_CITE_H

#include "issue/issue.h"

/* Where a line was printed, as one cites it: 第1版 第3栏 第12行. */
struct cite {
	size_t page;   /* its number */
	size_t column; /* among the columns of text of the page, in the order of
	                  the input, from 1; 0: in none (a head, furniture) */
	size_t row;    /* of that column, from 1; blank lines are not counted */
};

/* Of line `line` (index) of the issue. */
struct cite cite_line(const struct issue *issue, size_t line);

#endif
