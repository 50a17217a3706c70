/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_GUTTER_H
#define LOAD_INPUT_GUTTER_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Lines of a page as rows of places, and the gutters in them.  A place is a character or
 * a terminal cell wide; text behind the last place counts as standing at it.
 */
#define GUTTER_PLACES 512
#define GUTTER_WORDS  (GUTTER_PLACES / 64)

/* Extractors align columns by characters, or by cells of a terminal. */
enum gutter_metric {
	METRIC_CHARS,
	METRIC_CELLS,
	METRIC_COUNT
};

/* A set of places. */
struct places {
	uint64_t words[GUTTER_WORDS];
};

struct text_row {
	struct str text;      /* borrowed */
	struct places filled; /* where its text is no space */
};

/* Sets the row of a line. */
void text_row_init(struct text_row *row, enum gutter_metric metric,
                   struct str text);

/* Has the row text at one of the places [from, to)? */
bool text_row_has_text(const struct text_row *row, size_t from, size_t to);

/* The bytes of the row at places [from, to), without the spaces behind them; up to
 * the end of the line, spaces and all, where `to` is GUTTER_PLACES. */
struct str text_row_part(const struct text_row *row, enum gutter_metric metric,
                         size_t from, size_t to);

/* Is this byte of a line a blank place: a space or a tab? */
static inline bool gutter_is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

/* Adds the places of a row to the set. */
void places_add(struct places *places, const struct text_row *row);

/* Finds the first gutter in places [from, to) at or behind *start: at least two blank
 * places with text at either side.  Sets it to [*start, *end); false when there is
 * none. */
bool places_next_gutter(const struct places *filled, size_t from, size_t to,
                        size_t *start, size_t *end);

#endif
