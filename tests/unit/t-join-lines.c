/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/join_lines.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/lines/hyphens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Each span stands verbatim in its line, and between two of them is at most a space:
 * NULL, or what is wrong. */
static const char *wrong_span(const struct issue *issue,
                              const struct passage *passage)
{
	size_t end = 0;

	for (size_t i = 0; i < passage->span_count; i++) {
		const struct span *span = &passage->spans[i];
		struct str line = issue->lines[span->line].text;

		if (span->start < end || span->start > end + 1)
			return "a span does not begin where the one before it ends";
		if (span->start == end + 1 && passage->text.ptr[end] != ' ')
			return "no space stands between two spans";
		end = span->end;
		if (!str_equal(str_slice(passage->text, span->start, end),
		               str_slice(line, span->at,
		                         span->at + end - span->start)))
			return "a span does not stand in its line";
	}
	return end == passage->text.len ? NULL : "text stands in no span";
}

/* The first `count` lines of a page as one passage; `knows`: by the words of the
 * page. */
static void assert_joins(const char *page, size_t count,
                         enum join_spaces spaces, bool knows, const char *want)
{
	struct issue *issue = fixture_lines(page);
	struct passage passage = { 0 };
	struct printed_lines lines;
	struct page_words words;
	size_t which[8];
	const char *wrong;

	for (size_t i = 0; i < ARRAY_LEN(which); i++)
		which[i] = i;
	printed_lines_init(&lines, issue, 0);
	page_words_init(&words, &lines);
	join_lines(issue, &lines,
	           &(struct joined_lines){ .which = which,
	                                   .count = count,
	                                   .spaces = spaces,
	                                   .words = knows ? &words : NULL },
	           &passage);
	if (!str_equal(passage.text, str_from(want)))
		fail_msg("'%s': joined to '%.*s', not to '%s'", page,
		         (int)passage.text.len, passage.text.ptr, want);
	wrong = wrong_span(issue, &passage);
	if (wrong)
		fail_msg("'%s': %s", page, wrong);
	page_words_release(&words);
	printed_lines_release(&lines);
	issue_free(issue);
}

static void lines_are_joined_by_their_scripts(void **state)
{
	(void)state;
	assert_joins("石桥镇的图书\n室昨天开门。", 2, JOIN_SPACES_NONE, false,
	             "石桥镇的图书室昨天开门。");
	assert_joins("　　石桥镇的\n　图书室", 2, JOIN_SPACES_NONE, false,
	             "石桥镇的图书室");
	assert_joins("The mayor of the town\nsaid so", 2, JOIN_SPACES_NONE,
	             false, "The mayor of the town said so");
	assert_joins("石桥镇用上了 Linux\nKernel 和别的", 2, JOIN_SPACES_NONE,
	             false, "石桥镇用上了 Linux Kernel 和别的");
	assert_joins("石桥镇的图书室开了20\n20年", 2, JOIN_SPACES_NONE, false,
	             "石桥镇的图书室开了2020年");
	assert_joins("石桥镇的图书室\nLinux", 2, JOIN_SPACES_NONE, false,
	             "石桥镇的图书室Linux");
	assert_joins("一行。", 1, JOIN_SPACES_NONE, false, "一行。");
}

static void spaces_stay_between_the_names_of_a_byline(void **state)
{
	(void)state;
	assert_joins("石 桥 镇 的", 1, JOIN_SPACES_NONE, false, "石桥镇的");
	assert_joins("张三 李四", 1, JOIN_SPACES_NONE, false, "张三李四");
	assert_joins("张三 李四", 1, JOIN_SPACES_WORDS, false, "张三 李四");
	assert_joins("李　红", 1, JOIN_SPACES_WORDS, false, "李红");
	assert_joins("a b", 1, JOIN_SPACES_NONE, false, "a b");
}

