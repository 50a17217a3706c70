/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/aside/tables.h"

#include "../lib/asides.h"
#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/build/table_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void find(struct printed_lines *lines, const struct issue *issue)
{
	(void)issue;
	tables_find(lines);
}

static void rows_are_set_aside(void **state)
{
	static const struct asides_case cases[] = {
		/* numbers */
		{ "股市行情\n代码 名称 收盘\n01 河边钢铁 5.67\n02 春城纺织 "
		  "12.30\n",
		  ".TTT" },
		{ "线路 首班 末班\nN1 22:30 02:00\nN2 22:40 02:00\n", "TTT" },
		{ "5 3 _ _ 7\n6 _ _ 1 9\n_ 9 8 _ _\n", "TTT" },
		{ "Team P W D L\nAdler Nord 10 7 2 1\nRot Weiss Süd 10 6 1 3\n",
		  "TTT" },
		{ "Wheat....... 23.50\nBarley...... 18.20\n", "TT" },
		{ "Spring wheat 23.50\nWinter wheat 22.10\nBarley 18.20\nOats "
		  "15.00\n",
		  "TTTT" },
		/* as many words in each line, where words have no blanks */
		{ "春城 晴 3℃～15℃\n南湖 多云 8℃～17℃\n东岸 小雨 18℃\n",
		  "TTT" },
		{ "张小山 李小河 王大海\n赵小石 钱大路 孙小桥\n周大江 吴小湖 郑大川\n",
		  "TTT" },
		{ "소나무   12   3,5\n버드나무   8   2,1\n", ".." },
		{ "소나무   12   3.5\n버드나무   8   2.1\n참나무   9   1.1\n",
		  "TTT" },
		/* tabs */
		{ "河边\t晴\n山上\t雨\n", "TT" },
		/* a heading between rows of one form */
		{ "甲队 3 1 5\n乙队 2 2 4\n第二组\n丙队 3 1 5\n丁队 2 2 4\n",
		  "TTTTT" },
		/* a programme; rules and bars */
		{ "19:00 新闻联播\n19:38 焦点访谈\n20:05 渡口（三）\n", "TTT" },
		{ "5 3 . | . 7 .\n6 . . | 1 9 5\n. 9 8 | . . "
		  ".\n------+------\n8 . . | . 6 .\n4 . . | 8 . 3\n7 . . | . 2 "
		  ".\n",
		  "TTTTTTT" },
		/* not */
		{ "甲队 3 1\n", "." },
		{ "昨天 3 点，河边 2 棵\n今天 4 点，河边 5 棵\n明天 1 点，河边 2 棵\n",
		  "..." },
		{ "In 1912 the river rose\nby 3 feet in 2 hours\nand 40 houses "
		  "fell\n",
		  "..." },
		{ "通　　　知\n公　　　告\n启　　　事\n", "..." },
		{ "稱你好友、 原是假恭維、 沒的\n自命新學、 沒的瞎威武、 "
		  "評劇\n看戲原是、 氣鼓鼓的、 孩兒\n",
		  "..." },
		{ "区领导检查防汛 2版\n春季植树活动 3版\n社区食堂开张 4版\n",
		  "..." },
		{ "1. 减免房租\n2. 缓交水费\n3. 发放消费券\n", "..." },
		/* a control character is shown, so it parts no cells */
		{ "01 stone\v5.67\n02 sand\v12.30\n", ".." },
		{ "stone\t5.67\v1\nsand\t12.30\v2\n", ".." },
		{ "a,row 1,2.50\na,row 2,3.50\na,row 3,4.50\n", "..." },
		{ "", "" },
	};

	(void)state;
	asides_check(cases, ARRAY_LEN(cases), find);
}

/* The rows of a table, each on a line. */
static void rows_of(struct buf *out, const char *page)
{
	struct issue *issue = fixture_lines(page);
	struct printed_lines lines;
	struct table_text table;
	size_t which[16];

	printed_lines_init(&lines, issue, 0);
	assert_in_range(lines.count, 1, ARRAY_LEN(which));
	for (size_t i = 0; i < lines.count; i++)
		which[i] = i;
	table_text_measure(&table, issue, &lines,
	                   (struct table_lines){ which, lines.count });
	for (size_t i = 0; i < lines.count; i++) {
		struct passage passage = { .role = ROLE_ROW };

		table_text_join(&table, issue, &lines.items[i], &passage);
		buf_add(out, passage.text);
		buf_add_byte(out, '\n');
	}
	printed_lines_release(&lines);
	issue_free(issue);
}

static void cells_stand_under_each_other(void **state)
{
	static const struct {
		const char *page, *rows;
	} cases[] = {
		{ "钢铁 5.67 +0.12\n纺织厂 12.30 -0.45\n",
		  "钢铁     5.67  +0.12\n纺织厂  12.30  -0.45\n" },
		{ "Team P W\nAdler Nord 10 7\nSüd 9 6\n",
		  "Team         P  W\nAdler Nord  10  7\nSüd          9  6\n" },
		{ "河边\t晴\t3\n山\t\t12\n", "河边  晴   3\n山        12\n" },
		{ "\t周一\t周二\n早\t7\t8\n",
		  "    周一  周二\n早     7     8\n" },
		/* as they are: the file has set them */
		{ "Oats   15.00\nBarley 18.20\n",
		  "Oats   15.00\nBarley 18.20\n" },
		{ "       Sp  S\n1. FC  10  7\n",
		  "       Sp  S\n1. FC  10  7\n" },
		{ "　　甲　　乙\n　　丙　　丁\n", "甲　　乙\n丙　　丁\n" },
		/* as they are: no two rows are alike */
		{ "a b 1\nc d e f\n", "a b 1\nc d e f\n" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf got;

		buf_init(&got);
		rows_of(&got, cases[i].page);
		assert_string_equal(got.ptr, cases[i].rows);
		buf_release(&got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_set_aside),
		cmocka_unit_test(cells_stand_under_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
