/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/passages.h"

#include "../lib/built.h"
#include "base/mem.h"
#include "load/build/article.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define PAGE                                                                   \
 "喜报\n"           /* 0 */                                                    \
 "镇里开了图书室\n" /* 1 */                                                    \
 "三千册书\n"       /* 2 */                                                    \
 "都是捐的。\n"     /* 3 */                                                    \
 "周末也开门。\n"   /* 4 */                                                    \
 "“周末也开门”\n"   /* 5 */                                                    \
 "（下转第2版）\n"  /* 6 */                                                    \
 "编者按：好事。\n" /* 7 */

/* A page with an article, whose passages a test adds. */
struct composition {
	struct hand_page page;
	struct passage_writer writer;
};

static void composition_begin(struct composition *own)
{
	hand_page_init(&own->page, PAGE);
	article_begin(own->page.issue, 0, KIND_OTHER);
	passages_init(&own->writer, own->page.issue, &own->page.lines,
	              &own->page.units);
}

/* The passages and blocks that were made. */
static void composition_end(struct composition *own, const char *passages,
                            const char *blocks)
{
	struct page *page = &own->page.issue->pages[0];
	struct buf got;

	passages_end(&own->writer, page);
	buf_init(&got);
	built_add_passages(&got, own->page.issue, 0, false);
	assert_built("passages", &got, passages);
	buf_init(&got);
	built_add_blocks(&got, page->blocks, page->block_count);
	assert_built("blocks", &got, blocks);
	hand_page_release(&own->page);
}

/* Indices [first, end). */
static struct list units_from(size_t first, size_t end)
{
	struct list list = { 0 };

	for (size_t i = first; i < end; i++)
		list_add(&list, i);
	return list;
}

static void neighbours_share_a_block(void **state)
{
	struct composition own;
	struct list units = units_from(0, 2);

	(void)state;
	composition_begin(&own);
	hand_page_unit(&own.page, UNIT_TEXT, 2, 4);
	hand_page_unit(&own.page, UNIT_TEXT, 4, 5);
	passages_text(&own.writer, &units);
	composition_end(&own, "body 三千册书都是捐的。 | body 周末也开门。",
	                "body 2-4");
	free(units.items);
}

/* A head in the middle of a text parts its lines on the page. */
static void units_apart_have_blocks_of_their_own(void **state)
{
	struct composition own;
	struct list units = units_from(0, 2);

	(void)state;
	composition_begin(&own);
	hand_page_unit(&own.page, UNIT_TEXT, 2, 3);
	hand_page_unit(&own.page, UNIT_TEXT, 4, 5);
	passages_text(&own.writer, &units);
	composition_end(&own, "body 三千册书 | body 周末也开门。",
	                "body 2-2 | body 4-4");
	free(units.items);
}

static void text_has_the_roles_of_its_units(void **state)
{
	struct composition own;
	struct list units = units_from(0, 3);

	(void)state;
	composition_begin(&own);
	hand_page_unit(&own.page, UNIT_SUBHEAD, 1, 2);
	hand_page_unit(&own.page, UNIT_SIGNATURE, 4, 5);
	hand_page_unit(&own.page, UNIT_TEXT, 7, 8);
	passages_text(&own.writer, &units);
	composition_end(
		&own,
		"subhead 镇里开了图书室 | signature 周末也开门。 | note "
		"编者按：好事。",
		"body 1-1 | body 4-4 | body 7-7");
	free(units.items);
}

/* Lines of a subhead that follow each other are one; a blank line, or a number, begins
 * another. */
static void a_subhead_may_have_several_lines(void **state)
{
	struct composition own;
	struct list units = units_from(0, 5);

	(void)state;
	composition_begin(&own);
	hand_page_unit(&own.page, UNIT_SUBHEAD, 0, 1);
	hand_page_unit(&own.page, UNIT_SUBHEAD, 1, 2);
	hand_page_unit(&own.page, UNIT_SUBHEAD, 2, 3);
	own.page.units.items[2].blank = true;
	hand_page_unit(&own.page, UNIT_TEXT, 3, 4);
	hand_page_unit(&own.page, UNIT_SUBHEAD, 4, 5);
	passages_text(&own.writer, &units);
	composition_end(&own,
	                "subhead 喜报镇里开了图书室 | subhead 三千册书 | "
	                "body 都是捐的。 | subhead 周末也开门。",
	                "body 0-4");
	free(units.items);
}

static void parts_of_a_list_stand_alone(void **state)
{
	struct composition own;
	struct list units = units_from(0, 2);

	(void)state;
	composition_begin(&own);
	hand_page_unit(&own.page, UNIT_QUOTE, 5, 6);
	hand_page_unit(&own.page, UNIT_JUMP, 6, 7);
	passages_list(&own.writer, &units, PART_QUOTE);
	assert_non_null(own.page.issue->passages[1].jump);
	assert_int_equal(own.page.issue->passages[1].jump->page, 2);
	assert_null(own.page.issue->passages[0].jump);
	composition_end(&own, "quote “周末也开门” | jump （下转第2版）",
	                "quote 5-5 | quote 6-6");
	free(units.items);
}

static void stated_passages_keep_their_roles(void **state)
{
	static const enum role roles[] = { ROLE_NOTE, ROLE_BODY, ROLE_JUMP };
	struct composition own;
	struct list units = units_from(0, 3);

	(void)state;
	composition_begin(&own);
	hand_page_unit(&own.page, UNIT_TEXT, 3, 4);
	hand_page_unit(&own.page, UNIT_TEXT, 4, 6);
	hand_page_unit(&own.page, UNIT_TEXT, 6, 7);
	passages_stated(&own.writer, &units, roles, PART_BODY);
	assert_non_null(own.page.issue->passages[2].jump);
	composition_end(&own,
	                "note 都是捐的。 | body 周末也开门。“周末也开门” | "
	                "jump （下转第2版）",
	                "body 3-6");
	free(units.items);
}

static void a_teaser_is_one_block(void **state)
{
	struct composition own;
	struct teaser teaser = { .heads = units_from(0, 2), .jump = 2 };

	(void)state;
	composition_begin(&own);
	hand_page_unit(&own.page, UNIT_HEAD, 4, 5);
	hand_page_unit(&own.page, UNIT_HEAD, 5, 6);
	hand_page_unit(&own.page, UNIT_JUMP, 6, 7);
	passages_teaser(&own.writer, &teaser);
	composition_end(&own,
	                "head 周末也开门。 | head “周末也开门” | jump "
	                "（下转第2版）",
	                "teaser 4-6");
	free(teaser.heads.items);
}

static void furniture_is_of_no_article(void **state)
{
	struct composition own;
	size_t unit;

	(void)state;
	composition_begin(&own);
	unit = hand_page_unit(&own.page, UNIT_FURNITURE, 0, 1);
	passages_furniture(&own.writer, ROLE_MASTHEAD,
	                   &own.page.units.items[unit]);
	assert_true(own.page.issue->passages[0].article == NPOS);
	composition_end(&own, "masthead 喜报", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(neighbours_share_a_block),
		cmocka_unit_test(units_apart_have_blocks_of_their_own),
		cmocka_unit_test(text_has_the_roles_of_its_units),
		cmocka_unit_test(a_subhead_may_have_several_lines),
		cmocka_unit_test(parts_of_a_list_stand_alone),
		cmocka_unit_test(stated_passages_keep_their_roles),
		cmocka_unit_test(a_teaser_is_one_block),
		cmocka_unit_test(furniture_is_of_no_article),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
