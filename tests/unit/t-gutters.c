/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/gutters.h"

#include "../lib/place_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct page_type body = { 10, 0, 0 };

/* Lines of two columns, the right one from `right`, `pitch` apart. */
static void set_columns(struct page_chars *page, float right,
                        const char *const (*rows)[2], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		float y = 40 + 15 * (float)i;

		if (rows[i][0])
			page_set_across(page, body, 40, y, rows[i][0]);
		if (rows[i][1])
			page_set_across(page, body, right, y, rows[i][1]);
	}
}

static const char *const han[][2] = {
	{ "甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未" },
	{ "天地玄黄宇宙洪荒", "日月盈昃辰宿列张" },
	{ "寒来暑往秋收冬藏", "闰余成岁律吕调阳" },
	{ "云腾致雨露结为霜", "金生丽水玉出昆冈" },
	{ "剑号巨阙珠称夜光", "果珍李柰菜重芥姜" },
};

#define HAN_APART                                                                    \
 "甲乙丙丁戊己庚辛 / 子丑寅卯辰巳午未 / 天地玄黄宇宙洪荒 / " \
 "日月盈昃辰宿列张 / 寒来暑往秋收冬藏 / 闰余成岁律吕调阳 / " \
 "云腾致雨露结为霜 / 金生丽水玉出昆冈 / 剑号巨阙珠称夜光 / " \
 "果珍李柰菜重芥姜"

static void rows_that_leave_a_place_free_have_a_gutter(void **state)
{
	struct page_chars page;

	(void)state;
	for (float gutter = 4; gutter < 21; gutter += 4) {
		page_begin(&page, 400, 400);
		set_columns(&page, 120 + gutter, han, 5);
		page_check_lines(&page, HAN_APART);
	}
}

static void two_rows_are_no_columns_without_a_rule(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	set_columns(&page, 126, han, 2);
	page_check_lines(&page, "甲乙丙丁戊己庚辛子丑寅卯辰巳午未 / "
	                        "天地玄黄宇宙洪荒日月盈昃辰宿列张");
	page_begin(&page, 400, 400);
	set_columns(&page, 126, han, 2);
	page_add_shape(&page, SHAPE_STROKE,
	               (struct page_box){ 123, 35, 123, 90 });
	page_check_lines(&page, "甲乙丙丁戊己庚辛 / 子丑寅卯辰巳午未 / "
	                        "天地玄黄宇宙洪荒 / 日月盈昃辰宿列张");
	/* The side of a frame that is drawn as one shape is a rule as well. */
	page_begin(&page, 400, 400);
	set_columns(&page, 126, han, 2);
	page_add_shape(&page, SHAPE_STROKE,
	               (struct page_box){ 123, 35, 300, 90 });
	page_check_lines(&page, "甲乙丙丁戊己庚辛 / 子丑寅卯辰巳午未 / "
	                        "天地玄黄宇宙洪荒 / 日月盈昃辰宿列张");
}

static void white_of_marks_is_no_gutter(void **state)
{
	static const char *const rows[][2] = {
		{ "甲乙丙丁戊己庚，子丑寅卯", NULL },
		{ "天地玄黄宇宙洪，日月盈昃", NULL },
		{ "寒来暑往秋收冬，闰余成岁", NULL },
		{ "云腾致雨露结为，金生丽水", NULL },
	};
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	set_columns(&page, 0, rows, 4);
	page_check_lines(&page, "甲乙丙丁戊己庚，子丑寅卯 / "
	                        "天地玄黄宇宙洪，日月盈昃 / "
	                        "寒来暑往秋收冬，闰余成岁 / "
	                        "云腾致雨露结为，金生丽水");
}

/* A headline that is spaced out is one line, marks in it or not. */
static void spaced_type_has_no_gutters(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_across(&page, body, 40, 40,
	                "旧　货　市　场　，　要　搬　家　了");
	page_check_lines(&page, "旧货市场，要搬家了");
}

static const char *const latin[][2] = {
	{ "Nothing has been seen of it", "which the council may hear" },
	{ "since the harbour was built", "before the summer is at hand" },
	{ "and the tide has taken them", "on the other side of the bay" },
	{ "as far as anyone can recall", "where nobody has looked yet" },
	{ "from the years of the flood", "for what the storm has left" },
};

/* Columns of an alphabet with a gutter not much wider than the spaces of words. */
static void flush_lines_show_a_narrow_gutter(void **state)
{
	struct page_chars page;
	char *got;

	(void)state;
	page_begin(&page, 400, 400);
	set_columns(&page, 40 + 27 * 5 + 8, latin, 5);
	got = page_lines_text(&page);
	assert_string_equal(got, "Nothing has been seen of it / "
	                         "which the council may hear / "
	                         "since the harbour was built / "
	                         "before the summer is at hand / "
	                         "and the tide has taken them / "
	                         "on the other side of the bay / "
	                         "as far as anyone can recall / "
	                         "where nobody has looked yet / "
	                         "from the years of the flood / "
	                         "for what the storm has left");
	free(got);
}

/* Three rows of two columns, with nothing above or below them. */
static void a_few_rows_are_columns_if_nothing_stands_against_them(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	set_columns(&page, 40 + 27 * 5 + 8, latin, 3);
	page_check_lines(&page, "Nothing has been seen of it / "
	                        "which the council may hear / "
	                        "since the harbour was built / "
	                        "before the summer is at hand / "
	                        "and the tide has taken them / "
	                        "on the other side of the bay");
}

