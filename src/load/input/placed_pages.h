/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_PLACED_PAGES_H
#define LOAD_INPUT_PLACED_PAGES_H

#include "load/place/page_chars.h"

#include <stdbool.h>
#include <stddef.h>

struct line_sink;
struct page_placer;
struct placed_from;

/* What may be odd of a page. */
enum page_oddity {
	PAGE_LOST,       /* damaged: nothing can be read */
	PAGE_DAMAGED,    /* a part of it can be read */
	PAGE_CUT,        /* it holds more than is read of a page */
	PAGE_PICTURE,    /* it is a picture, without text */
	PAGE_UNNAMED,    /* its fonts do not say their characters */
	PAGE_SCANNED,    /* its text was recognised by a program */
	PAGE_MADE_PLAIN, /* its characters had other forms */
	PAGE_ODDITIES
};

#define ODD_PAGES_NAMED 5

/* The pages of a file that gives characters with their places; all zero but for `sink` to
 * begin with.  placed_pages_release() at any time. */
struct placed_pages {
	struct line_sink *sink; /* borrowed */
	size_t count;           /* pages added so far, to the issue */
	struct {
		size_t count;
		size_t first[ODD_PAGES_NAMED]; /* of the issue, from 1 */
	} odd[PAGE_ODDITIES];
	/* Private: the page that is being placed, if there is a placer, and the one
	 * that stood at its right on one sheet. */
	struct page_placer *placer;
	struct placed_from *from; /* owned; as in struct page_placement */
	struct page_chars page, right;
	bool has_right, is_right; /* there is one; `page` is one */
};

void placed_pages_release(struct placed_pages *pages);

/* Takes the page over, which placed_pages_step() places and adds to the issue: its lines in
 * reading order, its size, boxes and marks; the placement is kept in the sink.  A page that
 * lies on its side is turned, and two pages on one sheet are cut apart.  No other page may
 * be added before all its steps are done. */
void placed_pages_add(struct placed_pages *pages, struct page_chars *page);

/* Places for some ten milliseconds; false: nothing is left to place. */
bool placed_pages_step(struct placed_pages *pages);

/* Adds a page that could not be read. */
void placed_pages_add_lost(struct placed_pages *pages);

/* Notes that page `page` of the issue (from 1) has this oddity. */
void placed_pages_note(struct placed_pages *pages, enum page_oddity oddity,
                       size_t page);

/* Ends the file: adds a diagnostic for each kind of oddity that was noted. */
void placed_pages_end(struct placed_pages *pages);

#endif
