/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/cues.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void cues_are_recognised(void **state)
{
	static const struct {
		enum cue cue;
		const char *line;
		bool matches;
	} cases[] = {
		{ CUE_DATELINE, "本报讯（通讯员石伟）2 月 19", true },
		{ CUE_DATELINE, "新华社北京2月1日电", true },
		{ CUE_DATELINE, "据新华社报道", true },
		{ CUE_DATELINE, "（记者 张三）", true },
		{ CUE_DATELINE, "今天本报讯", false },
		{ CUE_DATELINE, "", false },
		{ CUE_DATE, "2020年2月17日", true },
		{ CUE_DATE, "２０２０年２月１７日", true },
		{ CUE_DATE, "二〇二〇年二月十七日", true },
		{ CUE_DATE, "2020 年 2 月 17 日", true },
		{ CUE_DATE, "2020年2月17日，区委", false },
		{ CUE_DATE, "2020年", false },
		{ CUE_JUMP_TO, "[2版]", true },
		{ CUE_JUMP_TO, "（下转第3版）", true },
		{ CUE_JUMP_TO, "下转A3版", true },
		{ CUE_JUMP_TO, "详见4版", true },
		{ CUE_JUMP_TO, "2版的内容还有很多很多", false },
		{ CUE_JUMP_FROM, "（上接第1版）", true },
		{ CUE_JUMP_FROM, "（下转第3版）", false },
		{ CUE_JOINED, "和全体一线工作者的慰问信", true },
		{ CUE_JOINED, "全体一线工作者", false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (cue_matches(cases[i].cue, str_from(cases[i].line), NULL) !=
		    cases[i].matches)
			fail_msg("cue %d: '%s'", cases[i].cue, cases[i].line);
}

static void jumps_name_their_page(void **state)
{
	static const struct {
		const char *line;
		size_t number;
		char letter;
	} cases[] = {
		{ "[2版]", 2, '\0' },
		{ "［２版］", 2, '\0' },
		{ "（下转第十二版）", 12, '\0' },
		{ "（下转第二十版）", 20, '\0' },
		{ "（下转A06版）", 6, 'A' },
		{ "→详见 16 版", 16, '\0' },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str line = str_from(cases[i].line);
		struct cue_match match;

		if (!cue_matches(CUE_JUMP_TO, line, &match))
			fail_msg("'%s' is no jump", cases[i].line);
		assert_int_equal(match.number, cases[i].number);
		assert_int_equal(match.letter, cases[i].letter);
		assert_int_equal(match.end, line.len);
	}
}

/* Cut anywhere, no line is read beyond its end. */
static void a_cut_line_is_no_trouble(void **state)
{
	static const char line[] = "（下转第十二版）2020年2月17日[A3版]";

	(void)state;
	for (size_t start = 0; start < sizeof line; start++)
		for (size_t end = start; end < sizeof line; end++) {
			char *part = mem_dup(line + start, end - start);

			for (int cue = 0; cue < CUE_COUNT; cue++) {
				struct cue_match match = { 0 };

				cue_matches((enum cue)cue,
				            (struct str){ part, end - start },
				            &match);
				assert_true(match.end <= end - start);
			}
			free(part);
		}
}

static void words_tell_kinds(void **state)
{
	(void)state;
	assert_true(cue_ends_signature(STR("疫情防控工作领导小组")));
	assert_true(cue_ends_signature(STR("某某有限公司")));
	assert_false(cue_ends_signature(STR("今天下雨。")));
	assert_false(cue_ends_signature(STR("")));
	assert_int_equal(cue_of_headline(STR("工作者的慰问信")),
	                 HEADLINE_LETTER);
	assert_int_equal(cue_of_headline(STR("招标公告")), HEADLINE_NOTICE);
	assert_int_equal(cue_of_headline(STR("召开会议")), HEADLINE_PLAIN);
	assert_int_equal(cue_of_headline(STR("")), HEADLINE_PLAIN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cues_are_recognised),
		cmocka_unit_test(jumps_name_their_page),
		cmocka_unit_test(a_cut_line_is_no_trouble),
		cmocka_unit_test(words_tell_kinds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
