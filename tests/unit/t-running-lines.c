/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/running_lines.h"

#include "../lib/block_page.h"
#include "load/place/block_kinds.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

/* The kinds of the blocks of a page that comes after those before it. */
static void check_page(struct running_lines *lines, const char *notation,
                       const char *want)
{
	struct block_page page;
	struct buf kinds;

	buf_init(&kinds);
	block_page_init(&page, notation);
	block_kinds_find(&page.placing, &page.index);
	running_lines_find(lines, &page.placing);
	block_page_kinds(&page, &kinds);
	assert_string_equal(kinds.ptr, want);
	buf_release(&kinds);
	block_page_release(&page);
}

#define TEXT "block 1 l\n20 40 40 The ferry was late and the boats stood\n"

static void what_pages_have_again_is_furniture(void **state)
{
	struct running_lines lines = { 0 };

	(void)state;
	check_page(&lines,
	           "block 2 hl\n40 60 12 Town museum\n" TEXT
	           "block 1 fl\n5 9 91 Gazette No. 9, page 3\n",
	           "DTD");
	check_page(&lines,
	           "block 2 hl\n30 60 12 Town museum\n" TEXT
	           "block 1 fl\n70 90 91 Gazette No. 9, page 4\n",
	           "FTF");
	/* Others words, another height, the middle of the page. */
	check_page(&lines, "block 2 hl\n40 60 12 Town library\n" TEXT, "DT");
	check_page(&lines, "block 2 hl\n40 60 13 Town museum\n" TEXT, "DT");
	check_page(&lines, TEXT, "T");
	check_page(&lines, "block 2 hl\n40 60 12 Town museum\n" TEXT, "FT");
}

static void few_letters_and_long_blocks_are_not_compared(void **state)
{
	struct running_lines lines = { 0 };

	(void)state;
	for (int page = 0; page < 2; page++) {
		check_page(&lines, "block 2 hl\n40 60 12 Ad 1\n" TEXT, "DT");
		check_page(&lines,
		           "block 2 hl\n40 60 8 The old\n40 60 10 town\n"
		           "40 60 12 museum\n" TEXT,
		           "DT");
	}
}

/* The same block twice on one page says nothing; and old pages are forgotten. */
static void only_the_last_pages_count(void **state)
{
	struct running_lines lines = { 0 };

	(void)state;
	check_page(&lines,
	           "block 2 hl\n10 30 12 Town museum\nblock 2 hl\n60 80 12 "
	           "Town museum\n" TEXT,
	           "DDT");
	for (int i = 0; i < RUNNING_LINES; i++) {
		char notation[128];

		snprintf(notation, sizeof notation,
		         "block 2 hl\n40 60 12 Notice %c%c\n" TEXT,
		         'a' + i % 16, 'a' + i / 16);
		check_page(&lines, notation, "DT");
	}
	check_page(&lines, "block 2 hl\n10 30 12 Town museum\n" TEXT, "DT");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_pages_have_again_is_furniture),
		cmocka_unit_test(few_letters_and_long_blocks_are_not_compared),
		cmocka_unit_test(only_the_last_pages_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
