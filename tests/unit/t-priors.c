/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/priors.h"

#include "../lib/fixture.h"
#include "../lib/labelled_page.h"
#include "base/mem.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* A sign that was counted costs less than before, and its opposite more. */
static void counts_become_costs(void **state)
{
	struct prior_counts none = { 0 }, some = { 0 };
	struct priors usual, counted;

	(void)state;
	some.blank[GAP_INSIDE][1] = 20;
	some.blank[GAP_PARAGRAPH][0] = 20;
	some.last_end[END_COMMA] = 20;
	some.indent[INDENT_NONE] = 20;
	some.capital[PLACE_LATER][1] = 20;
	some.byline[1] = 20;
	priors_set(&usual, BLANK_IS_SIGN, false, &none);
	priors_set(&counted, BLANK_IS_SIGN, false, &some);
	assert_true(usual.blank[GAP_INSIDE][0] < usual.blank[GAP_INSIDE][1]);
	assert_true(counted.blank[GAP_INSIDE][0] >
	            counted.blank[GAP_INSIDE][1]);
	assert_true(usual.blank[GAP_PARAGRAPH][1] <
	            usual.blank[GAP_PARAGRAPH][0]);
	assert_true(counted.blank[GAP_PARAGRAPH][1] >
	            counted.blank[GAP_PARAGRAPH][0]);
	assert_true(counted.last_end[END_COMMA] < usual.last_end[END_COMMA]);
	assert_true(counted.last_end[END_SENTENCE] >
	            usual.last_end[END_SENTENCE]);
	assert_true(usual.capital[PLACE_FIRST][1] < 0 &&
	            usual.capital[PLACE_LATER][1] > 0);
	assert_true(counted.capital[PLACE_LATER][1] < 0);
	assert_true(counted.indent[INDENT_NONE] < usual.indent[INDENT_NONE]);
	assert_true(counted.indent[INDENT_TWO] > usual.indent[INDENT_TWO]);
	assert_true(fabs(usual.byline[0]) < 1e-6 &&
	            fabs(usual.byline[1]) < 1e-6);
	assert_true(counted.byline[1] < 0 && counted.byline[0] > 0);
	/* What was not counted stays as it was. */
	assert_true(counted.width_change[1] == usual.width_change[1]);
	assert_true(counted.blank[GAP_HEAD][1] == usual.blank[GAP_HEAD][1]);
}

/* Papers in alphabets indent by less than those in ideographs, and end paragraphs with a full
 * stop more often. */
static void indents_are_those_of_the_script(void **state)
{
	const struct prior_counts none = { 0 };
	struct priors han, latin;

	(void)state;
	priors_set(&han, BLANK_IS_SIGN, false, &none);
	priors_set(&latin, BLANK_IS_SIGN, true, &none);
	assert_true(han.indent[INDENT_TWO] < han.indent[INDENT_ONE]);
	assert_true(latin.indent[INDENT_ONE] < latin.indent[INDENT_TWO]);
	assert_true(latin.indent[INDENT_NONE] < han.indent[INDENT_NONE]);
	assert_true(latin.last_end[END_SENTENCE] < han.last_end[END_SENTENCE]);
}

/* Costs are logarithms of shares, which make up one; none is for ever. */
static void costs_are_of_shares(void **state)
{
	struct prior_counts counts = { 0 };
	struct priors priors;

	(void)state;
	counts.blank[GAP_EDGE][1] = 1e6;
	for (int model = 0; model < BLANK_MODELS; model++) {
		double sum = 0;

		priors_set(&priors, (enum blank_model)model, false, &counts);
		for (size_t i = 0; i < GAP_COUNT; i++)
			assert_true(fabs(exp(-priors.blank[i][0]) +
			                 exp(-priors.blank[i][1]) - 1) < 1e-6);
		for (size_t i = 0; i < END_COUNT; i++)
			sum += exp(-priors.inner_end[i]);
		assert_true(fabs(sum - 1) < 1e-6);
		assert_true(priors.blank[GAP_EDGE][0] < 10);
	}
}

