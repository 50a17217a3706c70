/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/aside/running_heads.h"

#include "../lib/asides.h"
#include "../lib/fixture.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Three lines of a text: between them and the edges stands what is asked. */
#define TEXT                                                                   \
 "渡口两岸的石阶也重新铺过，雨\n天不再打滑。岸边立了水位牌，水\n涨到红线就停航。\n"

static void find(struct printed_lines *lines, const struct issue *issue)
{
	struct running_heads heads;

	(void)issue;
	running_heads_find(&heads, lines);
}

static void furniture_is_set_aside(void **state)
{
	static const struct asides_case cases[] = {
		{ "石桥晚报\n" TEXT, "F..." },
		{ "石桥晚报\n2021年12月4日 星期六\n第1版\n\n" TEXT, "FFF..." },
		{ "A06 石桥晚报 2021年12月4日\n" TEXT, "F..." },
		{ "第2版　要闻\n" TEXT, "F..." },
		{ "2021年12月4日　星期六　责任编辑：张三　第3版\n" TEXT,
		  "F..." },
		{ TEXT "第2版\n", "...F" },
		{ TEXT "— 12 —\n", "...F" },
		{ TEXT "责任编辑：张三　美编：李四\n", "...F" },
		{ TEXT "新闻热线：12345678\n", "...F" },
		{ "Stonebridge Gazette\nSaturday, December 4, 2021\nPage 3\n" TEXT,
		  "FFF..." },
		/* not: a headline that names a paper, a letter's date, a number
		 * in a text */
		{ "石桥晚报举办读者开放日活动\n" TEXT, "...." },
		{ "第2版的秘密\n" TEXT, "...." },
		{ TEXT "石桥镇供水站\n2021年12月3日\n", "....." },
		{ TEXT "12\n" TEXT, "......." },
		{ TEXT "责任编辑的一天从黄昏开始，到黎明结束。\n", "...." },
		{ TEXT, "..." },
		{ "", "" },
	};

	(void)state;
	asides_check(cases, ARRAY_LEN(cases), find);
}

static void edges_tell_of_the_page(void **state)
{
	static const struct {
		const char *head, *label, *paper;
		size_t number, year, month, day;
	} cases[] = {
		{ "石桥晚报\n2021年12月4日\n第1版", "第1版", "石桥晚报", 1,
		  2021, 12, 4 },
		{ "A06 石桥晚报 2021-12-04", "A06", "石桥晚报", 6, 2021, 12,
		  4 },
		{ "第十二版", "第十二版", "", 12, 0, 0, 0 },
		{ "晶報\n中華民國十九年五月廿三日", "", "晶報", 0, 1930, 5,
		  23 },
		{ "二〇二一年十二月四日", "", "", 0, 2021, 12, 4 },
		{ "Stonebridge Gazette\nSaturday, December 4, 2021\nPage 3",
		  "Page 3", "Stonebridge Gazette", 3, 2021, 12, 4 },
		{ "Sunday 23 February 2025", "", "", 0, 2025, 2, 23 },
		{ "３", "", "", 3, 0, 0, 0 },
		/* spaced, run together, bilingual, in capitals */
		{ "石桥晚报 2021 年 12 月 4 日 星期六 第 1 版", "第 1 版",
		  "石桥晚报", 1, 2021, 12, 4 },
		{ "石桥晚报2021年12月4日星期六 要闻 01", "", "石桥晚报", 1,
		  2021, 12, 4 },
		{ "SHIQIAO DAILY 石桥晚报 2021年12月4日", "", "石桥晚报", 0,
		  2021, 12, 4 },
		{ "二Ｏ二一年十二月四日", "", "", 0, 2021, 12, 4 },
		{ "THE STONEBRIDGE HERALD ★ SATURDAY, MAY 4, 2024 ★ A1", "A1",
		  "THE STONEBRIDGE HERALD", 1, 2024, 5, 4 },
		{ "SATURDAY, MAY 4, 2024      A1      THE STONEBRIDGE HERALD",
		  "A1", "THE STONEBRIDGE HERALD", 1, 2024, 5, 4 },
		/* no such day */
		{ "石桥晚报\n2021年13月4日", "", "石桥晚报", 0, 0, 0, 0 },
		{ "城南渡口换上新船", "", "", 0, 0, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct printed_lines lines;
		struct running_heads heads;
		struct issue *issue;
		struct buf page;

		buf_init(&page);
		buf_addf(&page, "%s\n\n" TEXT, cases[i].head);
		issue = fixture_lines(page.ptr);
		printed_lines_init(&lines, issue, 0);
		running_heads_find(&heads, &lines);
		if (!str_equal(heads.label, str_from(cases[i].label)) ||
		    !str_equal(heads.paper, str_from(cases[i].paper)) ||
		    heads.number != cases[i].number ||
		    heads.year != cases[i].year ||
		    heads.month != cases[i].month || heads.day != cases[i].day)
			fail_msg("%s: page %zu '%.*s' of '%.*s', %zu-%zu-%zu",
			         cases[i].head, heads.number,
			         (int)heads.label.len, heads.label.ptr,
			         (int)heads.paper.len, heads.paper.ptr,
			         heads.year, heads.month, heads.day);
		printed_lines_release(&lines);
		issue_free(issue);
		buf_release(&page);
	}
}

static void furniture_has_roles(void **state)
{
	static const struct {
		const char *line;
		enum role role;
	} cases[] = {
		{ "石桥晚报", ROLE_MASTHEAD },
		{ "A06 石桥晚报", ROLE_MASTHEAD },
		{ "第2版　要闻", ROLE_FOLIO },
		{ "— 12 —", ROLE_FOLIO },
		{ "2021年12月4日", ROLE_EDITION_DATE },
		{ "星期六", ROLE_EDITION_DATE },
		{ "责任编辑：张三", ROLE_EDITOR },
		{ "报栏", ROLE_FURNITURE },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (running_head_role(str_from(cases[i].line)) != cases[i].role)
			fail_msg("%s: %s", cases[i].line,
			         role_name(running_head_role(
					 str_from(cases[i].line))));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(furniture_is_set_aside),
		cmocka_unit_test(edges_tell_of_the_page),
		cmocka_unit_test(furniture_has_roles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
