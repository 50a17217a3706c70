/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/paragraphs.h"

#include "../lib/block_page.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Where paragraphs begin in all lines of a page: "1..1". */
static void find_begins(const char *notation, size_t indent_em,
                        struct buf *begins)
{
	struct paragraph_line *lines;
	struct block_page page;
	size_t count;

	block_page_init(&page, notation);
	page.placing.indent_em = indent_em;
	count = page.placing.line_count;
	lines = mem_alloc(count * sizeof *lines);
	for (size_t i = 0; i < count; i++) {
		struct placed_line *line = &page.placing.lines[i];
		const struct placed_block *block =
			&page.placing.blocks[line->block];

		line->left = block->left;
		line->right = block->right;
		lines[i] = (struct paragraph_line){ .line = i,
			                            .column = line->block };
	}
	paragraphs_find(&page.placing, lines, count);
	for (size_t i = 0; i < count; i++)
		buf_add_byte(begins, lines[i].begins ? '1' : '.');
	free(lines);
	block_page_release(&page);
}

struct paragraph_case {
	size_t indent_em;
	const char *page, *begins;
};

static void check_begins(const struct paragraph_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct buf begins;

		buf_init(&begins);
		find_begins(cases[i].page, cases[i].indent_em, &begins);
		if (!str_equal(buf_str(&begins), str_from(cases[i].begins)))
			fail_msg("%s%s, not %s", cases[i].page, begins.ptr,
			         cases[i].begins);
		buf_release(&begins);
	}
}

static void paragraphs_are_set_in(void **state)
{
	static const struct paragraph_case cases[] = {
		{ 2,
		  "block 1 -\n22 40 20 渡口两岸\n20 40 21.5 石阶\n20 30 23 "
		  "铺过。\n22 40 24.5 老周\n20 35 26 说好。\n",
		  "1..1." },
		/* a full line ends a sentence: set in or not decides */
		{ 2,
		  "block 1 -\n22 40 20 渡口两岸\n20 40 21.5 石阶。\n22 40 23 "
		  "老周\n20 40 24.5 船工。\n20 40 26 他说\n",
		  "1.1.." },
		{ 1,
		  "block 1 -\n21 40 20 渡口两岸\n20 40 21.5 石阶。\n21 40 23 "
		  "老周\n20 40 24.5 船工。\n20 40 26 他说\n",
		  "1.1.." },
		/* an opening mark may hang, and is no indent */
		{ 2,
		  "block 1 -\n22 40 20 渡口\n20 40 21.5 石阶。\n20 40 23 "
		  "“老周”\n20 40 24.5 船工。\n22 40 26 “他说\n",
		  "1...1" },
		/* a number of a table or verse, in mid sentence, set in */
		{ 2,
		  "block 1 -\n22 40 20 渡口两岸\n20 40 21.5 石阶铺过，\n"
		  "22 40 23 老周\n",
		  "1.1" },
		/* in an alphabet a small indent is one */
		{ 1,
		  "block 1 l\n20.8 40 20 The ferry\n20 40 21.5 was late.\n"
		  "20.8 40 23 It came\n20 38 24.5 at nine\n",
		  "1.1." },
		{ 2, "", "" },
	};

	(void)state;
	check_begins(cases, ARRAY_LEN(cases));
}

static void or_they_are_flush(void **state)
{
	static const struct paragraph_case cases[] = {
		{ 0,
		  "block 1 -\n20 40 20 渡口两岸\n20 40 21.5 石阶。\n20 30 23 "
		  "铺过。\n20 40 24.5 老周\n20 35 26 说好。\n",
		  "1..1." },
		/* more room between lines */
		{ 0,
		  "block 1 -\n20 40 20 渡口两岸\n20 40 21.5 石阶。\n20 40 24 "
		  "老周\n20 40 25.5 说好\n",
		  "1.1." },
		/* but not the room of what stands between */
		{ 0,
		  "block 1 -\n20 40 20 渡口两岸\n20 40 21.5 石阶。\n20 40 40 "
		  "老周\n20 40 41.5 说好\n",
		  "1..." },
		/* where all paragraphs have it, other lines begin none */
		{ 0,
		  "block 1 -\n20 40 20 渡口两岸\n20 30 21.5 石阶。\n20 40 24 "
		  "老周\n20 39.2 25.5 说好。\n20 40 27 又说\n20 40 28.5 船。\n"
		  "20 40 31 新船\n",
		  "1.1...1" },
	};

	(void)state;
	check_begins(cases, ARRAY_LEN(cases));
}

/* Lines of an alphabet that is set ragged end where the next word has no room. */
static void ragged_lines_are_short_by_words(void **state)
{
	static const struct paragraph_case cases[] = {
		{ 0,
		  "block 1 l\n20 38 20 The ferry was\n20 37 21.5 interesting to\n"
		  "20 39 23 correspondents.\n20 37 24.5 Councillors of\n"
		  "20 30 26 the town.\n20 38 27.5 A boat was lost\n",
		  "1....1" },
	};

	(void)state;
	check_begins(cases, ARRAY_LEN(cases));
}

static void text_goes_on_in_the_next_column(void **state)
{
	static const struct paragraph_case cases[] = {
		{ 2,
		  "block 1 -\n22 40 20 渡口两岸\n20 40 21.5 石阶\nblock 1 -\n"
		  "42 62 10 铺过\n42 50 11.5 说好。\n44 62 13 老周\n",
		  "1...1" },
		{ 2,
		  "block 1 -\n22 40 20 渡口两岸\n20 40 21.5 石阶。\nblock 1 -\n"
		  "44 62 10 铺过\n42 50 11.5 说好。\n",
		  "1.1." },
	};

	(void)state;
	check_begins(cases, ARRAY_LEN(cases));
}

static void some_lines_stand_apart(void **state)
{
	static const struct paragraph_case cases[] = {
		/* names and dates at the right */
		{ 2,
		  "block 1 -\n22 40 20 渡口两岸\n20 30 21.5 石阶。\n"
		  "35 39 23 老周\n34 39 24.5 二月一日\n22 40 26 又\n",
		  "1.111" },
		/* a drop cap */
		{ 2,
		  "block 1 l\n20 40 20 and it is late\n20 40 21.5 The ferry @3\n"
		  "20 40 23 was late\n",
		  "11." },
	};

	(void)state;
	check_begins(cases, ARRAY_LEN(cases));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_set_in),
		cmocka_unit_test(or_they_are_flush),
		cmocka_unit_test(ragged_lines_are_short_by_words),
		cmocka_unit_test(text_goes_on_in_the_next_column),
		cmocka_unit_test(some_lines_stand_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
