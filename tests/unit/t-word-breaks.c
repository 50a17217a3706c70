/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/word_breaks.h"

#include "../lib/fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Appends the segments of a text with | between, words in brackets. */
static void add_segments(struct buf *out, struct str text,
                         const struct cedict *cedict)
{
	struct word_breaks breaks;

	word_breaks_init(&breaks, text, cedict);
	for (size_t at = 0; at < text.len;) {
		struct range segment = word_breaks_at(&breaks, at);
		bool is_word = word_breaks_is_word(&breaks, at);

		assert_int_equal(segment.start, at);
		if (at)
			buf_add_byte(out, '|');
		buf_add_c(out, is_word ? "" : "_");
		buf_add(out, str_slice(text, segment.start, segment.end));
		at = segment.end;
	}
	word_breaks_release(&breaks);
}

static struct cedict *dictionary(void)
{
	struct buf bytes;

	buf_init(&bytes);
	fixture_read(&bytes, "tests/data/words/cedict_ts.u8");
	return cedict_new(&bytes);
}

static void words_are_of_the_dictionary(void **state)
{
	static const struct {
		const char *text, *plain, *want;
	} cases[] = {
		{ "公园。", "公|园|_。", "公园|_。" },
		{ "公園", "公|園", "公園" },
		/* the longest word from the left would be 研究生 */
		{ "研究生命科学", "研|究|生|命|科|学", "研究|生命|科学" },
		{ "研究生学科学", "研|究|生|学|科|学", "研究生|学|科学" },
		/* and here 和尚, 的确 */
		{ "结婚的和尚未结婚的", "结|婚|的|和|尚|未|结|婚|的",
		  "结婚|的|和|尚未|结婚|的" },
		{ "这的确切", "这|的|确|切", "这|的|确切" },
		/* across scripts */
		{ "唱卡拉OK吗", "唱|卡|拉|OK|吗", "唱|卡拉OK|吗" },
		{ "3C展", "3C|展", "3C|展" },
		{ "don't stop, 3.5 km", "don't|_ |stop|_,|_ |3.5|_ |km",
		  "don't|_ |stop|_,|_ |3.5|_ |km" },
		{ "在 公 园", "在|_ |公|_ |园", "在|_ |公|_ |园" },
		{ "", "", "" },
	};
	struct cedict *cedict = dictionary();
	struct buf got;

	(void)state;
	buf_init(&got);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (int with = 0; with < 2; with++) {
			const char *want =
				with ? cases[i].want : cases[i].plain;

			buf_clear(&got);
			buf_add_c(&got, "");
			add_segments(&got, str_from(cases[i].text),
			             with ? cedict : NULL);
			if (!str_equal(buf_str(&got), str_from(want)))
				fail_msg("%s: %s", want, got.ptr);
		}
	buf_release(&got);
	cedict_free(cedict);
}

static void words_are_gone_to(void **state)
{
	const struct str text = STR("“公园”, 附近。");
	struct cedict *cedict = dictionary();
	struct word_breaks breaks;

	(void)state;
	word_breaks_init(&breaks, text, cedict);
	assert_int_equal(word_breaks_from(&breaks, 0), 3);
	assert_int_equal(word_breaks_from(&breaks, 3), 3);
	assert_int_equal(word_breaks_from(&breaks, 4), 14);
	assert_int_equal(word_breaks_from(&breaks, 15), NPOS);
	assert_int_equal(word_breaks_before(&breaks, text.len), 14);
	assert_int_equal(word_breaks_before(&breaks, 14), 3);
	assert_int_equal(word_breaks_before(&breaks, 3), NPOS);
	assert_int_equal(word_breaks_before(&breaks, 0), NPOS);
	word_breaks_release(&breaks);
	cedict_free(cedict);
}

/* Of a long text without marks a piece ends all the same, and of one with marks at one. */
static void long_texts_are_cut_in_pieces(void **state)
{
	struct cedict *cedict = dictionary();
	struct buf text;
	struct word_breaks breaks;
	size_t words = 0;

	(void)state;
	buf_init(&text);
	for (size_t i = 0; i < 3 * WORD_PIECE_BYTES / 15; i++)
		buf_add_c(&text, "公园附近。");
	for (size_t i = 0; i < 3 * WORD_PIECE_BYTES / 6; i++)
		buf_add_c(&text, "公园");
	word_breaks_init(&breaks, buf_str(&text), cedict);
	for (size_t at = word_breaks_from(&breaks, 0); at != NPOS; words++)
		at = word_breaks_from(&breaks, at + 1);
	/* Only in the second half may a word be cut. */
	assert_true(words >= 7 * WORD_PIECE_BYTES / 15 * 1);
	for (size_t at = text.len; at > 3 * WORD_PIECE_BYTES + 15;) {
		at = word_breaks_before(&breaks, at);
		assert_true(words > 0);
		words--;
	}
	for (size_t at = 0; at < 2 * WORD_PIECE_BYTES;) {
		struct range word = word_breaks_at(&breaks, at);

		assert_true(word.end - word.start == 6 ||
		            !word_breaks_is_word(&breaks, at));
		at = word.end;
	}
	word_breaks_release(&breaks);
	buf_release(&text);
	cedict_free(cedict);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_of_the_dictionary),
		cmocka_unit_test(words_are_gone_to),
		cmocka_unit_test(long_texts_are_cut_in_pieces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
