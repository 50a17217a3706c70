/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_ASIDE_RUNNING_HEADS_H
#define LOAD_ASIDE_RUNNING_HEADS_H

#include "issue/issue.h"
#include "load/lines/printed_line.h"

#include <stddef.h>

/*
 * Running heads and feet, the furniture of a page: name of the paper, date, page
 * number and section, editors and telephone numbers.  They stand in the first
 * eight and the last six lines of a page; lines of editors, lines with date, page
 * number and more, and what heads an index count wherever they stand.
 *
 * A line is furniture if each of its words is a cue of it (cues.h), but for a
 * short word or two beside a page number or a date (要闻, 文化).
 */

/* What the furniture of a page says about the page and the issue. */
struct running_heads {
	size_t number;    /* of the page; 0: not said */
	struct str label; /* of the page, "第2版", "A06"; empty: not said */
	struct str paper; /* name of the paper; empty: not said */
	size_t year, month, day; /* of the issue; year 0: not said */
};

/* Sets the furniture of a page aside, each line as a unit, and reads it.  The
 * texts are borrowed from the lines. */
void running_heads_find(struct running_heads *heads,
                        struct printed_lines *lines);

/* Reads the lines that are set aside as furniture.  The texts are borrowed from the
 * lines. */
void running_heads_read(struct running_heads *heads,
                        const struct printed_lines *lines);

/* Reads the furniture in the first and last lines of page `page` of an issue
 * only, before that page is structured.  The texts are borrowed from the issue. */
void running_heads_peek(struct running_heads *heads, const struct issue *issue,
                        size_t page);

/* The role of a line of furniture in the issue. */
enum role running_head_role(struct str line);

#endif
