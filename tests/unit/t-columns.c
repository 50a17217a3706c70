/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/columns.h"

#include "../lib/block_page.h"
#include "base/mem.h"
#include "load/place/heads.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* A text of three lines from s to e. */
#define TEXT(s, e, t, u, v)                                                    \
 "block 1 -\n" s " " e " " t " 渡口\n" s " " e " " u " 石阶\n" s " " e " " v   \
 " 两岸。\n"

struct group_case {
	const char *page, *groups;
};

static void check_groups(const struct group_case *cases, size_t count,
                         void (*list)(const struct block_page *page,
                                      struct buf *text))
{
	for (size_t i = 0; i < count; i++) {
		struct block_page page;
		struct buf got;

		buf_init(&got);
		block_page_init(&page, cases[i].page);
		block_page_place(&page);
		list(&page, &got);
		if (!str_equal(buf_str(&got), str_from(cases[i].groups)))
			fail_msg("%s%s, not %s", cases[i].page, got.ptr,
			         cases[i].groups);
		buf_release(&got);
		block_page_release(&page);
	}
}

static void columns_are_under_each_other(void **state)
{
	static const struct group_case cases[] = {
		{ TEXT("20", "40", "20", "21", "22")
		          TEXT("42", "62", "20", "21", "22"),
		  "0 1" },
		{ TEXT("20", "40", "30", "31", "32")
		          TEXT("20", "40", "27", "28", "29"),
		  "1+0" },
		/* too far, unless something fills the room */
		{ TEXT("20", "40", "20", "21", "22")
		          TEXT("20", "40", "30", "31", "32"),
		  "0 1" },
		{ TEXT("20", "40", "20", "21",
		       "22") "picture 20 40 24 28\n" TEXT("20", "40", "30",
		                                          "31", "32"),
		  "0+1" },
		{ TEXT("20", "40", "20", "21",
		       "22") "picture 20 40 24 28\n" TEXT("20", "40", "36",
		                                          "37", "38"),
		  "0 1" },
		{ TEXT("20", "40", "20", "21",
		       "22") "box 20 40 24 30\n"
		             "block 1 -\n22 38 27 晴\n"
		             "22 38 28 雨\n" TEXT("20", "40", "32", "33", "34"),
		  "0+2 1" },
		{ TEXT("20", "40", "20", "21",
		       "22") "rule 24 20 40\nblock 1.3 "
		             "h\n20 40 25.5 老周说他撑"
		             "了三十年的船\nrule 27 20 "
		             "40\n" TEXT("20", "40", "29", "30", "31"),
		  "0+2" },
		/* a rule above or below what fills the room parts */
		{ TEXT("20", "40", "20", "21",
		       "22") "rule 24 10 50\nbox 10 50 26 30\n"
		             "block 1 -\n22 38 27 晴\n"
		             "22 38 28 雨\n" TEXT("20", "40", "32", "33", "34"),
		  "0 1 2" },
		/* a subhead goes with its column */
		{ TEXT("20", "40", "20", "21",
		       "22") "block 1 h\n25 35 24 停航\n" TEXT("20", "40", "26",
		                                               "27", "28"),
		  "0+1+2" },
		/* display type and rules part */
		{ TEXT("20", "40", "20", "21",
		       "22") "block 2 h\n20 40 24 通航\n" TEXT("20", "40", "26",
		                                               "27", "28"),
		  "0 2" },
		{ TEXT("20", "40", "20", "21", "22") "rule 23.2 20 40\n" TEXT(
			  "20", "40", "24", "25", "26"),
		  "0 1" },
		/* other edges, another size, another box */
		{ TEXT("20", "40", "20", "21", "22")
		          TEXT("24", "34", "24", "25", "26"),
		  "0 1" },
		{ TEXT("20", "40", "20", "21",
		       "22") "block 1 -\n32 38 24 丹翁\n",
		  "0+1" },
		{ "box 15 45 23 40\n" TEXT("20", "40", "20", "21", "22")
		          TEXT("20", "40", "24", "25", "26"),
		  "0 1" },
		/* lines that run down: more than the pitch parts them */
		{ "vertical\n" TEXT("20", "40", "20", "21.5", "23")
		          TEXT("20", "40", "24.5", "26", "27.5"),
		  "0+1" },
		{ "vertical\n" TEXT("20", "40", "20", "21.5", "23")
		          TEXT("20", "40", "25.5", "27", "28.5"),
		  "0 1" },
	};

	(void)state;
	check_groups(cases, ARRAY_LEN(cases), block_page_columns);
}

