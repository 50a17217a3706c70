/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/lists.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/lines/printed_line.h"
#include "load/lines/verses.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Lines of 16 em, so that the width of the column shows. */
#define TEXT                                                                                               \
 "渡口两岸的石阶上个月也重新铺过，雨\n天走在上面不再打滑。岸边立了水位\n" \
 "牌，水涨到红线就停航，等水退了再开\n"

/* A letter for each line behind `above`: I an item begins, i it goes on, V a verse, . none;
 * and behind it ; where an item ends. */
static void signs_of(struct buf *out, const char *above, const char *page)
{
	struct issue *issue;
	struct printed_lines lines;
	struct buf text;
	size_t first;

	buf_init(&text);
	buf_add_c(&text, above);
	buf_add_c(&text, page);
	issue = fixture_lines(text.ptr);
	printed_lines_init(&lines, issue, 0);
	printed_lines_measure(&lines);
	lists_find(&lines);
	verses_find(&lines);
	for (first = 0; *above; above++)
		first += *above == '\n';
	for (size_t i = first; i < lines.count; i++) {
		const struct printed_line *line = &lines.items[i];

		buf_add_byte(out, line->list == LIST_ITEM     ? 'I'
		                  : line->list == LIST_INSIDE ? 'i'
		                  : line->verse               ? 'V'
		                                              : '.');
		if (line->ends_item)
			buf_add_byte(out, ';');
	}
	printed_lines_release(&lines);
	issue_free(issue);
	buf_release(&text);
}

struct list_case {
	const char *page, *signs;
};

static void check(const struct list_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct buf got;

		buf_init(&got);
		signs_of(&got, TEXT TEXT, cases[i].page);
		if (strcmp(got.ptr, cases[i].signs) != 0)
			fail_msg("%s: '%s' and not '%s'", cases[i].page,
			         got.ptr, cases[i].signs);
		buf_release(&got);
	}
}

static void items_behind_marks_are_lists(void **state)
{
	static const struct list_case cases[] = {
		/* under a colon, whatever they end with */
		{ "具体如下：\n１．减免房租\n２．缓交水费\n", ".I;I;" },
		{ "具体如下：\n（一）减免房租；\n（二）缓交水费。\n", ".I;I;" },
		{ "具体如下：\n①减免房租，\n②缓交水费\n③发券\n", ".I;I;I;" },
		{ "具体如下：\n⑴减免房租，\n⑵缓交水费\n", ".I;I;" },
		{ "具体如下：\n●减免房租三个月；\n●缓交水费、电费和燃气费，最长\n六个"
		  "月；\n●发券。\n",
		  ".I;Ii;I;" },
		{ "具体如下：\n——减免房租；\n——缓交水费。\n", ".I;I;" },
		{ "具体如下：\n一是减免房租；\n二是缓交水费。\n", ".I;I;" },
		{ "具体如下：\nA．减免房租\nB．缓交水费\n", ".I;I;" },
		{ "具体如下：\n甲、减免房租\n乙、缓交水费\n", ".I;I;" },
		/* without one: by their ends, or three short ones */
		{ "有两件。\n1、减免房租；\n2、缓交水费。\n", ".I;I;" },
		{ "有三件。\n1、减免房租\n2、缓交水费\n3、发券\n", ".I;I;I;" },
		{ "有三件。\n· 减免房租\n· 缓交水费\n· 发券\n", ".I;I;I;" },
		/* not: numbers that do not go on, headlines behind bullets */
		{ "有两件。\n1、减免房租；\n3、缓交水费。\n", "..." },
		{ "停航了。\n●新船来了\n●旧船去了\n●渡口修好了\n", "...." },
		{ "今年种树3200棵，比去年多三成。\n-5℃的时候停工。\n", ".." },
	};

	(void)state;
	check(cases, ARRAY_LEN(cases));
}

