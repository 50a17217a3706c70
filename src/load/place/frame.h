/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_FRAME_H
#define LOAD_PLACE_FRAME_H

#include "load/place/page_chars.h"
#include "load/place/placing.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The logical frame (placing.h): characters and boxes of the page in the frame of the
 * direction that their lines have.
 */

/* A character in the frame of its own line. */
struct frame_char {
	float s0, s1;     /* its advance */
	float begin, end; /* the same without the white half of a mark */
	float t;          /* its middle */
	float em_pt;
	uint32_t code;
	bool vertical; /* its line runs down the page */
	bool han;      /* char_is_han() */
};

/* A box of the page in the frame of a direction, and back. */
struct frame_box frame_of_box(bool vertical, float page_width_pt,
                              struct page_box box);
struct page_box frame_to_box(bool vertical, float page_width_pt,
                             struct frame_box box);

/* The characters of a page, whose directions are known, in their frames; as many as
 * page->count, which the caller frees. */
struct frame_char *frame_chars(const struct page_chars *page,
                               const bool *vertical);

/*
 * Marks of horizontal type in vertical text stand up and to the right of where they are
 * read, beside the character before them: seats them behind it, on its line.  Adds to
 * *steps what was done.
 */
void frame_seat_marks(struct frame_char *chars, size_t count, size_t *steps);

#endif
