/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_INDENT_H
#define LOAD_PLACE_INDENT_H

#include "load/place/placing.h"

#include <stddef.h>

/*
 * How far a paper sets in the first lines of its paragraphs, counted on its pages: what
 * follows lines that are short and end a sentence.
 */
#define INDENT_LARGEST 2

struct indent_counts {
	size_t lines[INDENT_LARGEST + 1]; /* set in by 0, 1, 2 em */
};

/* Counts a page more, whose lines have their edges. */
void indent_count(struct indent_counts *counts, const struct placing *placing);

/* What most lines have: 0, 1 or 2 em; 2 where nothing was counted. */
size_t indent_usual_em(const struct indent_counts *counts);

#endif
