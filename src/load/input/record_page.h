/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_RECORD_PAGE_H
#define LOAD_INPUT_RECORD_PAGE_H

#include "load/input/record.h"
#include "load/input/record_char.h"
#include "load/input/record_faces.h"
#include "load/place/page_chars.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The records of one page: its characters, shapes and pixels (records.h).  A page has at
 * most RECORDS_CHARS characters and RECORDS_SHAPES shapes; RECORDS_PICTURES pictures of it
 * have pixels, if they are wanted, and rows of pixels that do not come are white.
 */

#define RECORDS_CHARS    200000
#define RECORDS_SHAPES   20000
#define RECORDS_PICTURES 64

/* The page that is open, and what holds for its next records.  All zero to begin with, but
 * for `faces`. */
struct record_page {
	struct page_chars page;
	struct record_faces faces; /* of the document */
	bool wants_pixels;
	/* Of the next characters. */
	size_t font;
	float size_pt;
	uint32_t rgb;
	int32_t render;
	bool has_space;
	/* The picture (a shape) whose pixels may come, or NPOS; and those that come,
	 * up to `pixel_row`, or NULL. */
	size_t picture, pixel_count;
	struct pixels *pixels;
	int pixel_row;
	/* The last character was a soft hyphen, which is added when it turns out to
	 * be drawn. */
	bool has_soft_hyphen;
	struct char_place soft_hyphen_place;
	struct page_char soft_hyphen;
};

/* A new page, without a size. */
void record_page_begin(struct record_page *open);

/* A record of the page; one that is not known, or of a page without a size, is passed
 * over. */
void record_page_read(struct record_page *open, const struct record *record);

/* A font, which may come outside of pages. */
void record_page_read_font(struct record_page *open,
                           const struct record *record);

/* The page has all its records. */
void record_page_end(struct record_page *open);

#endif
