/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_ASIDE_RUNNING_HEADS_H
#define LOAD_ASIDE_RUNNING_HEADS_H

#include "issue/issue.h"
#include "load/lines/printed_line.h"

#include <stddef.h>

/*
 * The furniture of a page: name of the paper, date, page number and section,
 * editors and telephone numbers, in the lines at its head and foot; and lines of
 * editors and dates wherever they stand.  A line is furniture when all its words are (cues.h), save a short one beside the page
 * number or the date (要闻, 文化).
 */

/* What the furniture of a page says about it and about the issue. */
struct running_heads {
	size_t number;           /* of the page, 0: not said */
	struct str label;        /* "第2版", "A06"; empty: not said */
	struct str paper;        /* its name; empty: not said */
	size_t year, month, day; /* of the issue, 0: not said */
};

/* Sets the lines that are furniture aside, each as a group of its own. */
void running_heads_find(struct running_heads *edges,
                        struct printed_lines *lines);

/* The same from the first and the last lines of page `page` alone: what it
 * says, before the page is read. */
void running_heads_peek(struct running_heads *edges, const struct issue *issue,
                        size_t page);

/* The role of a line of furniture. */
enum role running_head_role(struct str line);

#endif
