/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/stories.h"

#include "../lib/unit_page.h"
#include "base/mem.h"
#include "load/segment/segment.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define GAPS_MAX 4

/* Decisions as test data: a boundary that is split, subheads, a head inside. */
#define CUT(before_end, after_start)                                           \
 {                                                                             \
  GAP_USE_BOUNDARY, before_end, after_start, 9, 9                              \
 }
#define SUB                                                                    \
 {                                                                             \
  GAP_USE_SUBHEADS, 0, 0, 9, 9                                                 \
 }
#define HEAD                                                                   \
 {                                                                             \
  GAP_USE_HEAD, 0, 0, 9, 9                                                     \
 }

static void add_lists(struct buf *out, const struct unit_page *page,
                      const struct story *story)
{
	const struct {
		const char *name;
		const struct list *list;
	} lists[] = {
		{ "head ", &story->heads },
		{ "by ", &story->bylines },
		{ "text ", &story->units },
		{ "jump ", &story->jumps },
	};

	for (size_t i = 0; i < ARRAY_LEN(lists); i++) {
		if (!lists[i].list->count)
			continue;
		buf_add_c(out, lists[i].name);
		unit_page_add_list(out, page, lists[i].list);
		buf_add_c(out, " ");
	}
}

/* Appends all stories and teasers, with what they have. */
static void add_stories(struct buf *out, const struct unit_page *page,
                        const struct stories *stories)
{
	for (size_t s = 0; s < stories->count; s++) {
		const struct story *story = &stories->items[s];

		buf_add_c(out, "[");
		add_lists(out, page, story);
		buf_add_c(out, story->heads_after && story->heads.count
		                       ? "after "
		                       : "");
		buf_add_c(out, story->dateline ? "dateline " : "");
		buf_add_c(out, story->letter ? "letter " : "");
		buf_add_c(out, story->verse ? "verse " : "");
		buf_addf(out, "%g]", story->measure_em);
	}
	for (size_t t = 0; t < stories->teasers.count; t++) {
		const struct teaser *teaser = &stories->teasers.items[t];

		buf_add_c(out, "{");
		unit_page_add_list(out, page, &teaser->heads);
		if (teaser->jump != NPOS)
			buf_addf(out, " jump %s",
			         page->units.items[teaser->jump].text.ptr);
		buf_add_c(out, "}");
	}
}

static void decisions_make_stories(void **state)
{
	static const struct {
		const char *page, *want;
		struct gap_decision decisions[GAPS_MAX];
	} cases[] = {
		{ "", "", { CUT(0, 0) } },
		{ "P 换船。", "[text 换船。 12]", { CUT(0, 0), CUT(0, 0) } },
		/* Heads before, behind, on both sides of a split. */
		{ "H 新船\nB 王五\nP 换船。",
		  "[head 新船 by 王五 text 换船。 12]",
		  { CUT(0, 0), CUT(0, 0) } },
		{ "P 换船。\nH 新船",
		  "[head 新船 text 换船。 after 12]",
		  { CUT(0, 0), CUT(1, 1) } },
		{ "P 换船。\nH 新船\nH 食堂\nP20 开张。",
		  "[head 新船 text 换船。 after 12][head 食堂 text 开张。 20]",
		  { CUT(0, 0), CUT(1, 1), CUT(0, 0) } },
		/* A story with a head of its own does not stand before its
		 * heads. */
		{ "H 新船\nP 换船。\nH 真大",
		  "[head 新船/真大 text 换船。 12]",
		  { CUT(0, 0), CUT(1, 1) } },
		/* A jump is of the story, as its place tells. */
		{ "P 换船。\nJ （下转第2版）\nH 食堂\nP20 开张。",
		  "[text 换船。 jump （下转第2版） 12]"
		  "[head 食堂 text 开张。 20]",
		  { CUT(0, 0), CUT(1, 1), CUT(0, 0) } },
		/* Between the heads: teasers, which jumps or bullets part. */
		{ "P 换船。\nH 表彰\nJ （见第2版）\nH 开会\nP20 开张。",
		  "[text 换船。 12][text 开张。 20]"
		  "{表彰 jump （见第2版）}{开会}",
		  { CUT(0, 0), CUT(0, 3), CUT(0, 0) } },
		{ "P 换船。\nH ●表彰\nH 先进\nH ●开会\nP20 开张。",
		  "[text 换船。 12][text 开张。 20]"
		  "{●表彰/先进}{●开会}",
		  { CUT(0, 0), CUT(0, 3), CUT(0, 0) } },
		{ "H 表彰\n\nH 开会", "{表彰}{开会}", { CUT(0, 2) } },
		/* The story goes on: subheads are text, a head is its head. */
		{ "H 新船\nP 换船。\nH 真大\nP20 很好。",
		  "[head 新船 text 换船。/真大/很好。 12]",
		  { CUT(0, 0), SUB, CUT(0, 0) } },
		{ "P 换船。\nH 新船\nP20 很好。",
		  "[head 新船 text 换船。/很好。 12]",
		  { CUT(0, 0), HEAD, CUT(0, 0) } },
		/* A head inside a paragraph. */
		{ "F 渡口\nI 新船\nL 换船。",
		  "[head 新船 text 渡口换船。 12]",
		  { CUT(0, 0), CUT(0, 0) } },
		/* What the first run of a story is. */
		{ "P 本报讯 换船。\nV 船来\nG 各位：\nP 好。",
		  "[text 本报讯 换船。 dateline 12]"
		  "[text 船来 verse 0][text 各位：/好。 letter 12]",
		  { CUT(0, 0), CUT(0, 0), CUT(0, 0), CUT(0, 0) } },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct unit_page page;
		struct stories stories;
		struct buf got;

		buf_init(&got);
		unit_page_init(&page, cases[i].page);
		stories_init(&stories, &page.units, &page.text_runs,
		             cases[i].decisions);
		add_stories(&got, &page, &stories);
		unit_page_expect(cases[i].page, &got, cases[i].want);
		stories_release(&stories);
		unit_page_release(&page);
		buf_release(&got);
	}
}

