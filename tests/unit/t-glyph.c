/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/glyph.h"

#include "base/mem.h"
#include "text/neutralise.h"
#include "text/width.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unictype.h>
#include <unistr.h>
#include <unistring/version.h>

#define LAST_POINT 0x10ffffu

/* What is drawn of the first glyph of `text`. */
static char *shown(struct str text, struct glyph *glyph, int ambiguous_cols)
{
	struct buf out;

	buf_init(&out);
	*glyph = glyph_next(text, 0, ambiguous_cols);
	glyph_show(&out, text, glyph);
	return buf_steal(&out);
}

static void glyphs_are_as_wide_as_a_reader_sees(void **state)
{
	static const struct {
		const char *text;
		int ambiguous_cols;
		size_t bytes; /* of the first glyph */
		int cols;
		const char *shown;
	} cases[] = {
		{ "a", 1, 1, 1, "a" },
		{ "报", 1, 3, 2, "报" },
		{ "ｱ", 1, 3, 1, "ｱ" },
		{ "Ａ", 1, 3, 2, "Ａ" },
		{ "한", 1, 3, 2, "한" },
		{ "ㅎ", 1, 3, 2, "ㅎ" },
		/* names of persons: Extension I, and a place of plane 3 where
		 * no ideograph is yet */
		{ "\U0002ebf0", 1, 4, 2, "\U0002ebf0" },
		{ "\U0003fffd", 1, 4, 2, "\U0003fffd" },
		{ "\U0002ffff", 1, 4, 9, "<U+2FFFF>" },
		{ "\U0003fffe", 1, 4, 9, "<U+3FFFE>" },
		/* ambiguous */
		{ "…", 1, 3, 1, "…" },
		{ "…", 2, 3, 2, "…" },
		{ "①", 1, 3, 1, "①" },
		{ "①", 2, 3, 2, "①" },
		/* quotes beside a wide character fill an em */
		{ "“报", 1, 3, 2, " “" },
		{ "”报", 1, 3, 2, "” " },
		{ "“a", 1, 3, 1, "“" },
		{ "’t", 1, 3, 1, "’" },
		{ "“报", 2, 3, 2, "“" },
		/* marks stay with their base, four of them */
		{ "e\u0301x", 1, 3, 1, "e\u0301" },
		{ "报\u0301", 1, 5, 2, "报\u0301" },
		{ "a\u0300\u0301\u0302\u0303\u0304x", 1, 11, 1,
		  "a\u0300\u0301\u0302\u0303" },
		{ "\u0301x", 1, 2, 0, "" },
		/* of an emoji sequence the first picture */
		{ "👍🏽", 1, 8, 2, "👍" },
		{ "👨‍👩‍👧", 1, 18, 2, "👨" },
		{ "❤\ufe0f", 1, 6, 1, "❤" },
		/* nothing to see */
		{ "\u200d", 1, 3, 0, "" },
		{ "\ufeff", 1, 3, 0, "" },
		/* what must not get out, and what is no UTF-8 */
		{ "\x1b[31m", 1, 1, 8, "<U+001B>" },
		{ "\t", 1, 1, 8, "<U+0009>" },
		{ "\u202e报", 1, 3, 8, "<U+202E>" },
		{ "\U000e0041", 1, 4, 9, "<U+E0041>" },
		{ "\ue000", 1, 3, 2, "〓" },
		{ "\ufffd报", 1, 3, 2, "〓" },
		{ "\U000f0001\u0301", 1, 4, 2, "〓" },
		{ "\xff报", 1, 1, 4, "<FF>" },
		{ "\xe6\x8a", 1, 1, 4, "<E6>" },
		{ "\xed\xa0\x80", 1, 1, 4, "<ED>" },
		/* a tag is not hidden in the cluster before it */
		{ "a\U000e0041", 1, 1, 1, "a" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct glyph glyph;
		char *got = shown(str_from(cases[i].text), &glyph,
		                  cases[i].ambiguous_cols);

		if (glyph.end != cases[i].bytes || glyph.cols != cases[i].cols)
			fail_msg("'%s': %zu bytes, %d cells", cases[i].shown,
			         glyph.end, glyph.cols);
		assert_string_equal(got, cases[i].shown);
		free(got);
	}
}

/* Each code point alone, after a letter and before one: what is drawn is safe
 * and takes the cells it says. */
static void every_code_point_is_drawn_safely(void **state)
{
	(void)state;
	for (uint32_t c = 0; c <= LAST_POINT; c++) {
		struct buf text, out;

		if (c >= 0xd800 && c < 0xe000)
			continue;
		buf_init(&text);
		buf_init(&out);
		buf_add_c(&text, "报");
		buf_add_uc(&text, c);
		buf_add_c(&text, "a");
		for (size_t at = 0; at < text.len;) {
			struct glyph glyph = glyph_next(buf_str(&text), at, 1);
			int cols = 0;

			buf_clear(&out);
			glyph_show(&out, buf_str(&text), &glyph);
			for (size_t b = 0; b < out.len;) {
				ucs4_t drawn;
				int len = u8_mbtoucr(&drawn,
				                     (uint8_t *)out.ptr + b,
				                     out.len - b);

				assert_true(len > 0);
				assert_false(char_is_hostile(drawn));
				cols += char_cols(drawn, 1);
				b += (size_t)len;
			}
			if (cols != glyph.cols || glyph.end <= at)
				fail_msg("U+%04X: %d cells, drawn in %d", c,
				         glyph.cols, cols);
			at = glyph.end;
		}
		buf_release(&text);
		buf_release(&out);
	}
}

static bool is_silent(uint32_t c)
{
	return c == 0xad || (c >= 0x200b && c <= 0x200d) || c == 0x2060 ||
	       c == 0xfeff;
}

/* The last libunistring whose Unicode is no newer than that of the tables: 17. */
#define LIBRARY_OF_17 0x0104

/* May libunistring know characters that the tables cannot? */
static bool is_newer_library(void)
{
	return _libunistring_version >> 8 > LIBRARY_OF_17;
}

/* As the tables of libunistring have it; theirs may be of an older Unicode, so
 * what it does not know is no sign. */
static bool must_stay_in(uint32_t c)
{
	return c > LAST_POINT || uc_is_general_category(c, UC_CATEGORY_Cc) ||
	       uc_is_general_category(c, UC_CATEGORY_Zl) ||
	       uc_is_general_category(c, UC_CATEGORY_Zp) ||
	       uc_is_general_category(c, UC_CATEGORY_Cs) ||
	       uc_is_general_category(c, UC_CATEGORY_Co) ||
	       (uc_is_general_category(c, UC_CATEGORY_Cf) && !is_silent(c));
}

static void every_code_point_has_a_class(void **state)
{
	(void)state;
	for (uint32_t c = 0; c <= LAST_POINT + 1; c++) {
		bool hostile = width_class(c) == CLASS_HOSTILE;

		if ((width_class(c) == CLASS_SILENT) != is_silent(c))
			fail_msg("U+%04X is silent, or not", c);
		if (must_stay_in(c) && !hostile)
			fail_msg("U+%04X gets out", c);
		if (!uc_is_general_category(c, UC_CATEGORY_C) && hostile &&
		    !must_stay_in(c) && !is_newer_library())
			fail_msg("U+%04X never gets out", c);
		if (char_is_hostile(c) != hostile ||
		    (char_cols(c, 1) < 0) != hostile)
			fail_msg("U+%04X: two opinions", c);
	}
}

static void text_is_cut_between_glyphs(void **state)
{
	static const struct {
		const char *text;
		int cols;
		size_t bytes;
	} cases[] = {
		{ "", 5, 0 },           { "报栏", 0, 0 },
		{ "报栏", 1, 0 },       { "报栏", 2, 3 },
		{ "报栏", 3, 3 },       { "报栏", 4, 6 },
		{ "报栏", 99, 6 },      { "ae\u0301x", 2, 4 },
		{ "“报", 1, 0 },        { "“报", 2, 3 },
		{ "a\u202eb", 8, 1 },   { "a\u202eb", 9, 4 },
		{ "报\u200d栏", 2, 6 }, { "a\xff", 4, 1 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (text_fit(str_from(cases[i].text), cases[i].cols, 1) !=
		    cases[i].bytes)
			fail_msg("'%s' at %d", cases[i].text, cases[i].cols);
	assert_int_equal(text_cols(STR("“报”a"), 1), 7);
	assert_int_equal(text_cols(STR("“报”a"), 2), 7);
	/* A quote is measured in its place. */
	assert_int_equal(text_cols_between(STR("报”a"), 3, 6, 1), 2);
	assert_int_equal(text_cols(STR("”a"), 1), 2);
}

/* A letter with sixty vowels would be wider than a line. */
static void a_letter_ends_somewhere(void **state)
{
	struct buf text;
	size_t at = 0;

	(void)state;
	buf_init(&text);
	for (int i = 0; i < 61; i++)
		buf_add_uc(&text, 0x1a1a);
	while (at < text.len) {
		struct glyph glyph = glyph_next(buf_str(&text), at, 1);

		assert_true(glyph.end > at && glyph.cols <= 5);
		at = glyph.end;
	}
	assert_int_equal(text_cols(buf_str(&text), 1), 61);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(glyphs_are_as_wide_as_a_reader_sees),
		cmocka_unit_test(every_code_point_is_drawn_safely),
		cmocka_unit_test(every_code_point_has_a_class),
		cmocka_unit_test(text_is_cut_between_glyphs),
		cmocka_unit_test(a_letter_ends_somewhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