static void indents_have_widths(void **state)
{
	(void)state;
	assert_true(indent_width_em(INDENT_HANGING) == -1);
	assert_true(indent_width_em(INDENT_NONE) == 0);
	assert_true(indent_width_em(INDENT_TWO) == 2);
}

/* What is set: some end a full line, some are short. */
static const char *const paragraphs[] = {
	"¶石桥镇的图书室昨天开门，三千册书都是居民自己捐的。管书的两位老师每天下"
	"午来，周末也不休息，孩子们放学以后就有了去处。",
	"¶镇里还要添一间听书的屋子，给眼睛不好的老人用。屋子在一楼，门口不设台"
	"阶，轮椅可以直接推进去，桌子也比别处低一些。",
	"¶图书室的钥匙由五户人家轮流保管，谁有空谁开门。",
	"¶城南的渡口上个月换了新船，一次能坐四十个人。船工老周说，过去赶集的日子"
	"要跑七趟，如今三趟就够了，中午还能回家吃饭。",
	"¶渡口两岸的石阶也重新铺过，雨天不再打滑。岸边立了水位牌，水涨到红线就停"
	"航，等水退了再开，谁来说情也没有用。",
	"¶今年的梅雨比往年晚到九天，雨量却多了两成。河道管理处已经把三座水闸的启"
	"闭机检修了一遍，备用的电源也试过了。",
	"¶气象台提醒住在低处的居民，及时清理门前的沟渠，把贵重的东西搬到楼上，夜里"
	"留一个人听广播。",
};

enum blanks {
	BLANKS_PARAGRAPHS, /* before each of them */
	BLANKS_NEVER,
	BLANKS_COLUMNS, /* after each COLUMN_ROWS lines, wherever that is */
};
#define COLUMN_ROWS 8
#define COLUMN_EM   14

/* Sets the page; `first[i]` says that line i begins a paragraph. */
static void set_page(struct buf *page, bool *first, enum blanks blanks)
{
	size_t rows = 0;

	for (size_t i = 0; i < ARRAY_LEN(paragraphs); i++) {
		struct buf set;

		buf_init(&set);
		fixture_set(&set, paragraphs[i], COLUMN_EM);
		if (i && blanks == BLANKS_PARAGRAPHS)
			buf_add_byte(page, '\n');
		first[rows] = true;
		for (size_t at = 0; at < set.len; at++) {
			buf_add_byte(page, set.ptr[at]);
			if (set.ptr[at] != '\n')
				continue;
			rows++;
			if (blanks == BLANKS_COLUMNS && rows % COLUMN_ROWS == 0)
				buf_add_byte(page, '\n');
		}
		buf_release(&set);
	}
}

/* How many lines are taken for the first of a paragraph, or are not, against
 * what was set. */
static size_t count_wrong(const char *page, const bool *first)
{
	struct flow_page flow_page;
	struct labelled *labels;
	size_t wrong = 0;

	flow_page_init(&flow_page, fixture_lines(page));
	labels = flow_page_label(&flow_page);
	for (size_t i = 0; i < flow_page.flow.count; i++)
		wrong += first[i] != label_begins_paragraph(labels[i].label);
	free(labels);
	flow_page_release(&flow_page);
	return wrong;
}

static void a_page_teaches_what_its_blanks_are(void **state)
{
	static const char *const names[] = { "before paragraphs", "none",
		                             "between columns" };

	(void)state;
	for (int blanks = 0; blanks < (int)ARRAY_LEN(names); blanks++) {
		bool first[100] = { false };
		struct buf page;
		size_t wrong;

		buf_init(&page);
		set_page(&page, first, (enum blanks)blanks);
		wrong = count_wrong(page.ptr, first);
		if (wrong)
			fail_msg("blank lines %s: %zu lines wrong in\n%s",
			         names[blanks], wrong, page.ptr);
		buf_release(&page);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_become_costs),
		cmocka_unit_test(indents_are_those_of_the_script),
		cmocka_unit_test(costs_are_of_shares),
		cmocka_unit_test(indents_have_widths),
		cmocka_unit_test(a_page_teaches_what_its_blanks_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