static void heads_are_groups_of_display_type(void **state)
{
	static const struct group_case cases[] = {
		{ "block 1 h\n20 40 20 昨日\nblock 2 h\n20 40 22 渡口通航\n"
		  "block 1 h\n22 38 24 两岸说好\n",
		  "0+1+2" },
		{ "block 2 h\n20 40 22 渡口通航\nblock 2 h\n20 40 28 石阶重铺\n",
		  "0 1" },
		{ "block 2 h\n20 40 22 渡口通航\nblock 2 h\n42 62 22 石阶重铺\n",
		  "0 1" },
		/* a paragraph may stand farther under a headline than a line */
		{ "block 2 h\n20 40 22 渡口通航\nblock 1 h\n20 40 25.7 两\n"
		  "20 40 27.2 岸\n20 40 28.7 说好。\n",
		  "0+1" },
		{ "block 2 h\n20 40 22 渡口通航\nblock 1 h\n20 40 25.7 两\n"
		  "20 40 27.2 岸\n20 40 28.7 说好\n",
		  "0 1" },
		{ "block 2 h\n20 40 22 渡口通航\nblock 1 h\n20 40 26 两岸\n",
		  "0 1" },
		/* a rule, a wall or a picture between */
		{ "block 2 h\n20 40 22 渡口通航\nrule 23.5 10 50\nblock 1 h\n"
		  "20 40 24.5 两岸说好\n",
		  "0 1" },
		{ "block 2 h\n20 40 22 渡口通航\npicture 20 40 23.1 23.9\n"
		  "block 1 h\n20 40 24.5 两岸说好\n",
		  "0 1" },
		/* a rule narrower than the text under it is dress */
		{ "block 2 h\n20 40 22 渡口通航\nrule 23.5 25 35\nblock 1 h\n"
		  "20 40 24.5 两岸说好\n" TEXT("20", "40", "27", "28", "29"),
		  "0+1" },
		/* one in the middle of both, or flush with both, too */
		{ "block 2 h\n20 40 22 渡口通航\nrule 23.5 26 34\nblock 1 h\n"
		  "26 34 24.5 两岸说好\n",
		  "0+1" },
		{ "block 2 h\n20 40 22 渡口通航\nrule 23.5 20 28\nblock 1 h\n"
		  "20 34 24.5 两岸说好\n",
		  "0+1" },
		{ "block 2 h\n20 40 22 渡口通航\nrule 23.5 30 38\nblock 1 h\n"
		  "26 34 24.5 两岸说好\n",
		  "0 1" },
		/* a few words over a rule and much larger type: its kicker */
		{ "block 1 h\n28 32 19.5 民生\nrule 20.6 10 50\nblock 2 h\n"
		  "20 40 22 渡口通航\n",
		  "0+1" },
		{ "block 1 h\n20 40 19.5 民生\nrule 20.6 10 50\nblock 1.2 h\n"
		  "20 40 22 渡口通航\n",
		  "0 1" },
		/* jump lines end a group, boxes too */
		{ "block 2 h\n20 40 22 渡口通航\nblock 1 h\n20 40 24.5 "
		  "（下转第2版）\n",
		  "0 1" },
		{ "box 10 50 20 23.5\nblock 2 h\n20 40 22 渡口通航\nblock 1 h\n"
		  "20 40 24.5 两岸说好\n",
		  "0 1" },
		/* across the main direction: side by side */
		{ "vertical\nblock 2 xh\n20 40 22 渡口通航\nblock 1.5 xh\n"
		  "20 40 24.5 两岸说好\n",
		  "0+1" },
	};

	(void)state;
	check_groups(cases, ARRAY_LEN(cases), block_page_heads);
}

/* Few lines beside a picture have the edges of their column, but for the picture. */
static void few_lines_have_the_edges_of_their_column(void **state)
{
	static const struct {
		const char *page;
		float right_em;
	} cases[] = {
		{ TEXT("20", "40", "20", "21", "22") "block 1 -\n20 40 23 渡\n"
		                                     "20 40 24 渡\n"
		                                     "block 1 -\n20 29 25 渡\n",
		  40 },
		{ "picture 30 40 24.8 27\n" TEXT(
			  "20", "40", "20", "21",
			  "22") "block 1 -\n20 40 23 渡\n20 40 24 渡\n"
		                "block 1 -\n20 29 25 渡\n",
		  29.4f },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct block_page page;
		const struct placing *placing = &page.placing;

		block_page_init(&page, cases[i].page);
		block_page_place(&page);
		assert_true(
			fabsf(placing->lines[placing->line_count - 1].right -
		              10 * cases[i].right_em) < .1f);
		block_page_release(&page);
	}
}

