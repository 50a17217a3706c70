/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_ROW_SPACES_H
#define LOAD_PLACE_ROW_SPACES_H

#include "load/place/frame.h"

#include <stddef.h>

/* The usual spaces of a row, measured near a place of it. */

struct row_line {
	const struct frame_char *chars;
	const size_t *row; /* indices into chars, from left to right */
	size_t count;
};

/* The room between letters, as of type that is spaced out: the median near the gap before
 * character `at` > 0, on the side where it is smaller, in points. */
float row_letter_space(const struct row_line *line, size_t at);

/* The same of the spaces between words on both sides; INFINITY: there are none near. */
struct word_spaces {
	float smaller, larger;
};
struct word_spaces row_word_spaces(const struct row_line *line, size_t at);

#endif
