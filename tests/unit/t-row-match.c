/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/row_match.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void a_row_has_all_words(void **state)
{
	static const struct {
		const char *pattern, *texts[2];
		bool fits;
	} cases[] = {
		{ "疫情", { "疫情防控", "" }, true },
		{ "疫情", { "", "疫情防控" }, true },
		{ "會議", { "召开会议", "" }, true },
		{ "１２３４５", { "市民热线12345", "" }, true },
		{ "2月19日", { "2 月 19日", "" }, true },
		/* each word in any of the texts, all of them somewhere */
		{ "疫情 会议", { "疫情防控", "召开会议" }, true },
		{ "疫情 会议", { "疫情防控", "召开" }, false },
		/* no word goes over the end of a text */
		{ "防控会议", { "疫情防控", "会议" }, false },
		{ "'12345", { "１２３４５", "" }, false },
		{ "'12345", { "", "12345" }, true },
		/* letters: as they are, or the beginnings of syllables */
		{ "yqfk", { "疫情防控", "" }, true },
		{ "ＹＱＦＫ", { "疫情防控", "" }, true },
		{ "yiqing", { "新冠肺炎疫情", "" }, true },
		{ "yqfk", { "疫情", "防控" }, false },
		{ "new york", { "In New York", "" }, true },
		{ "", { "疫情", "" }, true },
		{ " ", { "", "" }, true },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct str texts[] = { str_from(cases[i].texts[0]),
			                     str_from(cases[i].texts[1]) };
		struct row_match *matcher =
			row_match_new(str_from(cases[i].pattern));

		if (row_match_fits(matcher, texts, ARRAY_LEN(texts)) !=
		    cases[i].fits)
			fail_msg("'%s' in '%s', '%s'", cases[i].pattern,
			         cases[i].texts[0], cases[i].texts[1]);
		row_match_free(matcher);
	}
	row_match_free(NULL);
}

/* Each row by itself, whatever the one before it had. */
static void rows_do_not_know_each_other(void **state)
{
	const struct str rows[] = { STR("AI 时代"), STR("爱心"), STR("疫情") };
	struct row_match *matcher = row_match_new(STR("ai"));

	(void)state;
	assert_true(row_match_fits(matcher, &rows[0], 1));
	assert_false(row_match_fits(matcher, &rows[2], 1));
	assert_true(row_match_fits(matcher, &rows[0], 1));
	assert_false(row_match_fits(matcher, NULL, 0));
	row_match_free(matcher);
	matcher = row_match_new(STR("aix"));
	assert_true(row_match_fits(matcher, &rows[1], 1));
	assert_false(row_match_fits(matcher, &rows[0], 1));
	row_match_free(matcher);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_row_has_all_words),
		cmocka_unit_test(rows_do_not_know_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