static void short_lines_under_a_colon_are_lists(void **state)
{
	static const struct list_case cases[] = {
		{ "结果如下：\n春城一中：一等奖；\n石山二中：二等奖。\n区长说，明年还要"
		  "再办一次，让更多的\n人来。\n",
		  ".I;I;.." },
		{ "他写了一首诗：\n河水向东流\n渡船向西走\n", ".I;I;" },
		{ "名单：\n一等奖：王小河、李大山\n二等奖：赵一平、钱多多、孙小桥、周"
		  "江\n三等奖：吴湖\n",
		  ".I;I;I;" },
		/* not: one line, a line that goes on, a greeting */
		{ "电话：\n8801\n", ".." },
		{ "牌上写的字，是一句在这里住的人说：\n“水涨到这里。”\n就停航。\n",
		  "..." },
		{ "各位居民：\n你们好。\n新年好。\n", "..." },
		{ "电话：\n\n新船来了\n旧船去了\n", "..." },
		/* a blank line ends it */
		{ "结果如下：\n春城一中\n石山二中\n\n夜间公交增加\n三条线路\n",
		  ".I;I;.." },
	};

	(void)state;
	check(cases, ARRAY_LEN(cases));
}

static void who_speaks_begins_a_paragraph(void **state)
{
	static const struct list_case cases[] = {
		{ "老周：船下水了。\n记者：坐得下吗？\n老周：坐得下。\n",
		  "I.I" },
		{ "问：何时通车？\n答：明年。\n问：为何这么晚？\n", "I.I" },
		{ "老周：船下水了。\n记者：坐得下吗？\n", ".." },
	};

	(void)state;
	check(cases, ARRAY_LEN(cases));
}

static void short_lines_between_blank_ones_are_verses(void **state)
{
	static const struct list_case cases[] = {
		{ "\n渡口\n□ 老周\n河水向东流\n渡船向西走\n摆渡的人啊\n一站三十秋\n",
		  "..VVVV" },
		{ "\n灯\n\n老街上的灯\n坏了一个冬天\n孩子们说\n星星都掉了\n挂在街上\n",
		  ".VVVVV" },
		{ "\n老街上的灯\n坏了一个冬天\n孩子们说\n星星都掉了\n\n挂在街上\n"
		  "挂在河上\n挂在天上\n",
		  ".VVVVVV" },
		/* not: a headline, what runs around a picture, a pull quote */
		{ "\n火树银花不夜天\n元宵灯会亮灯\n镜湖三条路\n步行管制\n",
		  "...." },
		{ "死一案、\n儗俟伍澄\n宇律師自\n蘇返滬、\n向特區法\n",
		  "....." },
		{ "\n原来它离\n我们这么远，\n还肯照着我收\n车。\n", "...." },
	};

	(void)state;
	check(cases, ARRAY_LEN(cases));
}

/* Each item is a paragraph of the article above it, and none is a headline. */
static void items_are_paragraphs(void **state)
{
	static const char *const items[] = { "●减免房租三个月；",
		                             "●缓交水费、电费；", "●发放消费券",
		                             "记者问：", "区长答：" };
	struct issue *issue = fixture_page(
		"四条措施今起实行\n\n"
		"¶本报讯　区政府昨天公布几条措施，具体内容如下：\n"
		"●减免房租三个月；\n●缓交水费、电费；\n●发放消费券\n"
		"¶区政府要求各街道尽快落实，把好事办好、实事办实，让小店早日"
		"恢复元气，让街上早日热闹起来。区长还回答了几个问题：\n"
		"记者问：\n为什么要减免房租呢？\n区长答：\n因为小店是烟火气。\n"
		"¶区政府说，以后还要看情况再增加几条措施，让大家满意。\n",
		15);
	size_t found = 0;

	(void)state;
	assert_null(issue_validate(issue));
	assert_int_equal(issue->article_count, 1);
	for (size_t i = 0; i < issue->passage_count; i++)
		for (size_t k = 0; k < ARRAY_LEN(items); k++)
			found += issue->passages[i].role == ROLE_BODY &&
			         str_equal(issue->passages[i].text,
			                   str_from(items[k]));
	assert_int_equal(found, ARRAY_LEN(items));
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_behind_marks_are_lists),
		cmocka_unit_test(short_lines_under_a_colon_are_lists),
		cmocka_unit_test(who_speaks_begins_a_paragraph),
		cmocka_unit_test(short_lines_between_blank_ones_are_verses),
		cmocka_unit_test(items_are_paragraphs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
