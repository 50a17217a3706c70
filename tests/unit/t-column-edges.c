/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/column_edges.h"

#include "../lib/block_page.h"
#include "base/mem.h"
#include "load/place/indent.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* The edges of the lines of the first block, in em: "20-40 20-30 ". */
static void list_edges(const struct block_page *page, struct buf *edges)
{
	const struct placing *placing = &page->placing;

	for (size_t i = 0; i < placing->blocks[0].line_count; i++) {
		const struct placed_line *line =
			&placing->lines[placing->blocks[0].lines[i]];

		buf_addf(edges, "%g-%g ", (double)line->left / 10,
		         (double)line->right / 10);
	}
}

static void edges_are_those_beside_insets(void **state)
{
	static const struct {
		const char *page, *edges;
	} cases[] = {
		{ "block 1 -\n22 40 20 渡\n20 40 21.5 渡\n20 30 23 渡\n",
		  "20-40 20-40 20-40 " },
		/* a picture on the right, on the left, and across */
		{ "block 1 -\n20 40 20 渡\n20 29 21.5 渡\n22 29 23 渡\n"
		  "20 25 24.5 渡\n20 40 26 渡\npicture 30 40 21 25\n",
		  "20-40 20-29.4 20-29.4 20-29.4 20-40 " },
		{ "block 1 -\n20 40 20 渡\n31 40 21.5 渡\n33 40 23 渡\n"
		  "31 40 24.5 渡\n20 40 26 渡\npicture 20 30 21 25\n",
		  "20-40 31-40 31-40 31-40 20-40 " },
		{ "block 1 -\n20 40 20 渡\n20 40 30 渡\npicture 19 41 21 29\n",
		  "20-40 20-40 " },
		/* lines that keep away from it above and below */
		{ "block 1 -\n20 40 18 渡\n33 40 19 渡\n31 40 20.5 渡\n"
		  "31 40 22 渡\n31 40 23.5 渡\n20 40 25 渡\n"
		  "picture 20 30 20.8 21.7\n",
		  "20-40 31-40 31-40 31-40 31-40 20-40 " },
		/* a drop cap: lines beside it are flush */
		{ "block 1 -\n20 40 20 The ferry @4\n24 40 21.5 was\n"
		  "24 40 23 late\n22 40 24.5 and\n20 40 26 then\n",
		  "20-40 24-40 24-40 20-40 20-40 " },
		/* text set ragged reaches as far as its longest line */
		{ "block 1 l\n20 39 20 The\n20 38 21.5 ferry\n20 40 23 was\n",
		  "20-40 20-40 20-40 " },
		/* an edge that several lines share */
		{ "block 1 -\n20 40 20 渡\n25 40 21.5 渡\n25 40 23 渡\n"
		  "25 40 24.5 渡\n27 40 26 渡\n20 40 27.5 渡\n",
		  "20-40 25-40 25-40 25-40 25-40 20-40 " },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct block_page page;
		struct buf edges;

		buf_init(&edges);
		block_page_init(&page, cases[i].page);
		page.placing.blocks[0].kind = BLOCK_TEXT;
		column_edges_find(&page.placing, &page.index);
		list_edges(&page, &edges);
		if (!str_equal(buf_str(&edges), str_from(cases[i].edges)))
			fail_msg("%s%s", cases[i].page, edges.ptr);
		buf_release(&edges);
		block_page_release(&page);
	}
}

static void opening_marks_may_hang(void **state)
{
	static const struct {
		float s0, begin;
		size_t indent_em;
		float set_in_em;
	} cases[] = {
		{ 22, 22, 2, 2 },    { 20, 20, 2, 0 },    { 22, 22.5f, 2, 2 },
		{ 21.5f, 22, 2, 2 }, { 20, 20.5f, 2, 0 }, { 19.5f, 20, 2, 0 },
		{ 20.5f, 21, 1, 1 }, { 20, 20.5f, 1, 0 }, { 24, 24.5f, 2, 4 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct placed_line line = { .s0 = cases[i].s0 * 10,
			                    .begin = cases[i].begin * 10,
			                    .left = 200,
			                    .em_pt = 10 };
		float set_in = column_set_in_em(&line, cases[i].indent_em);

		if (fabsf(set_in - cases[i].set_in_em) > .01f)
			fail_msg("case %zu: %g", i, (double)set_in);
	}
}

static void the_indent_is_that_of_most_lines(void **state)
{
	static const struct {
		const char *page;
		size_t indent_em;
	} cases[] = {
		{ "", 2 },
		{ "block 1 -\n20 40 20 渡口\n20 30 21.5 石阶。\n"
		  "20 40 23 两岸\n20 30 24.5 说好。\n",
		  0 },
		{ "block 1 -\n20 40 20 渡口\n20 30 21.5 石阶。\n"
		  "21 40 23 两岸\n20 30 24.5 说好。\n",
		  1 },
		{ "block 1 -\n20 40 20 渡口\n20 30 21.5 石阶。\n"
		  "22 40 23 两岸\n20 30 24.5 说好。\n",
		  2 },
		/* only behind lines that are short and end a sentence */
		{ "block 1 -\n20 40 20 渡口\n20 40 21.5 石阶。\n"
		  "20 30 23 两岸\n20 30 24.5 说好。\n20 30 26 通航。\n",
		  0 },
		{ "block 1 -\n20 40 20 渡口\n20 40 21.5 石阶。\n"
		  "20 30 23 两岸\n20 30 24.5 说好\n20 30 26 通航。\n",
		  2 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct indent_counts counts = { { 0 } };
		struct block_page page;

		block_page_init(&page, cases[i].page);
		block_page_place(&page);
		indent_count(&counts, &page.placing);
		if (indent_usual_em(&counts) != cases[i].indent_em)
			fail_msg("%s%zu", cases[i].page,
			         indent_usual_em(&counts));
		block_page_release(&page);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(edges_are_those_beside_insets),
		cmocka_unit_test(opening_marks_may_hang),
		cmocka_unit_test(the_indent_is_that_of_most_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
