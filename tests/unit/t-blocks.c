/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/blocks.h"

#include "../lib/place_page.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct page_type body = { 10, 0, 0 };

/* Lines under each other from x, `pitch` apart, each set in as its spaces say. */
static float set_lines(struct page_chars *page, float x, float y, float pitch,
                       const char *const *lines, size_t count)
{
	for (size_t i = 0; i < count; i++, y += pitch)
		page_set_across(page, body, x, y, lines[i]);
	return y;
}

static const char *const text[] = {
	"　　天地玄黄宇宙洪荒", "日月盈昃辰宿列张寒来", "暑往秋收冬藏",
	"　　闰余成岁律吕调阳", "云腾致雨露结为霜金生",
};

#define TEXT                                                                         \
 "天地玄黄宇宙洪荒 / 日月盈昃辰宿列张寒来 / 暑往秋收冬藏 / " \
 "闰余成岁律吕调阳 / 云腾致雨露结为霜金生"

static void paragraphs_of_a_column_are_one_block(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	set_lines(&page, 40, 40, 15, text, 5);
	page_check_blocks(&page, TEXT);
}

static void a_rule_parts_blocks(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	set_lines(&page, 40, 40, 20, text, 5);
	page_add_shape(&page, SHAPE_STROKE,
	               (struct page_box){ 40, 95, 140, 95 });
	page_check_blocks(&page, "天地玄黄宇宙洪荒 / 日月盈昃辰宿列张寒来 / "
	                         "暑往秋收冬藏 | "
	                         "闰余成岁律吕调阳 / 云腾致雨露结为霜金生");
}

/* A rule right under words of a line, and not longer, underlines them. */
static void an_underline_parts_nothing(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	set_lines(&page, 40, 40, 20, text, 5);
	page_add_shape(&page, SHAPE_STROKE,
	               (struct page_box){ 40, 90.5f, 95, 90.5f });
	page_add_shape(&page, SHAPE_STROKE,
	               (struct page_box){ 60, 110.5f, 140, 110.5f });
	page_check_blocks(&page, TEXT);
}

/* The text above a subhead does not go on below it, near as it is. */
static void a_subhead_parts_blocks(void **state)
{
	struct page_type bold = body;
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	bold.face = page_add_face(&page, "Hei bold", true);
	set_lines(&page, 40, 40, 12, text, 3);
	page_set_across(&page, bold, 110, 76, "小题");
	set_lines(&page, 40, 88, 12, text + 3, 2);
	page_check_blocks(&page, "天地玄黄宇宙洪荒 / 日月盈昃辰宿列张寒来 / "
	                         "暑往秋收冬藏 | 小题 | "
	                         "闰余成岁律吕调阳 / 云腾致雨露结为霜金生");
}

static void type_of_another_size_is_another_block(void **state)
{
	struct page_type large = { 16, 0, 0 };
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_across(&page, large, 40, 20, "大字题目");
	set_lines(&page, 40, 40, 15, text, 5);
	page_check_blocks(&page, "大字题目 | " TEXT);
}

/* Lines down the page, of two articles beside each other in one row of columns. */
static void a_jump_of_the_pitch_parts_lines_that_run_down(void **state)
{
	static const char *const lines[] = {
		"天地玄黄宇宙洪荒", "日月盈昃辰宿列张", "寒来暑往秋收冬藏",
		"闰余成岁律吕调阳", "云腾致雨露结为霜", "金生丽水玉出昆冈",
	};
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	for (size_t i = 0; i < 6; i++)
		page_set_down(&page, body,
		              350 - 15 * (float)i - (i > 2 ? 7 : 0), 40,
		              lines[i]);
	page_check_blocks(&page, "天地玄黄宇宙洪荒 / 日月盈昃辰宿列张 / "
	                         "寒来暑往秋收冬藏 | 闰余成岁律吕调阳 / "
	                         "云腾致雨露结为霜 / 金生丽水玉出昆冈");
}

static void a_drop_cap_goes_before_its_line(void **state)
{
	static const char *const lines[] = { "ong ago in the town",
		                             "there was a clock",
		                             "that nobody wound up",
		                             "for many years" };
	struct page_type cap = { 26, 0, 0 };
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_across(&page, cap, 40, 39, "L");
	set_lines(&page, 55, 40, 14, lines, 2);
	set_lines(&page, 40, 68, 14, lines + 2, 2);
	page_check_blocks(&page, "Long ago in the town / there was a clock / "
	                         "that nobody wound up / for many years");
}

