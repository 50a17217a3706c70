/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/ngrams.h"

#include "base/mem.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define EQUAL 1e-9

static struct ngrams ngrams_of(const char *text, size_t length_chars)
{
	struct ngrams grams;

	ngrams_init(&grams, str_from(text), length_chars);
	return grams;
}

/* Marks and spaces do not count, and an n-gram counts once. */
static void texts_have_sets_of_ngrams(void **state)
{
	static const struct {
		const char *text;
		size_t chars, count;
	} cases[] = {
		{ "", 2, 0 },
		{ "渡", 2, 0 },
		{ "渡口", 2, 1 },
		{ "渡口换新船", 2, 4 },
		{ "渡口换新船", 3, 3 },
		{ "渡口渡口渡口", 2, 2 },
		{ "“渡 口”，换。", 2, 2 },
		{ "，。“”", 1, 0 },
		{ "A06", 1, 3 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct ngrams grams = ngrams_of(cases[i].text, cases[i].chars);

		if (grams.count != cases[i].count)
			fail_msg("'%s' has %zu", cases[i].text, grams.count);
		for (size_t g = 1; g < grams.count; g++)
			assert_true(grams.items[g - 1] < grams.items[g]);
		ngrams_release(&grams);
	}
}

/* Texts of fewer and of more n-grams are sorted by different ways. */
static void long_texts_are_sorted_too(void **state)
{
	(void)state;
	for (size_t chars = 10; chars <= 2000; chars *= 14) {
		struct ngrams grams;
		struct buf text;

		buf_init(&text);
		for (size_t i = 0; i < chars; i++)
			buf_add_uc(&text,
			           (uint32_t)(0x4e00 + i * 7919 % 20000));
		ngrams_init(&grams, buf_str(&text), 1);
		assert_int_equal(grams.count, chars);
		for (size_t g = 1; g < grams.count; g++)
			assert_true(grams.items[g - 1] < grams.items[g]);
		ngrams_release(&grams);
		buf_release(&text);
	}
}

static void likeness_is_a_cosine(void **state)
{
	struct ngrams one = ngrams_of("城南渡口", 2); /* 城南 南渡 渡口 */
	struct ngrams other = ngrams_of("渡口换船", 2); /* 渡口 口换 换船 */
	struct ngrams none = ngrams_of("", 2), copy;

	(void)state;
	assert_int_equal(ngrams_common(&one, &other), 1);
	assert_int_equal(ngrams_common(&one, &one), 3);
	assert_int_equal(ngrams_common(&one, &none), 0);
	assert_true(fabs(ngrams_cosine(&one, &other) - 1.0 / 3) < EQUAL);
	assert_true(fabs(ngrams_cosine(&one, &one) - 1) < EQUAL);
	assert_true(fabs(ngrams_cosine(&one, &none)) < EQUAL);
	ngrams_copy(&copy, &one);
	ngrams_release(&one);
	assert_int_equal(copy.count, 3);
	assert_true(ngrams_have(&copy, copy.items[1]));
	assert_false(ngrams_have(&none, copy.items[1]));
	ngrams_release(&copy);
	ngrams_release(&other);
	ngrams_release(&none);
}

/* What few texts have says more of a text. */
static void rare_ngrams_count_more(void **state)
{
	struct ngrams texts[] = { ngrams_of("渡口新船", 2),
		                  ngrams_of("渡口石阶", 2),
		                  ngrams_of("渡口水位", 2) };
	struct ngrams common = ngrams_of("渡口", 2);
	struct ngrams rare = ngrams_of("新船", 2);
	struct ngrams absent = ngrams_of("听书", 2);
	struct ngram_counts counts;
	double likeness;

	(void)state;
	ngram_counts_init(&counts, texts, ARRAY_LEN(texts));
	assert_true(fabs(ngram_weight(&counts, common.items[0]) - 1 / sqrt(4)) <
	            EQUAL);
	assert_true(fabs(ngram_weight(&counts, rare.items[0]) - 1 / sqrt(2)) <
	            EQUAL);
	assert_true(fabs(ngram_weight(&counts, absent.items[0]) - 1) < EQUAL);
	assert_true(ngrams_similarity(&texts[0], &rare, &counts) >
	            ngrams_similarity(&texts[0], &common, &counts));
	likeness = ngrams_similarity(&texts[0], &texts[0], &counts);
	assert_true(likeness > 0 && likeness <= 1);
	assert_true(fabs(ngrams_similarity(&texts[0], &absent, &counts)) <
	            EQUAL);
	ngram_counts_release(&counts);
	ngrams_release(&absent);
	ngrams_release(&rare);
	ngrams_release(&common);
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		ngrams_release(&texts[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_have_sets_of_ngrams),
		cmocka_unit_test(long_texts_are_sorted_too),
		cmocka_unit_test(likeness_is_a_cosine),
		cmocka_unit_test(rare_ngrams_count_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
