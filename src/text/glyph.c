/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/glyph.h"

#include "base/utf8.h"
#include "text/grapheme.h"
#include "text/unreadable.h"
#include "text/width.h"

#include <stdio.h>

#define MARKS_MAX   4
#define SPACING_MAX 4 /* characters with cells behind the first of a cluster */

/* A code point; for a byte that is not UTF-8 len is 1 and c is above 0x10FFFF. */
struct point {
	ucs4_t c;
	size_t len;
};

static struct point glyph_point_at(struct str text, size_t at)
{
	struct point point = { (unsigned char)text.ptr[at], 1 };
	int len;

	if (utf8_is_ascii(text.ptr[at]))
		return point;
	len = utf8_try(text, at, &point.c);
	if (len > 0)
		point.len = (size_t)len;
	else
		point.c = 0x110000 + (unsigned char)text.ptr[at];
	return point;
}

static struct point point_before(struct str text, size_t at)
{
	size_t start = at;

	if (!at)
		return (struct point){ 0, 0 };
	do
		start--;
	while (start && at - start < 4 && utf8_continues(text.ptr[start]));
	return glyph_point_at(text, start);
}

/* Scripts in which a character never joins the one after it. */
static bool glyph_stands_alone(ucs4_t c)
{
	return (c >= 0x20 && c < 0x7f) || (c >= 0x3001 && c < 0x302a) ||
	       (c >= 0x3041 && c < 0x3097) || (c >= 0x30a0 && c < 0xa48d) ||
	       (c >= 0xff01 && c < 0xff9e);
}

static size_t cluster_end(struct str text, size_t at, struct point first)
{
	size_t next = at + first.len, end;
	int spacing = 0;
	bool joined = false;

	if (first.len == text.len - at)
		return text.len;
	if (glyph_stands_alone(first.c) &&
	    glyph_stands_alone(glyph_point_at(text, at + first.len).c))
		return at + first.len;
	/* What is not UTF-8 joins nothing. */
	if (first.c > 0x10ffff)
		return at + 1;
	end = grapheme_end(text, at);
	/* A tag character joins what it follows, and must be seen; and no letter
	 * has more vowels than a line has cells. */
	while (next < end) {
		struct point point = glyph_point_at(text, next);
		enum width_class class = width_class(point.c);

		joined = joined || point.c == 0x200d;
		spacing +=
			class > CLASS_SILENT && class != CLASS_MARK && !joined;
		if (class == CLASS_HOSTILE || spacing > SPACING_MAX)
			break;
		next += point.len;
	}
	return next;
}

int char_cols(uint32_t c, int ambiguous_cols)
{
	switch (width_class(c)) {
	case CLASS_HOSTILE:
		return -1;
	case CLASS_SILENT:
	case CLASS_MARK:
		return 0;
	case CLASS_WIDE:
		return 2;
	case CLASS_AMBIGUOUS:
		return ambiguous_cols;
	case CLASS_NARROW:
		break;
	}
	return 1;
}

/* <U+202E>, or <FF> for a byte that is no UTF-8. */
static int escape_text(char escape[16], ucs4_t c)
{
	if (c > 0x10ffff)
		return snprintf(escape, 16, "<%02X>", (unsigned)c - 0x110000);
	return snprintf(escape, 16, "<U+%04X>", (unsigned)c);
}

static bool is_skin_tone(ucs4_t c)
{
	return c >= 0x1f3fb && c <= 0x1f3ff;
}

/*
 * Walks what is drawn of the cluster [start, end): the first character, up to
 * MARKS_MAX marks, and what takes cells of its own without a joiner before it
 * (the second letter of a flag, a spacing vowel).  Terminals do not agree on
 * emoji sequences: of those only the first picture is drawn.  Adds to `out`
 * unless it is NULL; returns the cells.
 */
static int cluster_walk(struct buf *out, struct str text, size_t start,
                        size_t end, int ambiguous_cols)
{
	int cols = 0, marks = 0;
	bool joined = false;

	for (size_t at = start; at < end;) {
		struct point point = glyph_point_at(text, at);
		enum width_class class = width_class(point.c);
		bool drawn = class > CLASS_SILENT && !joined &&
		             !(at > start && is_skin_tone(point.c)) &&
		             !(class == CLASS_MARK &&
		               (cols == 0 || ++marks > MARKS_MAX));

		/* A variation selector asks for another picture, which
		 * terminals measure differently. */
		if (point.c >= 0xfe00 && point.c <= 0xfe0f)
			drawn = false;
		if (drawn) {
			cols += char_cols(point.c, ambiguous_cols);
			if (out)
				buf_add(out,
				        str_slice(text, at, at + point.len));
		}
		joined = joined || point.c == 0x200d;
		at += point.len;
	}
	return cols;
}

static bool is_wide_at(struct str text, size_t at)
{
	return at < text.len &&
	       width_class(glyph_point_at(text, at).c) == CLASS_WIDE;
}

