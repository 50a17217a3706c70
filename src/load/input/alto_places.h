/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_ALTO_PLACES_H
#define LOAD_INPUT_ALTO_PLACES_H

#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/xml.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The places of an ALTO file: the sizes of its pages, the boxes of its lines, its pictures
 * and rules, in points.
 *
 * MeasurementUnit says what a number is: a tenth of a millimetre (mm10), a 1200th of an
 * inch (inch1200), or a pixel, of which the settings of the OCR may say how many an inch
 * has ("dpi: 400"), else ALTO_DPI.  The box of a line is its own, else that around its
 * Strings.  The size of type is FONTSIZE of the style that most of its bytes have, unless
 * that is far from the height of the line, as it often is in files made by OCR.  A line
 * that is more than twice as high as wide and says no ROTATION runs down the page where it
 * has CJK characters.
 */

#define ALTO_DPI 300.

struct alto_page {
	float width_pt, height_pt; /* 0: not known */
};

/* A mark, and the ordinal (from 1) of the page it is on. */
struct alto_mark {
	struct page_mark mark;
	size_t page;
};

/* The attributes of a String that are read, each perhaps empty. */
enum alto_attribute {
	ALTO_ID,
	ALTO_CONTENT,
	ALTO_HPOS,
	ALTO_VPOS,
	ALTO_WIDTH,
	ALTO_HEIGHT,
	ALTO_SUBS_TYPE,
	ALTO_SUBS_CONTENT,
	ALTO_STYLE,
	ALTO_STYLEREFS,
	ALTO_WC,
	ALTO_ATTRIBUTES
};

struct alto_style;

/* A style that bytes of a line have, and how many more have it than another. */
struct alto_vote {
	const struct alto_style *style;
	size_t bytes;
};

struct alto_places {
	struct alto_page *pages; /* owned */
	size_t page_count, page_cap;
	struct alto_mark *marks; /* owned */
	size_t mark_count, mark_cap;

	/* While the file is read. */
	struct arena *arena; /* borrowed */
	double unit_pt;      /* of one unit of the file */
	bool in_pixels;
	struct buf text;           /* owned; of an element of Description */
	bool keeps_text;           /* such an element is open */
	struct alto_style *styles; /* owned; by id, from the first page on */
	size_t style_count, style_cap;
	double stated_width_pt, stated_height_pt; /* of the open page */
	const struct alto_style *block_style;     /* or NULL */
	/* The line that is open: its box, and that around its Strings. */
	struct line_box line, strings;
	const struct alto_style *line_style; /* or NULL */
	struct alto_vote vote;
	size_t bytes, bold_bytes;
	bool has_cjk;
};

/* `arena` keeps the names of styles and outlives `places`. */
void alto_places_init(struct alto_places *places, struct arena *arena);
void alto_places_release(struct alto_places *places);

/* Takes the beginning, the text or the end of an element that is not in a TextLine. */
void alto_places_begin(struct alto_places *places,
                       const struct xml_element *element);
void alto_places_text(struct alto_places *places, struct str text);
void alto_places_end(struct alto_places *places);

/* Takes the beginning of a TextLine, a String in it, or its end, which returns its box as
 * the file has it, unchecked.  A line without a place has a box of width 0. */
void alto_places_begin_line(struct alto_places *places,
                            const struct xml_element *element);
void alto_places_add_string(struct alto_places *places,
                            const struct str attributes[ALTO_ATTRIBUTES]);
struct line_box alto_places_end_line(struct alto_places *places);

#endif
