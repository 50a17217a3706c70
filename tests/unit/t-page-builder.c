/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/page_builder.h"

#include "../lib/built.h"
#include "base/mem.h"
#include "issue/validate.h"
#include "load/build/article_order.h"
#include "load/segment/stories.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define PAGE                                                                   \
 "石桥报\n"         /* 0 */                                                    \
 "镇里开了图书室\n" /* 1 */                                                    \
 "方砚\n"           /* 2 */                                                    \
 "书都是捐的。\n"   /* 3 */                                                    \
 "“周末也开门”\n"   /* 4 */                                                    \
 "渡口换船 [2版]\n" /* 5 */                                                    \
 "周末也开门。\n"   /* 6 */                                                    \
 "图为阅览室。\n"   /* 7 */                                                    \
 "（下转第2版）\n"  /* 8 */                                                    \
 "钟楼修好了\n"     /* 9 */                                                    \
 "钟又响了。\n"     /* 10 */

/* All units of the page, one a line; then lists of stories are of lines, too. */
static void add_units(struct hand_page *page)
{
	static const enum unit_kind kinds[] = {
		UNIT_FURNITURE, UNIT_HEAD, UNIT_BYLINE, UNIT_TEXT,
		UNIT_QUOTE,     UNIT_HEAD, UNIT_TEXT,   UNIT_CAPTION,
		UNIT_JUMP,      UNIT_HEAD, UNIT_TEXT,
	};

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		hand_page_unit(page, kinds[i], i, i + 1);
}

/* The library with its byline, quote, caption and jump; the clock tower; a text that
 * continues the library; a teaser. */
static void add_stories(struct stories *stories, struct units *units)
{
	struct story *story;

	*stories = (struct stories){ .units = units };
	story = stories_add(stories);
	list_add(&story->heads, 1);
	list_add(&story->bylines, 2);
	list_add(&story->units, 3);
	list_add(&story->quotes, 4);
	list_add(&story->captions, 7);
	list_add(&story->jumps, 8);
	story = stories_add(stories);
	list_add(&story->heads, 9);
	list_add(&story->units, 10);
	story = stories_add(stories);
	list_add(&story->units, 6);
	story->continues = 0;
	story->continues_share = .7;
	*ARRAY_ADD(stories->teasers.items, stories->teasers.count,
	           stories->teasers.cap) = (struct teaser){ .jump = NPOS };
	list_add(&stories->teasers.items[0].heads, 5);
}

static void assert_page(struct hand_page *page, const struct stories *stories,
                        const char *passages, const char *blocks)
{
	struct issue *issue = page->issue;
	struct buf got;
	char *wrong;

	page_build(issue, 0, &page->lines, stories);
	buf_init(&got);
	built_add_passages(&got, issue, 0, true);
	assert_built("passages", &got, passages);
	buf_init(&got);
	built_add_blocks(&got, issue->pages[0].blocks,
	                 issue->pages[0].block_count);
	assert_built("blocks", &got, blocks);
	wrong = issue_validate(issue);
	if (wrong)
		fail_msg("%s", wrong);
}

static void articles_stand_in_the_order_of_the_page(void **state)
{
	struct hand_page page;
	struct stories stories;

	(void)state;
	hand_page_init(&page, PAGE);
	add_units(&page);
	add_stories(&stories, &page.units);
	assert_page(&page, &stories,
	            "1: head 镇里开了图书室 | byline 方砚 | quote “周末也开门” "
	            "| body 书都是捐的。 | body 周末也开门。 | caption "
	            "图为阅览室。 | jump （下转第2版） | 2: head 渡口换船 "
	            "[2版] | 3: head 钟楼修好了 | body 钟又响了。 | 0: other "
	            "石桥报",
	            "head 1-1 | head 2-2 | quote 4-4 | body 3-3 | body 6-6 | "
	            "body 7-7 | body 8-8 | teaser 5-5 | head 9-9 | body 10-10");
	assert_int_equal(page.issue->articles[1].kind, KIND_TEASER);
	/* That the text goes on there is a guess, and is told. */
	assert_int_equal(page.issue->articles[0].note_count, 1);
	assert_int_equal(page.issue->articles[0].notes[0].lines.start, 6);
	assert_true(page.issue->articles[0].notes[0].confidence > .69 &&
	            page.issue->articles[0].notes[0].confidence < .71);
	assert_int_equal(page.issue->articles[2].note_count, 0);
	stories_release(&stories);
	hand_page_release(&page);
}

static void what_a_person_put_first_stands_first(void **state)
{
	struct hand_page page;
	struct stories stories;

	(void)state;
	hand_page_init(&page, PAGE);
	add_units(&page);
	add_stories(&stories, &page.units);
	stories.items[2].precedes = stories.items[2].corrected = true;
	assert_page(&page, &stories,
	            "1: head 镇里开了图书室 | byline 方砚 | quote “周末也开门” "
	            "| body 周末也开门。 | body 书都是捐的。 | caption "
	            "图为阅览室。 | jump （下转第2版） | 2: head 渡口换船 "
	            "[2版] | 3: head 钟楼修好了 | body 钟又响了。 | 0: other "
	            "石桥报",
	            "head 1-1 | head 2-2 | quote 4-4 | body 6-6 | body 3-3 | "
	            "body 7-7 | body 8-8 | teaser 5-5 | head 9-9 | body 10-10");
	assert_int_equal(page.issue->articles[0].note_count, 0);
	stories_release(&stories);
	hand_page_release(&page);
}

/* A story whose units went to another is no article, and a chain of continuations has
 * one. */
static void only_roots_with_units_are_articles(void **state)
{
	struct hand_page page;
	struct stories stories;
	struct article_source sources[8];
	size_t roots[8], count;

	(void)state;
	hand_page_init(&page, PAGE);
	add_units(&page);
	add_stories(&stories, &page.units);
	stories_add(&stories);
	stories.items[0].continues = 1;
	for (size_t i = 0; i < stories.count; i++)
		roots[i] = stories_root(&stories, i);
	assert_int_equal(roots[2], 1);
	count = article_order_list(sources, &stories, roots);
	assert_int_equal(count, 2);
	assert_non_null(sources[0].teaser);
	assert_int_equal(sources[1].story, 1);
	stories_release(&stories);
	hand_page_release(&page);
}

/* A page without a story: quotes and captions are furniture, as nobody has them. */
static void a_page_without_stories_keeps_its_lines(void **state)
{
	struct hand_page page;
	struct stories stories;

	(void)state;
	hand_page_init(&page, "石桥报\n“周末也开门”\n图为阅览室。\n");
	hand_page_unit(&page, UNIT_FURNITURE, 0, 1);
	hand_page_unit(&page, UNIT_QUOTE, 1, 2);
	hand_page_unit(&page, UNIT_CAPTION, 2, 3);
	stories = (struct stories){ .units = &page.units };
	assert_page(&page, &stories,
	            "0: other 石桥报 | other “周末也开门” | other 图为阅览室。",
	            "");
	stories_release(&stories);
	hand_page_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(articles_stand_in_the_order_of_the_page),
		cmocka_unit_test(what_a_person_put_first_stands_first),
		cmocka_unit_test(only_roots_with_units_are_articles),
		cmocka_unit_test(a_page_without_stories_keeps_its_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