/* How a quotation mark beside a wide character is padded to a full em. */
static enum glyph_form quote_form(struct str text, size_t start, size_t end,
                                  ucs4_t c)
{
	ucs4_t before;

	if (c != 0x2018 && c != 0x2019 && c != 0x201c && c != 0x201d)
		return GLYPH_PLAIN;
	before = point_before(text, start).c;
	if (!is_wide_at(text, end) && width_class(before) != CLASS_WIDE)
		return GLYPH_PLAIN;
	return c == 0x2018 || c == 0x201c ? GLYPH_PAD_LEFT : GLYPH_PAD_RIGHT;
}

static struct glyph glyph_at(struct str text, size_t at, int ambiguous_cols)
{
	struct point first = glyph_point_at(text, at);
	enum width_class class = width_class(first.c);
	struct glyph glyph = { .start = at };
	char escape[16];

	if (char_is_unreadable(first.c)) {
		glyph.end = at + first.len;
		glyph.form = GLYPH_UNREADABLE;
		glyph.cols = UNREADABLE_COLS;
		return glyph;
	}
	if (class == CLASS_HOSTILE) {
		glyph.end = at + first.len;
		glyph.form = GLYPH_ESCAPE;
		glyph.cols = escape_text(escape, first.c);
		return glyph;
	}
	glyph.end = cluster_end(text, at, first);
	if (glyph.end == at + first.len) {
		glyph.cols = class == CLASS_MARK
		                     ? 0
		                     : char_cols(first.c, ambiguous_cols);
		if (glyph.cols == 1 && class == CLASS_AMBIGUOUS)
			glyph.form = quote_form(text, at, glyph.end, first.c);
		glyph.cols += glyph.form != GLYPH_PLAIN;
		return glyph;
	}
	glyph.cols = cluster_walk(NULL, text, at, glyph.end, ambiguous_cols);
	return glyph;
}

/* Most of Chinese text: an ideograph (U+5000 to U+8FFF) before another, before a
 * mark, or at the end.  Told by bytes, for it is asked for each character that is
 * set; nothing that follows it there joins it. */
static bool is_plain_han(struct str text, size_t at)
{
	const uint8_t *c = (const uint8_t *)text.ptr + at;
	size_t left = text.len - at;

	if (left < 3 || c[0] < 0xe5 || c[0] > 0xe8 || !utf8_is_plain_three(c))
		return false;
	if (left < 6)
		return left == 3;
	return (c[3] >= 0xe5 && c[3] <= 0xe8) ||
	       (c[3] == 0xe3 && c[4] == 0x80 && c[5] >= 0x81 && c[5] <= 0xa9) ||
	       (c[3] == 0xef && (c[4] == 0xbc || c[4] == 0xbd));
}

struct glyph glyph_next(struct str text, size_t at, int ambiguous_cols)
{
	if (is_plain_han(text, at))
		return (struct glyph){ at, at + 3, 2, GLYPH_PLAIN };
	return glyph_at(text, at, ambiguous_cols);
}

void glyph_show(struct buf *out, struct str text, const struct glyph *glyph)
{
	char escape[16];

	if (glyph->cols == 0)
		return;
	if (glyph->form == GLYPH_ESCAPE) {
		escape_text(escape, glyph_point_at(text, glyph->start).c);
		buf_add_c(out, escape);
		return;
	}
	if (glyph->form == GLYPH_UNREADABLE) {
		buf_add_c(out, UNREADABLE_SHOWN);
		return;
	}
	if (glyph->form == GLYPH_PAD_LEFT)
		buf_add_byte(out, ' ');
	cluster_walk(out, text, glyph->start, glyph->end, 1);
	if (glyph->form == GLYPH_PAD_RIGHT)
		buf_add_byte(out, ' ');
}

int text_cols_between(struct str text, size_t start, size_t end,
                      int ambiguous_cols)
{
	int cols = 0;

	while (start < end) {
		struct glyph glyph = glyph_next(text, start, ambiguous_cols);

		cols += glyph.cols;
		start = glyph.end;
	}
	return cols;
}

int text_cols(struct str text, int ambiguous_cols)
{
	return text_cols_between(text, 0, text.len, ambiguous_cols);
}

int text_widest_cols(struct str text, int ambiguous_cols)
{
	int widest_cols = 0;

	for (size_t at = 0; at < text.len;) {
		struct glyph glyph = glyph_next(text, at, ambiguous_cols);

		if (glyph.cols > widest_cols)
			widest_cols = glyph.cols;
		at = glyph.end;
	}
	return widest_cols;
}

size_t text_fit(struct str text, int cols, int ambiguous_cols)
{
	size_t at = 0;

	while (at < text.len) {
		struct glyph glyph = glyph_next(text, at, ambiguous_cols);

		if (glyph.cols > cols)
			break;
		cols -= glyph.cols;
		at = glyph.end;
	}
	return at;
}
