/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/cues.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
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
		{ CUE_DATELINE, "晚报讯（记者 张三", true },
		{ CUE_DATELINE, "晚报消息　8月28日清早", true },
		{ CUE_DATELINE, "本报8月6日讯（记者", true },
		{ CUE_DATELINE, "（重慶廿四日海通社電）", true },
		{ CUE_DATELINE, "（五原廿三日電", true },
		{ CUE_DATELINE, "（路透電）", true },
		{ CUE_DATELINE, "（今日天氣很好）", false },
		{ CUE_DATELINE, "Belgrade, 9 juin. — Le roi", true },
		{ CUE_DATELINE, "Hamburg, 12. März. Die Arbeiter", true },
		{ CUE_DATELINE, "Luxembourg, le 6 décembre.", true },
		{ CUE_DATELINE, "LONDON, Nov. 28 (AP) — The", true },
		{ CUE_DATELINE, "NEW YORK, June 5. The", true },
		{ CUE_DATELINE, "Le ministre, qui a promis", false },
		{ CUE_DATELINE, "London, in June 5 ships came", false },
		{ CUE_DATELINE, "SPRINGFIELD (AP) — Some three", true },
		{ CUE_DATELINE, "ST. LOUIS, Mo. (AP) - Some three", true },
		{ CUE_DATELINE, "NEW YORK, June 2 — The mayor", true },
		{ CUE_DATELINE, "LAKE CITY — The library", true },
		{ CUE_DATELINE, "Londres, 9 juin. — Le roi", true },
		{ CUE_DATELINE, "NASA engineers said", false },
		{ CUE_DATELINE, "Martin, nine years old, said", false },
		{ CUE_DATELINE, "A — B", false },
		{ CUE_DATELINE, "", false },
		{ CUE_DATE, "2020年2月17日", true },
		{ CUE_DATE, "２０２０年２月１７日", true },
		{ CUE_DATE, "二〇二〇年二月十七日", true },
		{ CUE_DATE, "2020 年 2 月 17 日", true },
		{ CUE_DATE, "2020年2月17日，区委", false },
		{ CUE_DATE, "2020年", false },
		{ CUE_DATELINE, "本 报 讯", true },
		{ CUE_INDEX, "今　日　导　读", true },
		{ CUE_JUMP_TO, "[2版]", true },
		{ CUE_JUMP_TO, "（下转第3版）", true },
		{ CUE_JUMP_TO, "下转A3版", true },
		{ CUE_JUMP_TO, "详见4版", true },
		{ CUE_JUMP_TO, "2版的内容还有很多很多", false },
		{ CUE_JUMP_FROM, "（上接第1版）", true },
		{ CUE_JUMP_FROM, "（下转第3版）", false },
		{ CUE_JOINED, "和全体一线工作者的慰问信", true },
		{ CUE_JOINED, "全体一线工作者", false },
		{ CUE_ITEM, "（三）", true },
		{ CUE_ITEM, "2.", true },
		{ CUE_ITEM, "2020年", false },
		{ CUE_ITEM, "问：这条路何时通车？", true },
		{ CUE_ITEM, "記者：這條路何時通車？", true },
		{ CUE_ITEM, "问题在于路", false },
		{ CUE_REMARK, "（未完）", true },
		{ CUE_REMARK, "[待续]", true },
		{ CUE_REMARK, "（未完成的桥）通了", false },
		{ CUE_BYLINE, "本报记者 张三 李四", true },
		{ CUE_BYLINE, "By Jane Roe", true },
		{ CUE_BYLINE, "Von Ludwig van der Roe", true },
		{ CUE_BYLINE, "Par Jeanne Roe, de la rédaction", false },
		{ CUE_BYLINE, "By Monday morning crews had restored", false },
		{ CUE_BYLINE, "by the town", false },
		{ CUE_BYLINE, "张三", false },
		{ CUE_RANK, "Herald Staff Writer", true },
		{ CUE_RANK, "The Associated Press", true },
		{ CUE_RANK, "The new bridge was opened", false },
		{ CUE_SIGNED, "（丹翁）", true },
		{ CUE_CAPTION, "▲图为施工现场", true },
		{ CUE_CAPTION, "看图为生", false },
		{ CUE_NOTE, "【编者按】", true },
		{ CUE_CLOSING, "此致", true },
		{ CUE_CLOSING, "此致辞的人", false },
		{ CUE_SALUTE, "Dear Mr. Roe,", true },
		{ CUE_SALUTE, "Dear prices again", false },
		{ CUE_INDEX, "今日导读", true },
		{ CUE_INDEX, "导读工作", false },
		{ CUE_PAPER, "某某晚报", true },
		{ CUE_PAPER, "某某晚报社", false },
		{ CUE_DAY, "中華民國十九年五月廿三日", true },
		{ CUE_DAY, "5月23日", false },
		{ CUE_DAY, "Sunday 23 February 2025", true },
		{ CUE_DAY, "Monday, April 1, 1912", true },
		{ CUE_DAY, "14 February", false },
		{ CUE_FOLIO, "第 2 版", true },
		{ CUE_FOLIO, "A06", true },
		{ CUE_FOLIO, "第2版面", false },
		{ CUE_NUMBER, "— 12 —", true },
		{ CUE_NUMBER, "12人", false },
		{ CUE_EDITOR, "责任编辑：张三", true },
		{ CUE_EDITOR, "张三", false },
		{ CUE_FURNITURE, "星期三", true },
		{ CUE_FURNITURE, "今日8版", true },
		{ CUE_SALUTED, "全区各位居民：", true },
		{ CUE_PICTURED, "李四 摄", true },
		{ CUE_PICTURED, "李四摄于", false },
		{ CUE_SIGNING, "疫情防控工作领导小组", true },
		{ CUE_SIGNING, "今天下雨。", false },
		{ CUE_ANNOUNCING, "名单如下：", true },
		{ CUE_ANNOUNCING, "各位居民：", false },
		{ CUE_LETTER_HEAD, "工作者的慰问信", true },
		{ CUE_LETTER_HEAD, "书信集出版", false },
		{ CUE_NOTICE_HEAD, "招标公告一则", true },
		{ CUE_NOTICE_HEAD, "召开会议", false },
		{ CUE_REPORTER, "本报通讯员 王五", true },
		{ CUE_REPORTER, "", false },
		{ CUE_WRITER, "下街居民", true },
		{ CUE_WRITER, "居民区", false },
		{ CUE_ATTENDING, "甲、乙、丙参加活动。", true },
		{ CUE_ATTENDING, "甲、乙、丙到场。", false },
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
		assert_int_equal(cue_number(&match), cases[i].number);
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

