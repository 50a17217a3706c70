/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/cut_cost.h"

#include "../lib/unit_page.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* What may be done at gap 1 of a page, with all its units. */
enum what {
	CONTINUES,
	BEGINS,
	SUBHEADS,
	INSIDE,
	BEFORE,
	AFTER,
	TEASERS
};

static const char *const what_names[] = {
	[CONTINUES] = "goes on",
	[BEGINS] = "begins",
	[SUBHEADS] = "are subheads",
	[INSIDE] = "are the head inside",
	[BEFORE] = "are heads of the next",
	[AFTER] = "are heads of the last",
	[TEASERS] = "are teasers",
};

static double cost_at(const struct boundary *boundary, enum what what)
{
	size_t count = boundary->text_runs->gaps[boundary->gap].units.count;

	switch (what) {
	case CONTINUES:
		return cut_cost_continue(boundary);
	case BEGINS:
		return cut_cost_begin(boundary);
	case SUBHEADS:
		return cut_cost_subheads(boundary);
	case INSIDE:
		return cut_cost_head_inside(boundary, false);
	case BEFORE:
		return cut_cost_head_before(boundary, 0);
	case AFTER:
		return cut_cost_head_after(boundary, count);
	case TEASERS:
		return gap_costs_teasers(boundary->costs, 0, count);
	}
	return 0;
}

static double cost_of(const char *notation, enum what what)
{
	const struct head_counts none = { 0 };
	struct head_priors priors;
	struct unit_page page;
	struct gap_costs costs;
	double cost;

	head_priors_set(&priors, false, &none);
	unit_page_init(&page, notation);
	assert_in_range(page.text_runs.count, 1, 2);
	gap_costs_init(&costs, &page.text_runs, 1);
	cost = cost_at(&(struct boundary){ .text_runs = &page.text_runs,
	                                   .gap = 1,
	                                   .priors = &priors,
	                                   .costs = &costs },
	               what);
	gap_costs_release(&costs);
	unit_page_release(&page);
	return cost;
}

#define SHIP "P 渡口今天换上新船。\n"
#define FOOD "P 社区食堂昨天开张。"

