/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PAGE_CHARS_H
#define LOAD_PLACE_PAGE_CHARS_H

#include "base/mem.h"
#include "base/str.h"
#include "issue/picture.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The characters and shapes of one printed page, each with its place, as the file of the
 * page gives them: nothing is known yet of lines, columns or articles.
 *
 * Lengths are points (1/72 inch).  The origin is the top left corner of the page as it is
 * shown; x grows to the right, y downwards.
 */

/* A rectangle of the page; x0 <= x1, y0 <= y1. */
struct page_box {
	float x0, y0, x1, y1;
};

/* The parts of an em above and below the baseline of type that stands upright. */
#define CHAR_ASCENT_EM  .88f
#define CHAR_DESCENT_EM .12f

/* A typeface.  Faces are compared by their index: fonts of one name and weight are one
 * face, however many objects of the file they are. */
struct page_face {
	struct str name; /* without the prefix of a subset; any bytes, to be
	                  * neutralised; lives as long as the page_chars */
	bool bold;
};

/* How a character is turned on the page. */
enum char_turn {
	TURN_NONE, /* it stands upright, or on its side within upright text */
	TURN_DOWN, /* its line runs down the page */
	TURN_UP    /* its line runs up the page */
};

/* A character that is not white space. */
struct page_char {
	uint32_t code;       /* Unicode; U+FFFD: the file does not say */
	struct page_box box; /* advance wide and an em high */
	float baseline_pt;   /* y of its origin */
	float em_pt;         /* size of its type; > 0 */
	uint32_t face;       /* index into faces */
	uint32_t rgb;        /* 0xrrggbb */
	size_t order;        /* of the characters in the file, from 0 */
	enum char_turn turn;
	bool bold;   /* drawn with an outline, or printed twice */
	bool hidden; /* drawn without ink, as the words under a scan are */
	bool space;  /* the file has white space before it */
};

enum shape_kind {
	SHAPE_STROKE,
	SHAPE_FILL,
	SHAPE_PICTURE
};

/* A drawn line, a filled area, or a picture; clipped to what is seen. */
struct page_shape {
	enum shape_kind kind;
	struct page_box box;
	float width_pt; /* of a stroke */
	uint32_t rgb;
	bool straight; /* all its edges are parallel to those of the page */
	const struct pixels
		*pixels; /* of a picture, in the arena; NULL: none */
};

struct page_chars {
	size_t number;             /* in the file, from 1 */
	float width_pt, height_pt; /* 0: the page could not be read */
	struct str label;        /* as the file calls the page; may be empty */
	struct page_char *chars; /* owned */
	size_t count, cap;
	struct page_shape *shapes; /* owned */
	size_t shape_count, shape_cap;
	struct page_face *faces; /* owned */
	size_t face_count, face_cap;
	bool is_damaged;    /* not all of the page could be read */
	bool is_cut;        /* it has more characters or shapes than are read */
	bool is_made_plain; /* characters were given in other forms */
	struct arena arena; /* of the label, the names of faces, and pixels */
};

void page_chars_init(struct page_chars *page);
void page_chars_release(struct page_chars *page);

/* Makes *copy a copy of a page, which has to outlive it: the texts are borrowed. */
void page_chars_copy(struct page_chars *copy, const struct page_chars *page);

#endif
