/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/head_words.h"

#include "../lib/placing_page.h"
#include "load/lines/ngrams.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define EQUAL 1e-9

static const char *const pages[] = {
	"head 0 14 0 2 渡口换新船\ntext 0 14 4 5 is 渡口渡口/换新。\n"
	"text 16 30 4 5 is 新船渡口/夜市。\ntext 32 46 4 5 is 夜市/开张。",
	"head 0 14 0 2 Two ferries\nhead 16 30 0 2 夜市开张\n"
	"text 0 14 4 5 isl Two/ferries.\ntext 16 30 4 5 is 夜市/夜市。",
	"head 0 14 0 2 题\ntext 0 14 4 5 is 一/二。",
	"head 0 14 0 2 渡口换新船",
	"text 0 14 4 5 is 渡口/二。",
};

static struct ngrams grams_of(const struct buf *text)
{
	struct ngrams grams;

	ngrams_init(&grams, buf_str(text), 2);
	return grams;
}

/* As the definition says: each bigram of the head is looked for in each column. */
static double share_by_definition(const struct placing *placing, size_t head,
                                  size_t from, size_t to)
{
	struct ngrams grams = grams_of(&placing->heads[head].text);
	double all = 0, common = 0;

	for (size_t g = 0; g < grams.count; g++) {
		size_t texts = 0;
		bool has = false;

		for (size_t i = 0; i < placing->column_count; i++) {
			struct ngrams column =
				grams_of(&placing->columns[i].text);

			if (ngrams_have(&column, grams.items[g])) {
				texts++;
				has |= i >= from && i < to;
			}
			ngrams_release(&column);
		}
		all += 1 / (1 + (double)texts);
		common += has ? 1 / (1 + (double)texts) : 0;
	}
	ngrams_release(&grams);
	return all > 0 ? common / all : 0;
}

/* For each head and each run of columns; gives how many shares were above 0. */
static size_t check_page(const struct placing *placing)
{
	size_t columns[8], above = 0;
	struct head_words words;

	assert_true(placing->column_count <= 8);
	for (size_t i = 0; i < placing->column_count; i++)
		columns[i] = i;
	head_words_init(&words, placing);
	for (size_t h = 0; h < placing->head_count; h++)
		for (size_t i = 0; i <= placing->column_count; i++)
			for (size_t j = i; j <= placing->column_count; j++) {
				double share = head_words_share(
					&words, h, columns + i, j - i);

				assert_true(fabs(share - share_by_definition(
								 placing, h, i,
								 j)) < EQUAL);
				above += share > 0;
			}
	head_words_release(&words);
	return above;
}

static void shares_are_as_defined(void **state)
{
	static const size_t above[] = { 5, 4, 0, 0, 0 };

	(void)state;
	for (size_t p = 0; p < sizeof pages / sizeof *pages; p++) {
		struct placing_page page;

		placing_page_init(&page, pages[p]);
		assert_int_equal(check_page(&page.placing), above[p]);
		placing_page_release(&page);
	}
}

static void bigrams_of_a_head_are_counted_once(void **state)
{
	struct placing_page page;
	struct head_words words;

	(void)state;
	placing_page_init(&page, "head 0 14 0 2 渡口渡口\nhead 0 14 4 2 题");
	head_words_init(&words, &page.placing);
	assert_int_equal(page.placing.head_count, 2);
	assert_int_equal(head_words_count(&words, 0), 2);
	assert_int_equal(head_words_count(&words, 1), 0);
	head_words_release(&words);
	placing_page_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shares_are_as_defined),
		cmocka_unit_test(bigrams_of_a_head_are_counted_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
