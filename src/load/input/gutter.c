/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/gutter.h"

#include "load/lines/char_class.h"
#include "text/glyph.h"

#define WORD_BITS     64
#define GUTTER_BLANKS 2 /* the fewest blank places of a gutter */

_Static_assert(GUTTER_WORDS *WORD_BITS == GUTTER_PLACES,
               "each place has a bit");

/* How many places the character at byte `at` takes; *next is the byte behind it. */
static size_t places_of(enum gutter_metric metric, struct str text, size_t at,
                        size_t *next)
{
	int cols = 1;

	char_at(text, at, next);
	if (metric == METRIC_CELLS)
		cols = text_cols(str_slice(text, at, *next), 1);
	/* A combining mark takes one, so that none is lost between two places. */
	return cols > 1 ? (size_t)cols : 1;
}

static void places_mark(struct places *places, size_t place)
{
	place = place < GUTTER_PLACES ? place : GUTTER_PLACES - 1;
	places->words[place / WORD_BITS] |= (uint64_t)1 << place % WORD_BITS;
}

static bool places_have(const struct places *places, size_t place)
{
	return places->words[place / WORD_BITS] >> place % WORD_BITS & 1;
}

void text_row_init(struct text_row *row, enum gutter_metric metric,
                   struct str text)
{
	size_t place = 0, next;

	*row = (struct text_row){ .text = text };
	for (size_t at = 0; at < text.len; at = next) {
		size_t end = place + places_of(metric, text, at, &next);

		for (; place < end; place++)
			if (!gutter_is_blank(text.ptr[at]))
				places_mark(&row->filled, place);
	}
}

bool text_row_has_text(const struct text_row *row, size_t from, size_t to)
{
	for (size_t place = from; place < to; place++)
		if (places_have(&row->filled, place))
			return true;
	return false;
}

struct str text_row_part(const struct text_row *row, enum gutter_metric metric,
                         size_t from, size_t to)
{
	struct str text = row->text;
	size_t place = 0, start = 0, at = 0, next;

	for (; at < text.len && (place < to || to == GUTTER_PLACES);
	     at = next) {
		bool before = place < from;

		place += places_of(metric, text, at, &next);
		if (before)
			start = next;
	}
	start = start < at ? start : at;
	while (to < GUTTER_PLACES && at > start &&
	       gutter_is_blank(text.ptr[at - 1]))
		at--;
	return str_slice(text, start, at);
}

void places_add(struct places *places, const struct text_row *row)
{
	for (size_t i = 0; i < GUTTER_WORDS; i++)
		places->words[i] |= row->filled.words[i];
}

bool places_next_gutter(const struct places *filled, size_t from, size_t to,
                        size_t *at, size_t *end)
{
	size_t start = from;

	while (start < to && !places_have(filled, start))
		start++;
	for (start = *at > start ? *at : start; start < to; start = *end) {
		while (start < to && places_have(filled, start))
			start++;
		*end = start;
		while (*end < to && !places_have(filled, *end))
			++*end;
		if (*end == to)
			return false;
		if (*end - start >= GUTTER_BLANKS) {
			*at = start;
			return true;
		}
	}
	return false;
}
