/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/letter_space.h"

#include "base/utf8.h"

#define WIDE_COLS 2

/* Marks of ideographic text end before these, and begin again with forms of other widths. */
#define FIRST_LETTER 0x3041
#define FIRST_FORM   0xfe00
#define LAST_FORM    0xffff

/* Is the glyph an ideograph or the like, and no mark? */
static bool letter_space_is_letter(struct str text, const struct glyph *glyph)
{
	uint32_t c = 0;

	if (glyph->form != GLYPH_PLAIN || glyph->cols != WIDE_COLS)
		return false;
	utf8_next(text, glyph->start, &c);
	return c >= FIRST_LETTER && (c < FIRST_FORM || c > LAST_FORM);
}

bool letter_space_follows(struct str text, const struct glyph *glyph,
                          int ambiguous_cols)
{
	struct glyph next;

	if (glyph->end >= text.len || !letter_space_is_letter(text, glyph))
		return false;
	next = glyph_next(text, glyph->end, ambiguous_cols);
	return letter_space_is_letter(text, &next);
}

int letter_space_cols(struct str text, size_t start, size_t end,
                      int ambiguous_cols)
{
	int cols = 0;

	while (start < end) {
		struct glyph glyph = glyph_next(text, start, ambiguous_cols);

		cols += glyph.end < end &&
		        letter_space_follows(text, &glyph, ambiguous_cols);
		start = glyph.end;
	}
	return cols;
}