/* A page with hundreds of blocks of all kinds, at places that look like chance. */
static void make_page(struct buf *page, size_t count, bool vertical)
{
	static const char *const types[] = { "1 -", "1 -",   "1 h",
		                             "2 h", ".8 -",  "1 f",
		                             "1 -", "1.3 h", "1.2 xh" };
	unsigned seed = (unsigned)count;

	if (vertical)
		buf_add_c(page, "vertical\n");
	for (size_t i = 0; i < count; i++) {
		unsigned s, t, width;

		seed = seed * 1103515245u + 12345u;
		s = seed >> 16 & 63;
		t = seed >> 8 & 127;
		width = 4 + (seed >> 24 & 15);
		if (i % 17 == 0)
			buf_addf(page, "rule %u %u %u\n", t, s, s + 30);
		if (i % 19 == 0)
			buf_addf(page, "picture %u %u %u %u\n", s, s + 9, t,
			         t + 9);
		buf_addf(page, "block %s\n", types[seed % ARRAY_LEN(types)]);
		for (unsigned l = 0; l < 1 + seed % 5; l++)
			buf_addf(page, "%u %u %u 渡口两岸%zu\n", s, s + width,
			         t + 2 * l, i % 10);
	}
}

static void count_groups(const struct block_page *page, size_t *columns,
                         size_t *heads)
{
	const struct placing *placing = &page->placing;

	for (size_t i = 0; i < placing->column_count; i++)
		for (size_t b = 0; b < placing->columns[i].block_count; b++)
			columns[placing->columns[i].blocks[b]]++;
	for (size_t i = 0; i < placing->head_count; i++)
		for (size_t b = 0; b < placing->heads[i].block_count; b++)
			heads[placing->heads[i].blocks[b]]++;
}

/* Each block of text or subhead is in one column, each of display or small type in one
 * head, and others are in none, whatever the page. */
static void each_block_is_in_one_group(void **state)
{
	(void)state;
	for (size_t n = 1; n < 60; n++) {
		struct block_page page;
		struct buf text;
		size_t *columns, *heads;

		buf_init(&text);
		make_page(&text, n * 5, n % 2);
		block_page_init(&page, text.ptr);
		block_page_place(&page);
		columns = mem_alloc(n * 5 * sizeof *columns);
		heads = mem_alloc(n * 5 * sizeof *heads);
		count_groups(&page, columns, heads);
		for (size_t i = 0; i < page.placing.block_count; i++) {
			enum block_kind kind = page.placing.blocks[i].kind;

			assert_int_equal(columns[i],
			                 kind == BLOCK_TEXT ||
			                         kind == BLOCK_SUBHEAD);
			assert_int_equal(heads[i], kind == BLOCK_DISPLAY ||
			                                   kind == BLOCK_SMALL);
		}
		free(columns);
		free(heads);
		block_page_release(&page);
		buf_release(&text);
	}
}

static size_t work_of(size_t count)
{
	struct block_page page;
	struct buf text;
	size_t work;

	buf_init(&text);
	make_page(&text, count, false);
	block_page_init(&page, text.ptr);
	block_page_place(&page);
	work = page.placing.work;
	block_page_release(&page);
	buf_release(&text);
	return work;
}

/* Thousands of blocks stand in the room of a hundred: each has thousands of neighbours,
 * yet the work for a block is bounded. */
static void crowded_pages_take_bounded_work(void **state)
{
	static const size_t counts[] = { 1000, 4000, 16000 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(counts); i++)
		assert_in_range(work_of(counts[i]) / counts[i], 1,
		                16 * BOX_QUERY_MOST);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_under_each_other),
		cmocka_unit_test(few_lines_have_the_edges_of_their_column),
		cmocka_unit_test(heads_are_groups_of_display_type),
		cmocka_unit_test(each_block_is_in_one_group),
		cmocka_unit_test(crowded_pages_take_bounded_work),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
