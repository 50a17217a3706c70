/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/letter_space.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void ideographs_stand_apart(void **state)
{
	static const struct {
		const char *text;
		int blanks;
	} cases[] = {
		{ "", 0 },
		{ "题", 0 },
		{ "题目", 1 },
		{ "一份慰问信", 4 },
		/* Numbers and letters stay together, marks with their words. */
		{ "57万个电话", 3 },
		{ "1.2万", 0 },
		{ "“口袋公园”", 3 },
		{ "车位难，难在哪？", 4 },
		{ "AED上街", 1 },
		{ "かなカナ", 3 },
		{ "한국어", 2 },
		{ "A word", 0 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str text = str_from(cases[i].text);
		int got = letter_space_cols(text, 0, text.len, 1);

		if (got != cases[i].blanks)
			fail_msg("%s: %d blanks, not %d", cases[i].text, got,
			         cases[i].blanks);
	}
}

static void none_stands_behind_the_last_one(void **state)
{
	struct str text = STR("一二三四");

	(void)state;
	assert_int_equal(letter_space_cols(text, 0, 6, 1), 1);
	assert_int_equal(letter_space_cols(text, 3, 12, 1), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ideographs_stand_apart),
		cmocka_unit_test(none_stands_behind_the_last_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