/* What costs less at gap 1 of the first page than of the second one. */
static const struct {
	const char *why;
	enum what what;
	const char *less, *more;
} decided[] = {
	/* The story goes on. */
	{ "a dateline begins a story", CONTINUES, SHIP "c 图\n" FOOD,
	  SHIP "P 本报讯 社区食堂昨天开张。" },
	{ "a greeting begins a story", CONTINUES, SHIP "c 图\n" FOOD,
	  SHIP "G 各位居民：\n" FOOD },
	{ "a signature ends a story", CONTINUES, SHIP "H 食堂\n" FOOD,
	  SHIP "S 镇政府\n" FOOD },
	{ "prose and verse are two stories", CONTINUES, SHIP "c 图\n" FOOD,
	  SHIP "V 新船来了" },
	{ "a story has one column width", CONTINUES, SHIP "c 图\n" FOOD,
	  SHIP "P20 社区食堂昨天开张。" },
	{ "a text in mid sentence continues one", CONTINUES,
	  SHIP "H 食堂\nM 社区食堂昨天开张。", SHIP "H 食堂\n" FOOD },
	/* A story begins. */
	{ "something stands before a story", BEGINS, SHIP "H 食堂\n" FOOD,
	  SHIP "c 图\n" FOOD },
	{ "a dateline tells that a story begins", BEGINS,
	  SHIP "P 本报讯 社区食堂昨天开张。", SHIP "c 图\n" FOOD },
	{ "a greeting tells that a story begins", BEGINS,
	  SHIP "G 各位居民：\n" FOOD, SHIP "c 图\n" FOOD },
	{ "no story begins in mid sentence", BEGINS, SHIP "H 食堂\n" FOOD,
	  SHIP "H 食堂\nM 社区食堂昨天开张。" },
	/* Subheads. */
	{ "a subhead is narrow", SUBHEADS, SHIP "H 三十个菜\n" FOOD,
	  SHIP "H 三十个菜任选还有汤不收钱\n" FOOD },
	{ "a subhead is no headline of a notice", SUBHEADS,
	  SHIP "H 三十个菜\n" FOOD, SHIP "H 招标公告\n" FOOD },
	{ "a subhead is short", SUBHEADS, SHIP "H 三十个菜\n" FOOD,
	  SHIP "H 三十个菜\nH 都好吃\n" FOOD },
	{ "a subhead names no reporter", SUBHEADS, SHIP "H 三十个菜\n" FOOD,
	  SHIP "B 记者 王五\n" FOOD },
	{ "subheads stand in one column width", SUBHEADS,
	  SHIP "H 三十个菜\n" FOOD, SHIP "H 三十个菜\nP20 社区食堂昨天开张。" },
	{ "a jump is no subhead", SUBHEADS, SHIP "H 三十个菜\n" FOOD,
	  SHIP "J （下转第2版）\n" FOOD },
	{ "a story has few subheads at one place", SUBHEADS,
	  SHIP "H 其一\nH 其二\nH 其三\nH 其四\n" FOOD,
	  SHIP "H 其一\nH 其二\nH 其三\nH 其四\nH 其五\n" FOOD },
	/* The head inside its story. */
	{ "a jump is no head", INSIDE, SHIP "H 新船\n" FOOD,
	  SHIP "H 新船\nJ （下转第2版）\n" FOOD },
	{ "a byline is no head", INSIDE, SHIP "H 新船\n" FOOD,
	  SHIP "B 记者 王五\n" FOOD },
	{ "a head has words of its text", INSIDE, SHIP "H 渡口换上新船\n" FOOD,
	  SHIP "H 三十个菜\n" FOOD },
	/* Whose head? */
	{ "a head has words of the text behind it", BEFORE,
	  SHIP "H 社区食堂开张\n" FOOD, SHIP "H 全市表彰先进\n" FOOD },
	{ "a head has no words of the text before it", BEFORE,
	  SHIP "H 全市表彰先进\n" FOOD, SHIP "H 渡口换上新船\n" FOOD },
	{ "a head behind a text has its words", AFTER,
	  SHIP "H 渡口换上新船\n" FOOD, SHIP "H 全市表彰先进\n" FOOD },
	{ "no head begins with words that continue", BEFORE,
	  SHIP "H 全市表彰先进\n" FOOD, SHIP "H 和全市先进\n" FOOD },
	{ "a byline stands behind the head", BEFORE,
	  SHIP "H 食堂\nB 记者 王五\n" FOOD,
	  SHIP "B 记者 王五\nH 食堂\n" FOOD },
	{ "a headline costs, so that not all lines are one", BEFORE,
	  SHIP "B 记者 王五\n" FOOD, SHIP "H 全市表彰\n" FOOD },
	{ "a headline has no indent inside", BEFORE,
	  SHIP "H 全市表彰\nH 先进\n" FOOD,
	  SHIP "H 全市表彰\nH 　　先进\n" FOOD },
	{ "a head has no blank line inside", BEFORE,
	  SHIP "H 全市表彰\nH 先进\n" FOOD,
	  SHIP "H 全市表彰\n\nH 先进\n" FOOD },
	{ "a headline has few lines", BEFORE,
	  SHIP "H 其一\nH 其二\nH 其三\nH 其四\nH 其五\n" FOOD,
	  SHIP "H 其一\nH 其二\nH 其三\nH 其四\nH 其五\nH 其六\n" FOOD },
	/* Teasers. */
	{ "a jump closes a teaser", TEASERS,
	  SHIP "H 全市表彰\nJ （见第3版）\n" FOOD, SHIP "H 全市表彰\n" FOOD },
	{ "a teaser names no reporter", TEASERS,
	  SHIP "H 全市表彰\nJ （见第3版）\n" FOOD,
	  SHIP "H 全市表彰\nB 记者 王五\nJ （见第3版）\n" FOOD },
	{ "each teaser costs", TEASERS, SHIP "H 全市表彰\nJ （见第3版）\n" FOOD,
	  SHIP "H 全市表彰\nJ （见第3版）\nH 食堂\nJ （见第4版）\n" FOOD },
};

