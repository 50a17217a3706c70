/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/continuations.h"

#include "../lib/unit_page.h"
#include "base/mem.h"
#include "load/segment/aside_owners.h"
#include "load/segment/segment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* A page whose stories are its text runs, each with the heads and jumps before it. */
struct story_page {
	struct unit_page page;
	struct stories stories;
};

static void story_page_init(struct story_page *own, const char *notation)
{
	struct gap_decision *decisions;
	size_t count, work = 0;
	struct aside_owners owners;
	struct continuations continuations;

	unit_page_init(&own->page, notation);
	count = own->page.text_runs.count + 1;
	decisions = mem_alloc(count * sizeof *decisions);
	for (size_t gap = 0; gap < count; gap++)
		decisions[gap] =
			(struct gap_decision){ GAP_USE_BOUNDARY, 0, 0, 9, 9 };
	stories_init(&own->stories, &own->page.units, &own->page.text_runs,
	             decisions);
	free(decisions);
	aside_owners_init(&owners, &own->stories);
	while (aside_owners_step(&owners, &work))
		continue;
	aside_owners_release(&owners);
	continuations_init(&continuations, &own->stories);
	while (continuations_step(&continuations, &work))
		continue;
	continuations_release(&continuations);
}

static void story_page_release(struct story_page *own)
{
	stories_release(&own->stories);
	unit_page_release(&own->page);
}

#define FOOD  "H 社区食堂开张\nP 社区食堂昨天开张，老人来吃饭，菜有三十个。\n"
#define SHIP  "H 渡口换上新船\nP 渡口今天换上新船，新船长十二米，居民高兴。\n"
#define AWARD "H 全市表彰先进\nP 全市昨天表彰先进，五十人上台，会场很大。\n"

/* Four stories that have nothing in common with the others. */
#define FOUR                                                                   \
 "H 甲\nP 子丑寅。\nH 乙\nP 卯辰巳。\nH 丙\nP 午未申。\nH 丁\nP 酉戌亥。\n"

/* Appends the story that each continues, "-" for none. */
static void add_continued(struct buf *out, const struct stories *stories)
{
	for (size_t s = 0; s < stories->count; s++) {
		size_t continues = stories->items[s].continues;

		buf_add_c(out, s ? " " : "");
		if (continues == NPOS)
			buf_add_c(out, "-");
		else
			buf_addf(out, "%zu", continues);
	}
}

