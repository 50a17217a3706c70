/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PARAGRAPHS_H
#define LOAD_PLACE_PARAGRAPHS_H

#include "load/place/placing.h"

#include <stdbool.h>
#include <stddef.h>

/* A line of running text of an article. */
struct paragraph_line {
	size_t line;   /* index of the page */
	size_t column; /* tells the lines of one column from those of others */
	bool begins;   /* it is the first line of a paragraph */
};

/* Says of the lines of a run of text, which may go on from column to column, where
 * paragraphs begin: signs of the place and of the words are weighed together, and none
 * decides alone.  The first line begins one.  Lines have their edges, and the indent of
 * the page is known.  O(count). */
void paragraphs_find(const struct placing *placing,
                     struct paragraph_line *lines, size_t count);

#endif