static void numbers_are_captured_in_order(void **state)
{
	static const struct {
		enum cue cue;
		const char *line;
		size_t count, numbers[3];
	} cases[] = {
		{ CUE_DAY, "2020年2月17日", 3, { 2020, 2, 17 } },
		{ CUE_DAY, "二〇二〇年十二月三十一日", 3, { 2020, 12, 31 } },
		{ CUE_DAY, "中華民國十九年五月廿三日", 3, { 19, 5, 23 } },
		{ CUE_DAY, "2020-02-17", 3, { 2020, 2, 17 } },
		{ CUE_FOLIO, "第Ａ版", 0, { 0 } },
		{ CUE_FOLIO, "A06", 1, { 6 } },
		{ CUE_NUMBER, "· 3 ·", 1, { 3 } },
		{ CUE_BULLET, "●", 0, { 0 } },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct cue_match match = { 0 };

		cue_matches(cases[i].cue, str_from(cases[i].line), &match);
		if (match.count != cases[i].count)
			fail_msg("'%s': %zu numbers", cases[i].line,
			         match.count);
		assert_memory_equal(match.numbers, cases[i].numbers,
		                    match.count * sizeof *match.numbers);
	}
}

static void words_are_listed_in_order(void **state)
{
	(void)state;
	assert_true(str_equal(cue_word(CUE_ATTENDING, 0), STR("参加")));
	assert_true(str_equal(cue_word(CUE_ATTENDING, 2), STR("陪同")));
	assert_int_equal(cue_word(CUE_ATTENDING, 3).len, 0);
	/* A cue of patterns has no words. */
	assert_int_equal(cue_word(CUE_DATELINE, 0).len, 0);
}

static void months_are_captured(void **state)
{
	static const char *const months[] = {
		"January",   "February", "March",    "April",
		"May",       "June",     "July",     "August",
		"September", "October",  "November", "December",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(months); i++) {
		struct cue_match match = { 0 };
		char line[40];

		snprintf(line, sizeof line, "Sunday, %s 4, 2021", months[i]);
		if (!cue_matches(CUE_DAY, str_from(line), &match))
			fail_msg("'%s' is no day", line);
		if (match.month != i + 1 || match.count != 2 ||
		    match.numbers[0] != 4 || match.numbers[1] != 2021)
			fail_msg("'%s': month %zu, %zu numbers %zu %zu", line,
			         match.month, match.count, match.numbers[0],
			         match.numbers[1]);
	}
	assert_false(cue_matches(CUE_DAY, STR("Sunday, Maybe 4, 2021"), NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cues_are_recognised),
		cmocka_unit_test(jumps_name_their_page),
		cmocka_unit_test(a_cut_line_is_no_trouble),
		cmocka_unit_test(numbers_are_captured_in_order),
		cmocka_unit_test(months_are_captured),
		cmocka_unit_test(words_are_listed_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
