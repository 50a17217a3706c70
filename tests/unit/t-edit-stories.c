/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/correct/edit_stories.h"

#include "../lib/unit_page.h"
#include "base/mem.h"
#include "load/segment/segment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* A page whose stories are its text runs, each with the units of the gap before it;
 * those behind the last one are a teaser. */
static void make_stories(struct stories *stories, struct unit_page *page,
                         const char *notation)
{
	size_t count;
	struct gap_decision *decisions;

	unit_page_init(page, notation);
	count = page->text_runs.count + 1;
	decisions = mem_alloc(count * sizeof *decisions);
	for (size_t gap = 0; gap < count; gap++)
		decisions[gap] = (struct gap_decision){
			.use = GAP_USE_BOUNDARY,
			.boundary_margin = 9,
			.split_margin = 9,
			.after_start =
				gap + 1 < count
					? 0
					: page->text_runs.gaps[gap].units.count
		};
	stories_init(stories, &page->units, &page->text_runs, decisions);
	free(decisions);
}

/* Appends each story that has something: heads, text, what it continues; and teasers. */
static void add_stories(struct buf *out, const struct unit_page *page,
                        const struct stories *stories)
{
	for (size_t s = 0; s < stories->count; s++) {
		const struct story *story = &stories->items[s];

		if (!story->heads.count && !story->units.count)
			continue;
		buf_addf(out, "[%zu ", s);
		unit_page_add_list(out, page, &story->heads);
		buf_add_c(out, " ");
		unit_page_add_list(out, page, &story->units);
		if (story->continues != NPOS)
			buf_addf(out, " %s %zu",
			         story->precedes ? "before" : "behind",
			         story->continues);
		buf_add_c(out, "]");
	}
	for (size_t t = 0; t < stories->teasers.count; t++) {
		const struct list *heads = &stories->teasers.items[t].heads;

		if (!heads->count)
			continue;
		buf_add_c(out, "{");
		unit_page_add_list(out, page, heads);
		buf_add_c(out, "}");
	}
}

#define PAGE "H 新船\nP 换船。\nP 很大。\nH 食堂\nP20 开张。\nH 表彰"

static void people_edit_stories(void **state)
{
	static const struct {
		enum {
			BEGIN,
			ATTACH,
			DISCARD
		} edit;
		size_t unit, other;
		const char *page, *want;
	} cases[] = {
		/* A story begins at a paragraph, in the middle of heads, at
		 * the beginning of a story: there nothing changes. */
		{ BEGIN, 2, 0, PAGE,
		  "[0 新船 换船。][1 食堂 开张。][2 - 很大。]{表彰}" },
		{ BEGIN, 1, 0, "H 新船\nH 食堂\nP 开张。",
		  "[1 食堂 开张。]{新船}" },
		/* A text goes to another story, with all behind it; the head
		 * before it is a teaser then. */
		{ ATTACH, 2, 4, PAGE,
		  "[0 新船 换船。][1 食堂 开张。][2 - 很大。 behind 1]"
		  "{表彰}" },
		{ ATTACH, 4, 1, PAGE,
		  "[0 新船 换船。/很大。][2 - 开张。 behind 0]"
		  "{表彰}{食堂}" },
		/* A head goes alone, and a teaser's head to a story. */
		{ ATTACH, 3, 1, PAGE,
		  "[0 新船/食堂 换船。/很大。][1 - 开张。]{表彰}" },
		{ ATTACH, 5, 4, PAGE,
		  "[0 新船 换船。/很大。][1 食堂/表彰 开张。]" },
		/* To its own story: nothing changes. */
		{ ATTACH, 0, 1, PAGE,
		  "[0 新船 换船。/很大。][1 食堂 开张。]{表彰}" },
		/* An article is none, nor is a teaser. */
		{ DISCARD, 1, 0, PAGE, "[1 食堂 开张。]{表彰}" },
		{ DISCARD, 5, 0, PAGE,
		  "[0 新船 换船。/很大。][1 食堂 开张。]" },
		/* Text before its story, which has no headline behind it. */
		{ ATTACH, 0, 2, "P 换船。\nc 图\nP 很大。",
		  "[1 - 很大。][2 - 换船。 before 1]" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct story_owners owners;
		struct stories stories;
		struct unit_page page;
		struct buf got;

		buf_init(&got);
		make_stories(&stories, &page, cases[i].page);
		edit_stories_start(&owners, &stories);
		if (cases[i].edit == BEGIN)
			edit_stories_begin(&owners, cases[i].unit);
		else if (cases[i].edit == ATTACH)
			edit_stories_attach(&owners, cases[i].unit,
			                    cases[i].other);
		else
			edit_stories_discard(&owners, cases[i].unit);
		edit_stories_end(&owners);
		add_stories(&got, &page, &stories);
		unit_page_expect(cases[i].page, &got, cases[i].want);
		stories_release(&stories);
		unit_page_release(&page);
		buf_release(&got);
	}
}

/* The subheads with which a new story begins are its headline, unless it continues another
 * one that has a headline. */
static void subheads_become_headlines(void **state)
{
	static const struct gap_decision decisions[] = {
		{ GAP_USE_BOUNDARY, 0, 0, 9, 9 },
		{ GAP_USE_SUBHEADS, 0, 0, 9, 9 },
		{ GAP_USE_BOUNDARY, 0, 0, 9, 9 },
		{ GAP_USE_BOUNDARY, 0, 0, 9, 9 },
	};
	static const struct {
		bool attach;
		enum unit_kind kind;
		const char *want;
	} cases[] = {
		{ false, UNIT_HEAD,
		  "[0 新船 换船。][1 表彰 散会。][2 食堂 开张。]" },
		{ true, UNIT_SUBHEAD,
		  "[0 新船 换船。][1 表彰 散会。]"
		  "[2 - 食堂/开张。 behind 1]" },
	};
	const char *notation = "H 新船\nP 换船。\nH 食堂\nP20 开张。\n"
			       "H 表彰\nP 散会。";

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct story_owners owners;
		struct stories stories;
		struct unit_page page;
		struct buf got;

		buf_init(&got);
		unit_page_init(&page, notation);
		stories_init(&stories, &page.units, &page.text_runs, decisions);
		assert_int_equal(stories.count, 2);
		edit_stories_start(&owners, &stories);
		if (cases[i].attach)
			edit_stories_attach(&owners, 2, 5);
		else
			edit_stories_begin(&owners, 2);
		edit_stories_end(&owners);
		add_stories(&got, &page, &stories);
		unit_page_expect(notation, &got, cases[i].want);
		assert_int_equal(page.units.items[2].kind, cases[i].kind);
		assert_true(stories.items[2].measure_em == 20);
		stories_release(&stories);
		unit_page_release(&page);
		buf_release(&got);
	}
}

/* What is discarded is furniture of the page. */
static void discarded_units_are_furniture(void **state)
{
	struct story_owners owners;
	struct stories stories;
	struct unit_page page;

	(void)state;
	make_stories(&stories, &page, PAGE);
	edit_stories_start(&owners, &stories);
	edit_stories_discard(&owners, 4);
	edit_stories_end(&owners);
	assert_int_equal(page.units.items[2].kind, UNIT_TEXT);
	assert_int_equal(page.units.items[3].kind, UNIT_FURNITURE);
	assert_int_equal(page.units.items[4].kind, UNIT_FURNITURE);
	stories_release(&stories);
	unit_page_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(people_edit_stories),
		cmocka_unit_test(subheads_become_headlines),
		cmocka_unit_test(discarded_units_are_furniture),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