static void what_decides(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(decided); i++) {
		double less = cost_of(decided[i].less, decided[i].what);
		double more = cost_of(decided[i].more, decided[i].what);

		if (!(less < more))
			fail_msg("%s, but it costs %f that it %s at gap 1 of\n"
			         "%s\nand %f of\n%s",
			         decided[i].why, less,
			         what_names[decided[i].what], decided[i].less,
			         more, decided[i].more);
	}
}

/* A third line of subheads costs more than a second one. */
static void subheads_have_two_lines_at_most(void **state)
{
	double one = cost_of(SHIP "H 其一\n" FOOD, SUBHEADS);
	double two = cost_of(SHIP "H 其一\nH 其二\n" FOOD, SUBHEADS);
	double three = cost_of(SHIP "H 其一\nH 其二\nH 其三\n" FOOD, SUBHEADS);

	(void)state;
	assert_true(three - two > two - one + 1);
}

/* A head stands beside its text rather than inside it. */
static void heads_stand_beside_their_text(void **state)
{
	const char *page = SHIP "H 渡口换上新船\n" FOOD;

	(void)state;
	assert_true(cost_of(page, AFTER) + 1 < cost_of(page, INSIDE));
}

/* Words alone do not tell that a story begins. */
static void words_alone_tell_little(void **state)
{
	struct unit_page page;
	struct boundary boundary = { .gap = 1 };
	double cost;

	(void)state;
	unit_page_init(&page, SHIP "c 图\n" FOOD);
	boundary.text_runs = &page.text_runs;
	cost = cut_cost_begin(&boundary);
	page.text_runs.items[1].by_words = true;
	assert_true(cut_cost_begin(&boundary) > cost);
	unit_page_release(&page);
}

static void a_story_has_one_head(void **state)
{
	struct unit_page page;
	double none, report;

	(void)state;
	unit_page_init(&page, SHIP "P 本报讯 社区食堂昨天开张。");
	none = cut_cost_story(&page.text_runs, 0, 1, 0);
	report = cut_cost_story(&page.text_runs, 1, 2, 0);
	assert_true(cut_cost_story(&page.text_runs, 0, 1, 1) == 0);
	assert_true(none > 0);
	assert_true(report > none);
	assert_true(cut_cost_story(&page.text_runs, 0, 1, 2) > 0);
	assert_true(cut_cost_story(&page.text_runs, 0, 1, 3) >
	            cut_cost_story(&page.text_runs, 0, 1, 2));
	unit_page_release(&page);
	/* A head inside a paragraph is one, too. */
	unit_page_init(&page, "F 渡口今天\nI 新船\nL 换船。");
	assert_true(cut_cost_story(&page.text_runs, 0, 1, 0) == 0);
	assert_true(cut_cost_story(&page.text_runs, 0, 1, 1) > 0);
	unit_page_release(&page);
}

/* A split of a list of bullets costs, wherever the heads go. */
static void bullets_stay_together(void **state)
{
	struct unit_page bare, bullets;
	struct gap_costs bare_costs, bullet_costs;
	const struct head_counts none = { 0 };
	struct head_priors priors;
	struct boundary boundary = { .gap = 1, .priors = &priors };
	double before, after;

	(void)state;
	head_priors_set(&priors, false, &none);
	unit_page_init(&bare, SHIP "H 全市表彰\nH 社区食堂\n" FOOD);
	unit_page_init(&bullets, SHIP "H ●全市表彰\nH ●社区食堂\n" FOOD);
	gap_costs_init(&bare_costs, &bare.text_runs, 1);
	gap_costs_init(&bullet_costs, &bullets.text_runs, 1);
	boundary.text_runs = &bare.text_runs;
	boundary.costs = &bare_costs;
	before = cut_cost_head_before(&boundary, 1);
	after = cut_cost_head_after(&boundary, 1);
	boundary.text_runs = &bullets.text_runs;
	boundary.costs = &bullet_costs;
	assert_true(cut_cost_head_before(&boundary, 1) > before + 1);
	assert_true(cut_cost_head_after(&boundary, 1) > after + 1);
	/* Teasers do not begin behind one. */
	unit_page_release(&bullets);
	gap_costs_release(&bullet_costs);
	unit_page_init(&bullets, SHIP "H ●全市表彰\nH 社区食堂\n" FOOD);
	gap_costs_init(&bullet_costs, &bullets.text_runs, 1);
	assert_true(gap_costs_teasers(&bullet_costs, 1, 2) >
	            gap_costs_teasers(&bare_costs, 1, 2));
	gap_costs_release(&bare_costs);
	gap_costs_release(&bullet_costs);
	unit_page_release(&bare);
	unit_page_release(&bullets);
}

