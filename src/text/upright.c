/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/upright.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "text/glyph.h"
#include "text/unreadable.h"
#include "text/width.h"

#include <unistr.h>

#define FULL_WIDTH  0xfee0 /* from ASCII to its full-width form */
#define PAIR_DIGITS 2      /* so many stand side by side */
#define DIGITS_MOST 32     /* a longer number is a number all the same */

/* The vertical forms of marks (Unicode, Vertical Forms and CJK Compatibility
 * Forms; CLREQ has corner brackets for quotation marks). */
static const struct {
	ucs4_t plain, upright;
} forms[] = {
	{ 0x2014, 0xfe31 }, { 0x2018, 0xfe41 }, { 0x2019, 0xfe42 },
	{ 0x201c, 0xfe43 }, { 0x201d, 0xfe44 }, { 0x2025, 0xfe30 },
	{ 0x2026, 0xfe19 }, { 0x3001, 0xfe11 }, { 0x3002, 0xfe12 },
	{ 0x3008, 0xfe3f }, { 0x3009, 0xfe40 }, { 0x300a, 0xfe3d },
	{ 0x300b, 0xfe3e }, { 0x300c, 0xfe41 }, { 0x300d, 0xfe42 },
	{ 0x300e, 0xfe43 }, { 0x300f, 0xfe44 }, { 0x3010, 0xfe3b },
	{ 0x3011, 0xfe3c }, { 0x3014, 0xfe39 }, { 0x3015, 0xfe3a },
	{ 0x3016, 0xfe17 }, { 0x3017, 0xfe18 }, { 0xff01, 0xfe15 },
	{ 0xff08, 0xfe35 }, { 0xff09, 0xfe36 }, { 0xff0c, 0xfe10 },
	{ 0xff1a, 0xfe13 }, { 0xff1b, 0xfe14 }, { 0xff1f, 0xfe16 },
	{ 0xff3b, 0xfe47 }, { 0xff3d, 0xfe48 }, { 0xff3f, 0xfe33 },
	{ 0xff5b, 0xfe37 }, { 0xff5d, 0xfe38 }, { 0xff5e, 0xfe34 },
};

static bool upright_is_digit(struct str text, size_t at)
{
	return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

/* Do exactly two digits stand here, with none before or behind them? */
static bool is_pair(struct str text, size_t at)
{
	size_t end = at;

	while (upright_is_digit(text, end) && end - at < DIGITS_MOST)
		end++;
	return end - at == PAIR_DIGITS &&
	       (!at || !upright_is_digit(text, at - 1));
}

/* Is what begins at byte `at`, or what begins at `next`, a wide character? */
static bool is_beside_wide(struct str text, size_t at, size_t next)
{
	return glyph_next(text, at, 1).cols == 2 ||
	       (next < text.len && glyph_next(text, next, 1).cols == 2);
}

size_t upright_next(struct str text, size_t at)
{
	size_t end = is_pair(text, at) ? at + PAIR_DIGITS
	                               : glyph_next(text, at, 1).end;

	/* What is not seen has no row of its own, nor has a space beside an
	 * ideograph. */
	while (end < text.len) {
		struct glyph glyph = glyph_next(text, end, 1);

		if (glyph.cols && !(text.ptr[end] == ' ' &&
		                    is_beside_wide(text, at, glyph.end)))
			break;
		end = glyph.end;
	}
	return end;
}

static ucs4_t upright_form(ucs4_t c, bool plain)
{
	size_t at;

	if (c > ' ' && c < 0x7f)
		c += FULL_WIDTH;
	ARRAY_FIND(at, ARRAY_LEN(forms), forms[at].plain < c);
	if (!plain && at < ARRAY_LEN(forms) && forms[at].plain == c)
		return forms[at].upright;
	return c;
}

/* Appends a character, and a blank beside one that is narrow. */
static void upright_add_row(struct buf *out, ucs4_t c, int ambiguous_cols)
{
	buf_add_uc(out, c);
	if (char_cols(c, ambiguous_cols) < 2)
		buf_add_byte(out, ' ');
}

bool upright_show(struct buf *out, struct str text, size_t start, size_t end,
                  bool plain, int ambiguous_cols)
{
	struct glyph glyph = glyph_next(text, start, ambiguous_cols);
	uint32_t c;
	size_t len = utf8_next(str_slice(text, 0, end), start, &c);

	if (is_pair(text, start)) {
		buf_add(out, str_slice(text, start, start + PAIR_DIGITS));
		return true;
	}
	if (glyph.form == GLYPH_ESCAPE || glyph.cols > UPRIGHT_COLS ||
	    glyph.form == GLYPH_UNREADABLE) {
		buf_add_c(out, UNREADABLE_SHOWN);
		return glyph.form == GLYPH_UNREADABLE;
	}
	if (glyph.form == GLYPH_PLAIN && len < glyph.end - start) {
		struct buf shown; /* with its marks */

		buf_init(&shown);
		glyph_show(&shown, text, &glyph);
		buf_add(out, buf_str(&shown));
		if (glyph.cols < 2)
			buf_add_byte(out, ' ');
		buf_release(&shown);
		return true;
	}
	upright_add_row(out, glyph.cols ? upright_form(c, plain) : ' ',
	                ambiguous_cols);
	return true;
}

int upright_rows(struct str text, size_t start, size_t end)
{
	int rows = 0;

	for (size_t at = start; at < end; rows++)
		at = upright_next(text, at);
	return rows;
}

/* A line that ends behind byte `end`, with the spaces behind it dropped. */
static struct wrap_line line_to(const struct wrap *wrap, size_t start,
                                size_t end)
{
	struct wrap_line line = { start, end, end, 0 };

	while (line.next < wrap->text.len && wrap->text.ptr[line.next] == ' ')
		line.next++;
	while (line.end > start + 1 && wrap->text.ptr[line.end - 1] == ' ')
		line.end--;
	line.cols = upright_rows(wrap->text, start, line.end);
	return line;
}

struct wrap_line upright_line(const struct wrap *wrap, size_t start, int rows,
                              int hang_rows)
{
	size_t at = start, last = start;
	int count = 0;

	while (at < wrap->text.len) {
		size_t next = upright_next(wrap->text, at);

		if (at > start && wrap_may_begin(wrap, at))
			last = at;
		if (count >= rows &&
		    !(count < rows + hang_rows && wrap_may_hang(wrap, at)))
			break;
		at = next;
		count++;
	}
	return line_to(wrap, start,
	               at == wrap->text.len || last == start ? at : last);
}