static void fragments_continue_stories(void **state)
{
	static const struct {
		const char *page, *want;
	} cases[] = {
		/* One candidate, before the fragment or behind it. */
		{ SHIP "P20 渡口今天换上新船。", "- 0" },
		{ "P20 渡口今天换上新船。\n" SHIP, "1 -" },
		/* It has nothing in common with it: it stays by itself. */
		{ SHIP "P20 天晴。", "- -" },
		/* No candidate: none, or only letters. */
		{ "P20 新船五十座。", "-" },
		{ "H 信\nG 各位：\nP 好。\nS 镇\nP20 新船五十座。", "- -" },
		/* A dateline, a head, a greeting or a jump from another page
		 * tells that a text is no fragment. */
		{ SHIP "P20 本报讯 新船五十座。", "- -" },
		{ SHIP "H 五十座\nP20 新船五十座。", "- -" },
		{ SHIP "G 各位：\nP20 新船五十座。", "- -" },
		{ SHIP "J （上接第1版）\nP20 新船五十座。", "- -" },
		/* The words decide, */
		{ SHIP FOOD "P20 渡口今天换上新船，居民高兴。", "- - 0" },
		/* or else the distance. */
		{ SHIP SHIP "P20 渡口今天换上新船。", "- - 1" },
		{ SHIP FOOD "P20 天晴。\nP 风大。", "- - - 1" },
		/* The quote of the candidate stands beside the fragment, */
		{ SHIP FOOD "q 渡口今天\nq 换上新船\nP20 天晴。", "- - 0" },
		{ SHIP FOOD "q 渡口今天\nq 换上新船\nP20 天晴。\nP20 风大。",
		  "- - 0" },
		/* or apart from it; */
		{ SHIP "q 渡口今天换上新船\n" FOOD "P20 天晴。", "- - -" },
		/* columns as high as the quote outweigh a longer way. */
		{ SHIP FOUR "q 渡口今天\nq 换上新船\nP20 天晴。\nP20 风大。",
		  "- - - - - 0" },
		{ SHIP FOUR "q 渡口今天\nq 换上新船\nP20 天晴。",
		  "- - - - - -" },
		/* Behind a box, the text goes on in its own width. */
		{ SHIP "H 食堂\nP9 老人来吃饭。\nP 天晴。", "- - 0" },
		/* A list of those who took part is printed once: no story that
		 * has one of the names, but one with other names. */
		{ "H 表彰\nP 甲、乙、丙出席大会。\nP20 丁、甲、戊出席大会。\n" AWARD,
		  "- 2 -" },
		{ "H 表彰\nP 己、庚、辛出席大会。\nP20 丁、甲、戊出席大会。\n" AWARD,
		  "- 0 -" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct story_page own;
		struct buf got;

		buf_init(&got);
		story_page_init(&own, cases[i].page);
		add_continued(&got, &own.stories);
		unit_page_expect(cases[i].page, &got, cases[i].want);
		story_page_release(&own);
		buf_release(&got);
	}
}

/* The share of a candidate is larger, the more it has in common with the fragment, and
 * never less than that of an equal part. */
static void shares_say_how_sure_it_is(void **state)
{
	struct story_page alike, other;

	(void)state;
	story_page_init(&alike, SHIP FOOD "P20 渡口今天换上新船，居民高兴。");
	story_page_init(&other, SHIP FOOD "P20 渡口今天大风，换上新车。");
	assert_int_equal(other.stories.items[2].continues, 0);
	assert_true(other.stories.items[2].continues_share > 1. / 3);
	assert_true(other.stories.items[2].continues_share <
	            alike.stories.items[2].continues_share);
	assert_true(alike.stories.items[2].continues_share < 1);
	story_page_release(&alike);
	story_page_release(&other);
}

/* Appends the quotes and captions of each story. */
static void add_asides(struct buf *out, const struct story_page *own)
{
	for (size_t s = 0; s < own->stories.count; s++) {
		const struct story *story = &own->stories.items[s];

		buf_add_c(out, s ? "; " : "");
		unit_page_add_list(out, &own->page, &story->quotes);
		buf_add_c(out, " ");
		unit_page_add_list(out, &own->page, &story->captions);
	}
}

static void asides_have_owners(void **state)
{
	static const struct {
		const char *page, *want;
	} cases[] = {
		/* The words decide, wherever the aside stands, */
		{ SHIP FOOD "q 渡口换上新船", "渡口换上新船 -; - -" },
		{ "c 图为渡口的新船\n" FOOD SHIP, "- -; - 图为渡口的新船" },
		{ SHIP "q 社区食堂开张\n" FOOD, "- -; 社区食堂开张 -" },
		/* or else the distance: nothing stands between. */
		{ SHIP FOOD "c 天晴", "- -; - 天晴" },
		{ "c 天晴\n" SHIP FOOD, "- 天晴; - -" },
		/* A word in common does not outweigh a long way. */
		{ SHIP FOUR FOOD "q 天晴渡口风大雨多路又远",
		  "- -; - -; - -; - -; - -; 天晴渡口风大雨多路又远 -" },
		/* A quote is rather of a story that goes on elsewhere. */
		{ SHIP "J （上接第1版）\nP20 天冷。\nq 风大", "- -; 风大 -" },
		/* Furniture has no owner; without stories nothing has. */
		{ SHIP "f 第2版", "- -" },
		{ "q 渡口换上新船", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct story_page own;
		struct buf got;

		buf_init(&got);
		story_page_init(&own, cases[i].page);
		add_asides(&got, &own);
		unit_page_expect(cases[i].page, &got, cases[i].want);
		story_page_release(&own);
		buf_release(&got);
	}
}

/* A quote goes to the story with a jump to another page, where the rest of its words may
 * be. */
static void quotes_prefer_stories_that_go_on(void **state)
{
	struct unit_page page;
	struct stories stories;
	struct aside_owners owners;
	size_t work = 0;
	struct gap_decision decisions[] = {
		{ .use = GAP_USE_BOUNDARY },
		{ .use = GAP_USE_BOUNDARY, .before_end = 1, .after_start = 1 },
		{ .use = GAP_USE_BOUNDARY },
	};

	(void)state;
	unit_page_init(&page, SHIP "J （下转第2版）\nP20 天冷。\nq 风大");
	stories_init(&stories, &page.units, &page.text_runs, decisions);
	assert_int_equal(stories.items[0].jumps.count, 1);
	aside_owners_init(&owners, &stories);
	while (aside_owners_step(&owners, &work))
		continue;
	assert_int_equal(stories.items[0].quotes.count, 1);
	assert_int_equal(stories.items[1].quotes.count, 0);
	aside_owners_release(&owners);
	stories_release(&stories);
	unit_page_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fragments_continue_stories),
		cmocka_unit_test(shares_say_how_sure_it_is),
		cmocka_unit_test(asides_have_owners),
		cmocka_unit_test(quotes_prefer_stories_that_go_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
