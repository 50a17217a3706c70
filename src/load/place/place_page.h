/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PLACE_PAGE_H
#define LOAD_PLACE_PLACE_PAGE_H

#include "load/place/indent.h"
#include "load/place/page_chars.h"
#include "load/place/place_bounds.h"
#include "load/place/placement.h"
#include "load/place/running_lines.h"

#include <stdbool.h>
#include <stddef.h>

/* What the pages of an issue that were placed tell of the next.  Zero to begin with. */
struct place_memory {
	struct indent_counts indents;
	struct running_lines running;
};

/*
 * Places a page: its characters, which are cleaned, become lines in reading order and
 * articles; a page that is a scan with hidden text by scan_chars.h, any other by place.
 * *placement need not be initialised, and is for the caller to release.  Each character of
 * a clean page is in exactly one line.  `memory` is of the pages before, and then of this
 * one as well.  `bounds`, of lines of the placing, hold as far as they do not contradict
 * each other, and on no scan; NULL: there are none.
 */
void place_page(struct placement *placement, struct page_chars *chars,
                struct place_memory *memory,
                const struct place_bounds *bounds);

/* The same in steps, without bounds.  `chars` and `memory` are borrowed until
 * page_placer_free(). */
struct page_placer;
struct page_placer *page_placer_new(struct page_chars *chars,
                                    struct place_memory *memory);
void page_placer_free(struct page_placer *placer); /* NULL is nothing */

/* Does the next step, and adds to *work how many characters and shapes it may have passed:
 * no step passes those of the page more often than a few times.  False: that was the last. */
bool page_placer_step(struct page_placer *placer, size_t *work);

/* What came out, once all steps are done; for the caller to release. */
void page_placer_take(struct page_placer *placer, struct placement *placement);

#endif