/* Which units of a gap may go where. */
static void gaps_have_limits(void **state)
{
	static const struct {
		const char *page;
		size_t gap;
		struct cut_limits want;
	} cases[] = {
		{ SHIP "H 其一\nH 其二\n" FOOD, 1, { 0, 2, 0, 2 } },
		/* At the head of the page no story stands before the gap, at its
		 * foot none behind it. */
		{ "H 其一\nH 其二\n" FOOD, 0, { 0, 0, 0, 2 } },
		{ SHIP "H 其一\nH 其二", 1, { 0, 2, 2, 2 } },
		/* A jump that leads away is of the text before it. */
		{ SHIP "J （下转第2版）\nH 其二\n" FOOD, 1, { 1, 2, 1, 2 } },
		/* Else it closes a teaser: no head before it is of the text
		 * behind, none behind it of the text before. */
		{ SHIP "H 其一\nJ （见第2版）\nH 其二\n" FOOD,
		  1,
		  { 0, 1, 2, 3 } },
		/* One from another page is of the text behind it. */
		{ SHIP "H 其一\nJ （上接第1版）\nH 其二\n" FOOD,
		  1,
		  { 0, 1, 0, 1 } },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct cut_limits *want = &cases[i].want, *got;
		struct unit_page page;
		struct gap_costs costs;

		unit_page_init(&page, cases[i].page);
		gap_costs_init(&costs, &page.text_runs, cases[i].gap);
		got = &costs.limits;
		if (got->before_min != want->before_min ||
		    got->before_max != want->before_max ||
		    got->after_min != want->after_min ||
		    got->after_max != want->after_max)
			fail_msg("gap %zu of\n%s\nhas limits %zu-%zu, %zu-%zu, "
			         "not %zu-%zu, %zu-%zu",
			         cases[i].gap, cases[i].page, got->before_min,
			         got->before_max, got->after_min,
			         got->after_max, want->before_min,
			         want->before_max, want->after_min,
			         want->after_max);
		gap_costs_release(&costs);
		unit_page_release(&page);
	}
}

/* What subheads cost on a page of so many heads before their texts and inside them. */
static double subheads_cost(double heads, double inside)
{
	struct head_counts counts = { .before = heads };
	struct head_priors priors;

	counts.subheads[LETTER_STYLE_PLAIN] = inside;
	head_priors_set(&priors, false, &counts);
	return priors.subheads_cost;
}

/* A page has subheads or none, and a single one may be a headline. */
static void a_lone_subhead_is_rare(void **state)
{
	(void)state;
	assert_float_equal(subheads_cost(0, 0), 0, 1e-9);
	assert_float_equal(subheads_cost(8, 1), subheads_cost(8, 0), 1e-9);
	assert_true(subheads_cost(8, 1) > 1);
	assert_true(subheads_cost(8, 4) < subheads_cost(8, 1));
	assert_true(subheads_cost(2, 6) < 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_lone_subhead_is_rare),
		cmocka_unit_test(what_decides),
		cmocka_unit_test(subheads_have_two_lines_at_most),
		cmocka_unit_test(heads_stand_beside_their_text),
		cmocka_unit_test(words_alone_tell_little),
		cmocka_unit_test(a_story_has_one_head),
		cmocka_unit_test(bullets_stay_together),
		cmocka_unit_test(gaps_have_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
