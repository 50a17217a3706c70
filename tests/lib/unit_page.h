/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_LIB_UNIT_PAGE_H
#define TESTS_LIB_UNIT_PAGE_H

#include "load/segment/text_runs.h"
#include "load/segment/units.h"

struct issue;

/*
 * A page of labelled lines, for tests of segmentation that do not depend on how lines are
 * labelled.  Each line of the notation is a letter, a column width in em where that is not
 * 12, a space and the text:
 *
 *   F M L  first, middle, last line of a paragraph    P  paragraph of one line
 *   G greeting   S signature   C closing   D date     V  verse
 *   H head       I head inside a paragraph            B  byline   J  jump
 *   q quote aside   c caption aside   f furniture     d  drop cap
 *
 * An empty line is a blank line.  Lines aside of one kind that follow each other are
 * one unit.
 */
struct unit_page {
	struct buf text; /* owned, as is all below */
	struct issue *issue;
	struct printed_lines lines;
	struct flow flow;
	struct labelled *labels;
	struct units units;
	struct text_runs text_runs;
};

/* A notation that is wrong ends the test. */
void unit_page_init(struct unit_page *page, const char *notation);
void unit_page_release(struct unit_page *page);

/* Appends the texts of units, with "/" between them; "-" for none. */
void unit_page_add_list(struct buf *out, const struct unit_page *page,
                        const struct list *units);

/* Ends the test if `got` is not `want`, with both and the page. */
void unit_page_expect(const char *notation, const struct buf *got,
                      const char *want);

#endif
