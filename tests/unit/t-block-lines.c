/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/block_lines.h"

#include "../lib/made_page.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct made_line matter[] = {
	{ 0, ROLE_HEAD, 1, 0, "题目" },      { 0, ROLE_BODY, 2, 0, "一二" },
	{ 0, ROLE_BODY, 2, 1, "三四" },      { 0, ROLE_NOTE, 0, 0, "注" },
	{ 1, ROLE_QUOTE, 3, 0, "引文" },     { 2, ROLE_BODY, 4, 0, "又一篇" },
	{ NPOS, ROLE_EDITOR, 0, 0, "责编" },
};

static void each_line_has_its_column(void **state)
{
	static const struct {
		size_t article, line, block, column; /* block NPOS: none */
	} cases[] = {
		{ 0, 0, 0, 0 },    { 0, 1, 1, 0 },    { 0, 2, 1, 1 },
		{ 0, 3, NPOS, 0 }, { 1, 4, 2, 0 },    { 2, 5, 3, 0 },
		{ 1, 5, NPOS, 0 }, { 2, 6, NPOS, 0 },
	};
	struct issue *issue = made_page(matter, ARRAY_LEN(matter));
	const struct page *page = &issue->pages[0];
	struct block_lines lines;

	(void)state;
	block_lines_init(&lines, page);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct block_column *column =
			block_lines_at(&lines, cases[i].article, cases[i].line);
		size_t block =
			column ? (size_t)(column->block - page->blocks) : NPOS;

		if (block != cases[i].block ||
		    (column && column->index != cases[i].column))
			fail_msg("line %zu of article %zu is in block %zu",
			         cases[i].line, cases[i].article, block);
	}
	block_lines_release(&lines);
	issue_free(issue);
}

static void articles_with_running_text_are_known(void **state)
{
	struct issue *issue = made_page(matter, ARRAY_LEN(matter));
	struct block_lines lines;

	(void)state;
	block_lines_init(&lines, &issue->pages[0]);
	assert_true(block_lines_have_text(&lines, 0));
	assert_false(block_lines_have_text(&lines, 1));
	assert_true(block_lines_have_text(&lines, 2));
	block_lines_release(&lines);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_line_has_its_column),
		cmocka_unit_test(articles_with_running_text_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