/* The heads inside a story become subheads, those of a story do not. */
static void heads_inside_become_subheads(void **state)
{
	static const struct gap_decision decisions[] = { CUT(0, 0), SUB,
		                                         CUT(0, 0) };
	struct unit_page page;
	struct stories stories;

	(void)state;
	unit_page_init(&page, "H 新船\nP 换船。\nH 真大\nP20 很好。");
	stories_init(&stories, &page.units, &page.text_runs, decisions);
	assert_int_equal(page.units.items[0].kind, UNIT_HEAD);
	assert_int_equal(page.units.items[2].kind, UNIT_SUBHEAD);
	assert_string_equal(stories.items[0].text.ptr, "换船。很好。");
	stories_release(&stories);
	unit_page_release(&page);
}

/* A small margin is a doubt: about a boundary at the unit where a story begins or would
 * begin, about a split at the first head of the gap. */
static void margins_become_doubts(void **state)
{
	struct gap_decision decisions[] = { CUT(0, 0),
		                            { GAP_USE_BOUNDARY, 0, 0, .5, .25 },
		                            CUT(0, 0) };
	struct unit_page page;
	struct stories stories;

	(void)state;
	unit_page_init(&page, "P 换船。\nB 王五\nH 食堂\nP20 开张。");
	stories_init(&stories, &page.units, &page.text_runs, decisions);
	assert_int_equal(page.units.items[1].doubt.kind, DOUBT_JOINED);
	assert_true(page.units.items[1].doubt.margin == .5);
	assert_int_equal(page.units.items[2].doubt.kind, DOUBT_OWNER);
	assert_true(page.units.items[2].doubt.margin == .25);
	assert_int_equal(page.units.items[2].doubt_line, 2);
	stories_release(&stories);
	unit_page_release(&page);

	decisions[1].use = GAP_USE_SUBHEADS;
	unit_page_init(&page, "P 换船。\nc 图\nP20 开张。");
	stories_init(&stories, &page.units, &page.text_runs, decisions);
	assert_int_equal(page.units.items[2].doubt.kind, DOUBT_PARTED);
	assert_true(page.units.items[2].doubt.margin == .5);
	stories_release(&stories);
	unit_page_release(&page);
}

static void chains_of_continuations_have_a_root(void **state)
{
	struct stories stories = { 0 };

	(void)state;
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(stories_add(&stories)->continues, NPOS);
	stories.items[3].continues = 2;
	stories.items[2].continues = 0;
	assert_int_equal(stories_root(&stories, 3), 0);
	assert_int_equal(stories_root(&stories, 2), 0);
	assert_int_equal(stories_root(&stories, 1), 1);
	stories_release(&stories);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decisions_make_stories),
		cmocka_unit_test(heads_inside_become_subheads),
		cmocka_unit_test(margins_become_doubts),
		cmocka_unit_test(chains_of_continuations_have_a_root),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
