/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/line_end.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void a_line_ends_with_its_last_mark(void **state)
{
	static const struct {
		const char *text;
		enum line_end want;
	} cases[] = {
		{ "", END_OPEN },
		{ "”）", END_OPEN },
		{ "船工老周说", END_OPEN },
		{ "一共57", END_OPEN },
		{ "船工老周说，", END_COMMA },
		{ "渡口、", END_COMMA },
		{ "雨天不再打滑；", END_COMMA },
		{ "各位居民：", END_COLON },
		{ "雨天不再打滑。", END_SENTENCE },
		{ "雨天不再打滑吗？", END_SENTENCE },
		{ "就够了……", END_SENTENCE },
		/* closing marks and spaces behind it do not count */
		{ "“雨天不再打滑。”", END_SENTENCE },
		{ "（雨天不再打滑。） ", END_SENTENCE },
		{ "《渡口，》", END_COMMA },
		/* nor does a name behind a full stop, or how far the text goes */
		{ "雨天不再打滑。（丹翁）", END_SENTENCE },
		{ "雨天不再打滑（未完）", END_SENTENCE },
		/* but a word in brackets does */
		{ "新船（铁壳）", END_OPEN },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str text = str_from(cases[i].text);

		if (line_end_of(text, false) != cases[i].want)
			fail_msg("'%s' ends as %d", cases[i].text,
			         line_end_of(text, false));
		assert_int_equal(line_ends_sentence(text),
		                 cases[i].want == END_SENTENCE);
	}
}

static void a_full_stop_ends_a_latin_sentence(void **state)
{
	(void)state;
	assert_int_equal(line_end_of(STR("the ferry."), true), END_SENTENCE);
	assert_int_equal(line_end_of(STR("the ferry.)"), true), END_SENTENCE);
	assert_int_equal(line_end_of(STR("the ferry."), false), END_OPEN);
	assert_int_equal(line_end_of(STR("the ferry,"), true), END_COMMA);
	/* Quotations close with what opens them elsewhere. */
	assert_int_equal(line_end_of(STR("die Stadt.“"), true), END_SENTENCE);
	assert_int_equal(line_end_of(STR("la ville. »"), true), END_SENTENCE);
	assert_int_equal(line_end_of(STR("the ferry.\""), true), END_SENTENCE);
	assert_int_equal(line_end_of(STR("船工老周说“"), false), END_OPEN);
}

static void brackets_are_counted(void **state)
{
	static const struct {
		const char *text;
		int before, after;
	} cases[] = {
		{ "", 2, 2 },          { "（新船", 0, 1 },
		{ "（新船）", 0, 0 },  { "靠岸）", 1, 0 },
		{ "靠岸）", 0, -1 },   { "《渡口（上", 0, 2 },
		{ "a (b) 〔c", 1, 2 }, { "）（（", 0, -1 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		int after = line_brackets_after(str_from(cases[i].text),
		                                cases[i].before);

		if (after != cases[i].after)
			fail_msg("'%s': %d", cases[i].text, after);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_ends_with_its_last_mark),
		cmocka_unit_test(a_full_stop_ends_a_latin_sentence),
		cmocka_unit_test(brackets_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
