/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/place_page.h"

#include "../lib/place_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const struct page_type body = { 9, 0, 0 }, large = { 20, 0, 0 };

/* The lines of a page in their order, one after the other. */
static void check_order(struct page_chars *page, const char *want)
{
	struct placement placement;
	struct buf got;

	place_page(&placement, page);
	buf_init(&got);
	for (size_t i = 0; i < placement.line_count; i++) {
		buf_add(&got, placement.lines[i].text);
		buf_add_c(&got, placement.lines[i].begins ? "* " : " ");
	}
	assert_string_equal(got.ptr, want);
	buf_release(&got);
	placement_release(&placement);
	page_chars_release(page);
}

/* Lines of six characters from x and y. */
static void set_column(struct page_chars *page, float x, float y,
                       const char *text)
{
	page_set_paragraph(page, body, (struct page_measure){ 6, 14, 0 }, x, y,
	                   text);
}

static void columns_are_read_under_their_head(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	set_column(&page, 120, 60, "丁一二三四五戊一二三四五");
	set_column(&page, 40, 60, "甲一二三四五乙一二三四五");
	page_set_across(&page, large, 40, 20, "大字题目");
	page_set_across(&page, large, 40, 130, "第二题目");
	set_column(&page, 40, 170, "子一二三四五丑一二三四五");
	set_column(&page, 120, 170, "寅一二三四五卯一二三四五");
	check_order(&page, "大字题目* 甲一二三四五* 乙一二三四五 "
	                   "丁一二三四五* 戊一二三四五 第二题目* "
	                   "子一二三四五* 丑一二三四五 "
	                   "寅一二三四五* 卯一二三四五 ");
}

static void gaps_of_paragraphs_do_not_part_columns(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	set_column(&page, 40, 60, "甲一二三四五乙一二三四五");
	set_column(&page, 40, 92, "丙一二三四五丁一二三四五");
	set_column(&page, 120, 60, "子一二三四五丑一二三四五");
	set_column(&page, 120, 92, "寅一二三四五卯一二三四五");
	check_order(&page, "甲一二三四五* 乙一二三四五 丙一二三四五 "
	                   "丁一二三四五 子一二三四五* 丑一二三四五 "
	                   "寅一二三四五 卯一二三四五 ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_read_under_their_head),
		cmocka_unit_test(gaps_of_paragraphs_do_not_part_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