/* In a justified line of few words all spaces are wide. */
static void wide_spaces_of_words_are_no_gutter(void **state)
{
	static const char *const rows[][2] = {
		{ "will   serve   the", NULL },
		{ "villages      above", NULL },
		{ "the  old  harbour", NULL },
		{ "which has not been", NULL },
	};
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	set_columns(&page, 0, rows, 4);
	page_check_lines(&page, "will serve the / villages above / "
	                        "the old harbour / which has not been");
}

/* Lines beside a picture begin together, but there is no column beside them. */
static void text_around_a_picture_has_no_gutter(void **state)
{
	static const char *const rows[][2] = {
		{ "It was said the boat   is not in sight", NULL },
		{ NULL, "of anyone that" },
		{ NULL, "has stood upon" },
		{ NULL, "the pier since" },
		{ NULL, "the bell which" },
		{ NULL, "rings at night" },
		{ NULL, "was heard here" },
	};
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	set_columns(&page, 153, rows, 7);
	page_check_lines(&page, "It was said the boat is not in sight / "
	                        "of anyone that / has stood upon / "
	                        "the pier since / the bell which / "
	                        "rings at night / was heard here");
}

/* Closing and opening marks side by side leave an em white, in one row or in some. */
static void white_between_quotes_is_no_gutter(void **state)
{
	static const char *const rows[][2] = {
		{ "甲乙丙丁戊”“子丑寅卯", NULL },
		{ "天地玄黄宇”“日月盈昃", NULL },
	};
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	set_columns(&page, 0, rows, 2);
	page_check_lines(&page, "甲乙丙丁戊”“子丑寅卯 / "
	                        "天地玄黄宇”“日月盈昃");
}

/* The mark at the end of a line stands in the gutter. */
static void a_column_goes_on_where_a_mark_hangs(void **state)
{
	static const char *const rows[][2] = {
		{ "甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未" },
		{ "天地玄黄宇宙洪荒", "日月盈昃辰宿列张" },
		{ "寒来暑往秋收冬藏", "闰余成岁律吕调阳" },
		{ "云腾致雨露结为霜，", "金生丽水玉出昆冈" },
		{ "剑号巨阙珠称夜光", "果珍李柰菜重芥姜" },
		{ "海咸河淡鳞潜羽翔", "龙师火帝鸟官人皇" },
		{ "始制文字乃服衣裳", "推位让国有虞陶唐" },
		{ "吊民伐罪周发殷汤", "坐朝问道垂拱平章" },
	};
	struct page_chars page;
	char *got;

	(void)state;
	page_begin(&page, 400, 400);
	set_columns(&page, 128, rows, 8);
	got = page_lines_text(&page);
	assert_non_null(strstr(got, " / 云腾致雨露结为霜， / "
	                            "金生丽水玉出昆冈 / "));
	free(got);
}

/* Lines of an article begin, by chance, where a mark is followed by white in the text
 * below. */
static void edges_of_other_articles_part_no_row(void **state)
{
	static const char *const above[][2] = {
		{ "甲乙丙丁戊己", "子丑寅卯辰巳午未" },
		{ "天地玄黄宇宙", "日月盈昃辰宿列张" },
		{ "寒来暑往秋收", "闰余成岁律吕调阳" },
	};
	struct page_chars page;
	char *got;

	(void)state;
	page_begin(&page, 400, 400);
	set_columns(&page, 105, above, 3);
	page_set_across(&page, body, 45, 85, "云腾致雨露，结为霜金生丽");
	page_set_across(&page, body, 45, 100, "剑号巨，阙珠称夜光果珍李");
	got = page_lines_text(&page);
	assert_non_null(strstr(got, " / 云腾致雨露，结为霜金生丽 / "));
	free(got);
}

/* Two headlines as near each other as their columns are: a word's space is half of that. */
static void headlines_part_where_the_text_below_begins(void **state)
{
	struct page_type large = { 24, 0, 0 };
	struct page_chars page;
	char *got;

	(void)state;
	for (int aside = 0; aside < 2; aside++) {
		page_begin(&page, 500, 400);
		page_set_across(&page, large, 40, 5, "Nothing is new");
		page_set_across(&page, large, 228 + 3 * (float)aside, 5,
		                "Votes are cast");
		set_columns(&page, 228, latin, 5);
		got = page_lines_text(&page);
		assert_int_equal(
			strstr(got, "Nothing is new / Votes are cast") != NULL,
			!aside);
		free(got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_that_leave_a_place_free_have_a_gutter),
		cmocka_unit_test(two_rows_are_no_columns_without_a_rule),
		cmocka_unit_test(white_of_marks_is_no_gutter),
		cmocka_unit_test(spaced_type_has_no_gutters),
		cmocka_unit_test(flush_lines_show_a_narrow_gutter),
		cmocka_unit_test(
			a_few_rows_are_columns_if_nothing_stands_against_them),
		cmocka_unit_test(wide_spaces_of_words_are_no_gutter),
		cmocka_unit_test(text_around_a_picture_has_no_gutter),
		cmocka_unit_test(white_between_quotes_is_no_gutter),
		cmocka_unit_test(a_column_goes_on_where_a_mark_hangs),
		cmocka_unit_test(edges_of_other_articles_part_no_row),
		cmocka_unit_test(headlines_part_where_the_text_below_begins),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