static void a_high_drop_cap_is_lower_than_its_em(void **state)
{
	static const char *const lines[] = { "ong ago in the town",
		                             "there was a clock",
		                             "that nobody wound up",
		                             "for as many years as",
		                             "the town could count" };
	struct page_type cap = { 50, 0, 0 };
	struct page_chars page;

	(void)state;
	/* Its letter is level with the first line, its em box begins higher.
	 * Columns are what joins the blocks. */
	page_begin(&page, 400, 400);
	page_set_across(&page, cap, 40, 31, "L");
	set_lines(&page, 70, 40, 12, lines, 4);
	set_lines(&page, 40, 88, 12, lines + 4, 1);
	page_check_blocks(
		&page,
		"Long ago in the town | there was a clock / that nobody wound up / for as many years as | the town could count");
}

static void a_bullet_goes_before_its_line(void **state)
{
	struct page_type large = { 14, 0, 0 };
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_across(&page, large, 24, 38, "■");
	set_lines(&page, 40, 40, 15, text + 1, 2);
	page_check_blocks(&page, "■日月盈昃辰宿列张寒来 / 暑往秋收冬藏");
}

/* A row of a column with wide gaps, as a list of names is set. */
static void parts_of_a_row_that_fill_their_column_are_one_line(void **state)
{
	static const char *const names[] = {
		"日月盈昃辰宿列张寒来",
		"天地玄　　　　　黄宇",
		"云腾致雨露结为霜金生",
		"暑往秋收冬藏闰余成岁",
	};
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	set_lines(&page, 40, 40, 15, names, 4);
	page_check_blocks(&page, "日月盈昃辰宿列张寒来 / 天地玄黄宇 / "
	                         "云腾致雨露结为霜金生 / 暑往秋收冬藏闰余成岁");
	/* Two such rows, whose gaps are at one place. */
	page_begin(&page, 400, 400);
	set_lines(&page, 40, 40, 15, names, 2);
	page_set_across(&page, body, 40, 70, "云腾致　　　　　露结");
	set_lines(&page, 40, 85, 15, names + 2, 2);
	page_check_blocks(&page,
	                  "日月盈昃辰宿列张寒来 / 天地玄黄宇 / 云腾致露结 / "
	                  "云腾致雨露结为霜金生 / 暑往秋收冬藏闰余成岁");
	/* A picture between them parts them, but not one behind them. */
	page_begin(&page, 400, 400);
	set_lines(&page, 40, 40, 15, names, 4);
	page_add_shape(&page, SHAPE_PICTURE,
	               (struct page_box){ 75, 50, 115, 72 });
	page_check_blocks(&page,
	                  "日月盈昃辰宿列张寒来 / 天地玄 / "
	                  "云腾致雨露结为霜金生 / 暑往秋收冬藏闰余成岁 | "
	                  "黄宇");
	page_begin(&page, 400, 400);
	set_lines(&page, 40, 40, 15, names, 4);
	page_add_shape(&page, SHAPE_PICTURE,
	               (struct page_box){ 30, 30, 160, 120 });
	page_check_blocks(&page, "日月盈昃辰宿列张寒来 / 天地玄黄宇 / "
	                         "云腾致雨露结为霜金生 / 暑往秋收冬藏闰余成岁");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_of_a_column_are_one_block),
		cmocka_unit_test(a_rule_parts_blocks),
		cmocka_unit_test(an_underline_parts_nothing),
		cmocka_unit_test(a_subhead_parts_blocks),
		cmocka_unit_test(type_of_another_size_is_another_block),
		cmocka_unit_test(a_jump_of_the_pitch_parts_lines_that_run_down),
		cmocka_unit_test(a_drop_cap_goes_before_its_line),
		cmocka_unit_test(a_high_drop_cap_is_lower_than_its_em),
		cmocka_unit_test(a_bullet_goes_before_its_line),
		cmocka_unit_test(
			parts_of_a_row_that_fill_their_column_are_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
