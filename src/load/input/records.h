/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_RECORDS_H
#define LOAD_INPUT_RECORDS_H

#include "base/str.h"
#include "load/input/record_page.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The records of baolan-pdf(1), version 1, become pages of characters and shapes.
 *
 * Bytes are fed as they come, and a page is given when the next one begins or no more
 * bytes come.  Any bytes may come: records that are not known are passed over, and so
 * are those whose numbers are out of range; a document has RECORDS_PAGES pages at most, and
 * record_page.h has the limits of a page.
 *
 * Characters without width and control characters are dropped.  A soft hyphen is a hyphen
 * where it is drawn: with the next character at its place it only says where the word may
 * be divided, and is dropped.  White space is a fact of the character behind it.  Characters are given in their plain form
 * (text/plain_form.h), ligatures of Latin as their letters.
 */

#define RECORDS_PAGES 20000

struct records {
	/* What the document is.  Locked: its author wants no text to be copied.
	 * Cut: it is larger than what is read of one.  Whole: its end has come. */
	bool is_encrypted, is_damaged, is_locked, is_cut, is_whole;
	bool is_other;     /* they are no records, or of another version */
	size_t page_total; /* as the document says; 0: not known yet */

	/* Private. */
	struct buf bytes; /* fed, and not yet read from `at` on */
	size_t at;
	bool is_over;     /* no more bytes come */
	bool has_begun;   /* the first record has been read */
	bool is_too_long; /* the rest of the line is passed over */
	size_t pages;     /* begun so far */
	bool has_page;    /* one is open */
	struct record_page open;
};

void records_init(struct records *records);
void records_release(struct records *records);

/* Also reads the pixels of pictures from now on. */
void records_want_pixels(struct records *records);

void records_feed(struct records *records, struct str bytes);
void records_end(struct records *records); /* no more bytes come */

/* The next page, which the caller releases; *page need not be initialised.  False: it is
 * not whole yet, or, behind records_end(), there is none. */
bool records_next_page(struct records *records, struct page_chars *page);

/* Does a file begin as records do? */
bool records_sniff(struct str head);

#endif