static void pauses_stay_in_headlines(void **state)
{
	static const size_t which[] = { 0, 1, 2 }, pause = 1;
	struct issue *issue =
		fixture_lines("城西渡口\n恢复夜航\n码头上灯火通明");
	struct passage passage = { 0 };
	struct printed_lines lines;

	(void)state;
	assert_joins("冰天雪地　热气腾腾", 1, JOIN_SPACES_PAUSES, false,
	             "冰天雪地　热气腾腾");
	assert_joins("冰天 雪地", 1, JOIN_SPACES_PAUSES, false, "冰天雪地");
	assert_joins("冰　天　雪　地", 1, JOIN_SPACES_PAUSES, false,
	             "冰天雪地");
	printed_lines_init(&lines, issue, 0);
	join_lines(issue, &lines,
	           &(struct joined_lines){ .which = which,
	                                   .count = ARRAY_LEN(which),
	                                   .pauses = &pause,
	                                   .pause_count = 1 },
	           &passage);
	assert_true(str_equal(passage.text,
	                      STR("城西渡口恢复夜航 码头上灯火通明")));
	assert_null(wrong_span(issue, &passage));
	printed_lines_release(&lines);
	issue_free(issue);
}

static void spaces_go_between_ideographs_alone(void **state)
{
	(void)state;
	assert_joins("봄맞이 나무 심기\n행사가 열렸다", 2, JOIN_SPACES_NONE,
	             false, "봄맞이 나무 심기 행사가 열렸다");
	assert_joins("俱乐部Ｇｒｅｅｎ Ｔｒｅｅ Ｃｌｕｂ 的 客人", 1,
	             JOIN_SPACES_NONE, false,
	             "俱乐部Ｇｒｅｅｎ Ｔｒｅｅ Ｃｌｕｂ的客人");
	assert_joins("town.” “And — “yes” — he", 1, JOIN_SPACES_NONE, false,
	             "town.” “And — “yes” — he");
	assert_joins("他说。” “好 — 吧”", 1, JOIN_SPACES_NONE, false,
	             "他说。”“好—吧”");
	assert_joins("😀 😀 𝐓𝐡𝐞 𝐦𝐚𝐧", 1, JOIN_SPACES_NONE, false, "😀 😀 𝐓𝐡𝐞 𝐦𝐚𝐧");
}

static void white_space_of_any_kind_is_a_blank(void **state)
{
	(void)state;
	assert_joins("a\tb\u00a0\u2009c  d", 1, JOIN_SPACES_PAUSES, false,
	             "a b c  d");
	assert_joins("春\u2009季\u00a0植\u200b树\t", 1, JOIN_SPACES_PAUSES,
	             false, "春季植树");
}

static void a_hyphen_of_the_line_is_dropped(void **state)
{
	static const char page[] = "He read the time-\n"
				   "table at noon.\n"
				   "The timetable was an old one.\n";

	(void)state;
	assert_joins(page, 2, JOIN_SPACES_NONE, true,
	             "He read the timetable at noon.");
	assert_joins(page, 2, JOIN_SPACES_NONE, false,
	             "He read the time-table at noon.");
	assert_joins("He read the time\u2010\ntable at noon.\n", 2,
	             JOIN_SPACES_NONE, true, "He read the timetable at noon.");
	assert_joins("He read the time\u00ac\ntable at noon.\n", 2,
	             JOIN_SPACES_NONE, true, "He read the timetable at noon.");
	assert_joins("The Anglo-\nSaxon time-table.\n", 2, JOIN_SPACES_NONE,
	             true, "The Anglo-Saxon time-table.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_joined_by_their_scripts),
		cmocka_unit_test(spaces_stay_between_the_names_of_a_byline),
		cmocka_unit_test(pauses_stay_in_headlines),
		cmocka_unit_test(spaces_go_between_ideographs_alone),
		cmocka_unit_test(white_space_of_any_kind_is_a_blank),
		cmocka_unit_test(a_hyphen_of_the_line_is_dropped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
