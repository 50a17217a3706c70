/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile.h"

#include "../lib/made_page.h"
#include "base/mem.h"
#include "issue/validate.h"
#include "layout/facsimile_boxes.h"
#include "layout/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Type is 10 points, and a line 12 points below the one before. */
#define EM    10
#define PITCH 12

/* A line with its place: left and top in em and lines, its width in em. */
struct placed {
	struct made_line line;
	float left_em, top, width_em;
	float em_pt; /* 0: EM */
	bool vertical;
};

/* The issue of these lines, on a page of 60 em and 60 lines; marks are borrowed. */
static struct issue *placed_page(const struct placed *lines, size_t count,
                                 const struct page_mark *marks,
                                 size_t mark_count)
{
	struct made_line made[48];
	struct line_box *boxes;
	struct issue *issue;
	char *wrong;

	assert_true(count <= ARRAY_LEN(made));
	for (size_t i = 0; i < count; i++)
		made[i] = lines[i].line;
	issue = made_page(made, count);
	boxes = arena_alloc(&issue->arena, count * sizeof *boxes);
	for (size_t i = 0; i < count; i++) {
		float em = lines[i].em_pt > 0 ? lines[i].em_pt : EM;
		float length = lines[i].width_em * EM;

		if (length > 0)
			boxes[i] = (struct line_box){
				lines[i].left_em * EM,
				lines[i].top * PITCH,
				lines[i].vertical ? em : length,
				lines[i].vertical ? length : em,
				em,
				lines[i].vertical,
				false,
			};
	}
	issue->pages[0].boxes = boxes;
	issue->pages[0].width_pt = 60 * EM;
	issue->pages[0].height_pt = 60 * PITCH;
	issue->pages[0].marks = marks;
	issue->pages[0].mark_count = mark_count;
	wrong = issue_validate(issue);
	if (wrong)
		fail_msg("%s", wrong);
	return issue;
}

static void check_placed(const char *what, const struct placed *lines,
                         size_t count, const struct page_mark *marks,
                         size_t mark_count, int window_cols, const char *want)
{
	const struct facsimile_window window = { 24, window_cols, 1, false };
	struct issue *issue = placed_page(lines, count, marks, mark_count);
	struct sheet sheet;

	assert_true(facsimile_page(&sheet, issue, 0, &window));
	check_sheet(what, &sheet, want);
	assert_false(sheet.guessed);
	sheet_release(&sheet);
	issue_free(issue);
}

#define TEXT(text)                                                             \
 {                                                                             \
  0, ROLE_BODY, 0, 0, text                                                     \
 }
#define MORE(text) TEXT("+" text)
#define HEAD(text)                                                             \
 {                                                                             \
  0, ROLE_HEAD, 0, 0, text                                                     \
 }

/* A head over two columns of three lines; the first line is set in. */
static const struct placed two_columns[] = {
	{ HEAD("题目在此"), 5, 0, 8, 20, false },
	{ TEXT("一二三四"), 2, 2, 4, 0, false },
	{ MORE("五六七八九十"), 0, 3, 6, 0, false },
	{ MORE("一二三四五六"), 0, 4, 6, 0, false },
	{ MORE("七八九十一二"), 12, 2, 6, 0, false },
	{ MORE("三四五六七八"), 12, 3, 6, 0, false },
	{ MORE("九十。"), 12, 4, 3, 0, false },
};

/* Lines that were driven out beside something begin at one edge all the same. */
static void lines_set_in_begin_at_one_edge(void **state)
{
	static const struct placed lines[] = {
		{ TEXT("一二三四五六七八九十一二"), 0, 2, 12, 0, false },
		{ MORE("三四五六七八九十一二三四"), 0, 3, 12, 0, false },
		{ MORE("五六七八九十一"), 5, 4, 7, 0, false },
		{ MORE("二三四五六"), 5, 5, 7, 0, false },
		{ MORE("七八九十一二"), 5, 6, 7, 0, false },
		{ MORE("四五六七八九十一二三四五"), 0, 7, 12, 0, false },
		{ TEXT("段首缩进二字，占满此行。"), 2, 8, 10, 0, false },
	};

	(void)state;
	check_placed("set in", lines, ARRAY_LEN(lines), NULL, 0, 80,
	             "一二三四五六七八九十一二\n"
	             "三四五六七八九十一二三四\n"
	             "          五六七八九十一\n"
	             "          二三四五六\n"
	             "          七八九十一二\n"
	             "四五六七八九十一二三四五\n"
	             "    段首缩进二字，占满此行。\n");
}

static void what_pictures_show_has_more_room(void **state)
{
	static const struct placed lines[] = {
		{ TEXT("图上的字"), 0, 0, 4, 0, false },
		{ TEXT("图下的字"), 0, 44, 4, 0, false },
	};
	static const struct page_mark marks[] = {
		{ MARK_PICTURE, 0, 1.5F * PITCH, 20 * EM, 40 * PITCH },
	};
	static const struct {
		int rows;
		bool shows;
		int picture_rows;
	} cases[] = { { 60, false, 12 }, { 60, true, 20 }, { 24, false, 4 },
		      { 24, true, 12 },  { 8, false, 3 },  { 8, true, 4 } };
	struct issue *issue = placed_page(lines, 2, marks, 1);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct facsimile_window window = { cases[i].rows, 80, 1,
			                                 cases[i].shows };
		struct sheet sheet;

		assert_true(facsimile_page(&sheet, issue, 0, &window));
		assert_int_equal(sheet.frame_count, 1);
		assert_true(sheet.frames[0].is_picture);
		assert_ptr_equal(sheet.frames[0].mark, &marks[0]);
		assert_int_equal(sheet.frames[0].rows, cases[i].picture_rows);
		sheet_release(&sheet);
	}
	issue_free(issue);
}

static void columns_are_level(void **state)
{
	static const struct page_mark rules[] = {
		{ MARK_RULE, 0, 1.9F * PITCH, 180, 0 },
		{ MARK_RULE, 90, 2 * PITCH, 0, 3 * PITCH },
	};

	(void)state;
	check_placed("two columns", two_columns, ARRAY_LEN(two_columns), NULL,
	             0, 80,
	             "         题目在此\n"
	             "    一二三四   七八九十一二\n"
	             "五六七八九十   三四五六七八\n"
	             "一二三四五六   九十。\n");
	check_placed("with rules", two_columns, ARRAY_LEN(two_columns), rules,
	             ARRAY_LEN(rules), 80,
	             "         题目在此\n"
	             "───────────────────────────\n"
	             "    一二三四 │ 七八九十一二\n"
	             "五六七八九十 │ 三四五六七八\n"
	             "一二三四五六 │ 九十。\n");
	/* No line is wider than the window, and each column has a screen of its own. */
	check_placed("narrow", two_columns, ARRAY_LEN(two_columns), NULL, 0, 7,
	             " 题目\n"
	             " 在此\n"
	             "一二三 七八九\n"
	             "四五六 十一二\n"
	             "七八九 三四五\n"
	             "十一二 六七八\n"
	             "三四五 九十。\n"
	             "六\n");
}

/* A page that is wider than the window: two columns and a part of the head in the first screen,
 * the third column and its own head in the second, and no rule at the edge of a screen. */
static void no_column_is_in_two_screens(void **state)
{
	static const struct placed lines[] = {
		{ HEAD("头条标题跨三栏而立"), 1, 0, 30, 20, false },
		{ TEXT("一二三四五六"), 0, 3, 6, 0, false },
		{ MORE("一二三四五六"), 0, 4, 6, 0, false },
		{ MORE("甲甲甲甲甲甲"), 13, 3, 6, 0, false },
		{ MORE("甲甲甲甲甲甲"), 13, 4, 6, 0, false },
		{ MORE("乙乙乙乙乙乙"), 26, 3, 6, 0, false },
		{ MORE("乙乙乙乙乙乙"), 26, 4, 6, 0, false },
	};
	static const struct page_mark rules[] = {
		{ MARK_RULE, 125, 3 * PITCH, 0, 2 * PITCH },
		{ MARK_RULE, 255, 3 * PITCH, 0, 2 * PITCH },
	};
	const struct facsimile_window window = { 24, 30, 1, false };
	struct issue *issue =
		placed_page(lines, ARRAY_LEN(lines), rules, ARRAY_LEN(rules));
	struct sheet sheet;

	(void)state;
	check_placed("screens", lines, ARRAY_LEN(lines), rules,
	             ARRAY_LEN(rules), 30,
	             "      头条标题跨三栏而立\n"
	             "\n"
	             "一二三四五六    │ 甲甲甲甲甲甲乙乙乙乙乙乙\n"
	             "一二三四五六    │ 甲甲甲甲甲甲乙乙乙乙乙乙\n");
	assert_true(facsimile_page(&sheet, issue, 0, &window));
	assert_int_equal(sheet.turn_cols, 30);
	assert_int_equal(sheet.natural_cols, 12 + 3 + 12 + 3 + 12);
	sheet_release(&sheet);
	issue_free(issue);
}

/* A column waits no more than a row for one beside it that has more rows here than on paper. */
static void no_column_waits_for_another(void **state)
{
	static const struct placed lines[] = {
		{ TEXT("一二三四五六"), 0, 0, 6, 0, false },
		{ MORE("一二三四五六"), 0, .5F, 6, 0, false },
		{ MORE("一二三四五六"), 0, 1, 6, 0, false },
		{ MORE("一二三四五六"), 0, 1.5F, 6, 0, false },
		{ MORE("一二三四五六"), 0, 2, 6, 0, false },
		{ { 1, ROLE_BODY, 0, 0, "甲甲甲甲甲甲" }, 13, 0, 6, 0, false },
		{ { 2, ROLE_BODY, 0, 0, "乙乙乙乙乙乙" }, 13, 2, 6, 0, false },
	};

	(void)state;
	check_placed("not level", lines, ARRAY_LEN(lines), NULL, 0, 80,
	             "一二三四五六\n"
	             "一二三四五六   甲甲甲甲甲甲\n"
	             "一二三四五六\n"
	             "一二三四五六   乙乙乙乙乙乙\n"
	             "一二三四五六\n");
}

/* The last line of a paragraph may be shorter than the indent of the next one. */
static void a_short_line_parts_no_column(void **state)
{
	static const struct placed lines[] = {
		{ TEXT("一二三四五六"), 0, 0, 6, 0, false },
		{ MORE("元。"), 0, 1, 2, 0, false },
		{ TEXT("一二三四"), 2, 2, 4, 0, false },
		{ MORE("一二三四五六"), 0, 3, 6, 0, false },
		{ TEXT("甲甲甲甲甲甲"), 8, 0, 6, 0, false },
		{ MORE("甲甲甲甲甲甲"), 8, 1, 6, 0, false },
		{ MORE("甲甲甲甲甲甲"), 8, 2, 6, 0, false },
		{ MORE("甲甲甲甲甲甲"), 8, 3, 6, 0, false },
	};
	struct issue *issue = placed_page(lines, ARRAY_LEN(lines), NULL, 0);
	const struct facsimile_window window = { 24, 80, 1, false };
	struct sheet sheet;

	(void)state;
	assert_true(facsimile_page(&sheet, issue, 0, &window));
	assert_int_equal(sheet.strip_count, 2);
	sheet_release(&sheet);
	issue_free(issue);
}

/* A byline is of the headline above it, and stands in the middle with it. */
static void a_byline_stands_under_its_head(void **state)
{
	static const struct placed lines[] = {
		{ HEAD("题目在此"), 5, 0, 8, 20, false },
		{ { 0, ROLE_BYLINE, 0, 0, "闻樵" }, 8, 1.8F, 2, 0, false },
		{ TEXT("一二三四五六"), 0, 3, 6, 0, false },
		{ MORE("一二三四五六"), 0, 4, 6, 0, false },
		{ MORE("七八九十一二"), 12, 3, 6, 0, false },
		{ MORE("三四五六七八"), 12, 4, 6, 0, false },
	};

	(void)state;
	check_placed("byline", lines, ARRAY_LEN(lines), NULL, 0, 80,
	             "         题目在此\n"
	             "           闻樵\n"
	             "一二三四五六   七八九十一二\n"
	             "一二三四五六   三四五六七八\n");
}

/* Where columns are a tenth too wide for the window, their paragraphs are set anew in narrower
 * ones, the second and third of them too; without need they are not. */
static void columns_are_narrowed_to_fit(void **state)
{
	struct placed lines[12];
	struct issue *issue;
	struct sheet sheet;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(lines); i++)
		lines[i] = (struct placed){
			{ 0, ROLE_BODY, 0, 0,
			  i ? "+一二三四五六七八九十一二三四"
			    : "一二三四五六七八九十一二三四" },
			(float)(i / 4) * 15,
			(float)(i % 4),
			14,
			0,
			false,
		};
	issue = placed_page(lines, ARRAY_LEN(lines), NULL, 0);
	for (int cols = 90; cols >= 80; cols -= 10) {
		const struct facsimile_window window = { 24, cols, 1, false };

		assert_true(facsimile_page(&sheet, issue, 0, &window));
		assert_int_equal(sheet.is_anew, cols == 80);
		assert_int_equal(sheet.natural_cols, 3 * 28 + 2 * 3);
		assert_int_equal(sheet.turn_cols, 0);
		assert_int_equal(sheet.rows, cols == 80 ? 6 : 4);
		assert_int_equal(sheet.strip_count, 3);
		sheet_release(&sheet);
	}
	issue_free(issue);
}

/* Places a paragraph of an article: `count` equal lines as wide as that, the first at left and top,
 * each below the one before; `more` is the text of one that goes on, with its mark. */
static void place_paragraph(struct placed *lines, size_t count, size_t article,
                            const char *more, struct placed first)
{
	for (size_t i = 0; i < count; i++) {
		lines[i] = first;
		lines[i].line.article = article;
		lines[i].line.role = ROLE_BODY;
		lines[i].line.text = i ? more : more + 1;
		lines[i].top += (float)i;
	}
}

/* Text over the second and third of four columns, where two have room in a screen: it ends with the
 * screen, and takes no column to the next one. */
static void text_over_columns_is_narrowed(void **state)
{
	struct placed lines[18];
	const struct facsimile_window window = { 24, 62, 1, false };
	struct issue *issue;
	struct sheet sheet;

	(void)state;
	for (size_t i = 0; i < 16; i++)
		lines[i] = (struct placed){
			{ 0, ROLE_BODY, 0, 0,
			  i ? "+一二三四五六七八九十一二三四"
			    : "一二三四五六七八九十一二三四" },
			(float)(i / 4) * 15,
			(float)(i % 4),
			14,
			0,
			false,
		};
	place_paragraph(
		&lines[16], 2, 1,
		"+甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙"
		"丁戊己庚辛壬",
		(struct placed){ .left_em = 15, .top = 6, .width_em = 29 });
	issue = placed_page(lines, ARRAY_LEN(lines), NULL, 0);
	assert_true(facsimile_page(&sheet, issue, 0, &window));
	assert_true(sheet.is_anew);
	assert_true(sheet.cols <= 2 * window.cols);
	for (size_t i = 0; i < sheet.slug_count; i++) {
		const struct slug *slug = &sheet.slugs[i];
		const bool is_wide =
			issue->passages[slug->passage].article == 1;

		if (is_wide)
			assert_true(slug->col < window.cols &&
			            slug->col + slug->cols <= window.cols);
	}
	sheet_release(&sheet);
	issue_free(issue);
}

/* Lines that are wider than the window are not broken one by one. */
static void lines_too_wide_are_set_anew(void **state)
{
	static const struct placed lines[] = {
		{ TEXT("一二三四五六七八"), 0, 0, 8, 0, false },
		{ MORE("九十一二三四五六"), 0, 1, 8, 0, false },
		{ MORE("七八。"), 0, 2, 3, 0, false },
	};

	(void)state;
	check_placed("too wide", lines, ARRAY_LEN(lines), NULL, 0, 12,
	             "一二三四五六\n七八九十一二\n三四五六七\n八。\n");
}

/* Where few lines are too wide, the paragraphs in which they stand are set anew, and no others. */
static void few_lines_too_wide_are_set_anew(void **state)
{
	struct placed lines[42];
	const struct facsimile_window window = { 60, 36, 1, false };
	struct issue *issue;
	struct sheet sheet;

	(void)state;
	for (size_t i = 0; i < 40; i++)
		lines[i] = (struct placed){
			{ 0, ROLE_BODY, 0, 0,
			  i % 2 ? "+一二三四" : "一二三四五六七八" },
			0,
			(float)i,
			8,
			0,
			false,
		};
	place_paragraph(&lines[40], 2, 1,
	                "+甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸",
	                (struct placed){ .top = 42, .width_em = 20 });
	issue = placed_page(lines, ARRAY_LEN(lines), NULL, 0);
	assert_true(facsimile_page(&sheet, issue, 0, &window));
	assert_true(sheet.is_anew);
	assert_int_equal(sheet.slug_count, 40 + 3);
	assert_int_equal(sheet.slugs[39].cols, 8);
	assert_int_equal(sheet.slugs[41].cols, 36);
	sheet_release(&sheet);
	issue_free(issue);
}

/* Lines beside a drop cap are not set in, as the cap takes one row. */
static void a_drop_cap_sets_no_line_in(void **state)
{
	static const struct placed lines[] = {
		{ TEXT("天晚上十点三十分，"), 0, 0, 9, 0, false },
		{ MORE("白鹭山顶很冷"), 3, 1, 6, 0, false },
		{ MORE("一二三四五六七八九"), 0, 2, 9, 0, false },
		{ MORE("一二三四五六七八九"), 0, 3, 9, 0, false },
	};
	struct issue *issue = placed_page(lines, ARRAY_LEN(lines), NULL, 0);
	const struct facsimile_window window = { 24, 80, 1, false };
	struct line_box *boxes =
		arena_alloc(&issue->arena, ARRAY_LEN(lines) * sizeof *boxes);
	struct sheet sheet;

	(void)state;
	memcpy(boxes, issue->pages[0].boxes, ARRAY_LEN(lines) * sizeof *boxes);
	boxes[0].height_pt = 2 * PITCH;
	issue->pages[0].boxes = boxes;
	assert_true(facsimile_page(&sheet, issue, 0, &window));
	check_sheet("drop cap", &sheet,
	            "天晚上十点三十分，\n"
	            "白鹭山顶很冷\n"
	            "一二三四五六七八九\n"
	            "一二三四五六七八九\n");
	sheet_release(&sheet);
	issue_free(issue);
}

/* Words here and there are no page to be looked at. */
static void scattered_words_are_no_facsimile(void **state)
{
	const struct facsimile_window window = { 24, 80, 1, false };
	struct made_line made[144];
	struct line_box boxes[ARRAY_LEN(made)];
	struct issue *issue;
	struct sheet sheet;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(made); i++) {
		size_t col = i % 12 * 5 % 12;

		made[i] = (struct made_line){ 0, ROLE_BODY, 0, 0, "a" };
		boxes[i] = (struct line_box){
			(float)col * 50, (float)i * 4, 8, EM, EM, false, false
		};
	}
	issue = made_page(made, ARRAY_LEN(made));
	issue->pages[0].boxes = boxes;
	issue->pages[0].width_pt = 60 * EM;
	issue->pages[0].height_pt = 60 * PITCH;
	assert_false(facsimile_page(&sheet, issue, 0, &window));
	issue_free(issue);
}

/* Text that a picture parts in the middle of a paragraph goes on without a blank row, whatever
 * stands level with it in another column. */
static void a_paragraph_goes_on_beside_a_picture(void **state)
{
	static const struct page_mark marks[] = {
		{ MARK_PICTURE, 50, 2 * PITCH, 50, 3 * PITCH },
	};
	struct placed lines[16] = {
		{ TEXT("一二三四五六七八九十"), 0, 0, 10, 0, false },
		{ MORE("一二三四五六七八九十"), 0, 1, 10, 0, false },
		{ MORE("一二三四"), 0, 2, 4, 0, false },
		{ MORE("一二三四"), 0, 3, 4, 0, false },
		{ MORE("一二三四"), 0, 4, 4, 0, false },
		{ MORE("一二三四五六七八九十"), 0, 5, 10, 0, false },
	};
	const struct facsimile_window window = { 24, 80, 1, false };
	struct issue *issue;
	struct sheet sheet;

	(void)state;
	for (size_t i = 6; i < ARRAY_LEN(lines); i++)
		lines[i] = (struct placed){
			{ 1, ROLE_BODY, 0, 0, i > 6 ? "+甲甲甲" : "甲甲甲" },
			20,
			(float)(i - 6) / 2,
			3,
			0,
			false,
		};
	issue = placed_page(lines, ARRAY_LEN(lines), marks, 1);
	assert_true(facsimile_page(&sheet, issue, 0, &window));
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(sheet.slugs[i].row, (int)i);
	sheet_release(&sheet);
	issue_free(issue);
}

/* A headline that stands out of its column leaves the next one where it is. */
static void no_head_moves_a_column(void **state)
{
	static const struct placed lines[] = {
		{ TEXT("一二三四五六七八九十"), 0, 0, 10, 0, false },
		{ MORE("一二三四五六七八九十"), 0, 1, 10, 0, false },
		{ MORE("一二三四五六七八九十"), 0, 2, 10, 0, false },
		{ MORE("甲甲甲甲甲甲甲甲甲甲"), 12, 0, 10, 0, false },
		{ MORE("甲甲甲甲甲甲甲甲甲甲"), 12, 1, 10, 0, false },
		{ MORE("甲甲甲甲甲甲甲甲甲甲"), 12, 2, 10, 0, false },
		{ { 1, ROLE_HEAD, 0, 0, "题目在此处也" }, 7, 6, 6, 0, false },
		{ { 2, ROLE_BODY, 0, 0, "乙乙乙乙乙乙乙" },
		  13,
		  6,
		  7,
		  0,
		  false },
	};
	const struct facsimile_window window = { 24, 80, 1, false };
	struct issue *issue = placed_page(lines, ARRAY_LEN(lines), NULL, 0);
	struct sheet sheet;

	(void)state;
	assert_true(facsimile_page(&sheet, issue, 0, &window));
	assert_int_equal(sheet.slugs[3].col, 20 + 3);
	sheet_release(&sheet);
	issue_free(issue);
}

/* Columns of other widths stand below each other; the lower ones decide nothing about the
 * upper ones. */
static void grids_may_differ(void **state)
{
	static const struct placed lines[] = {
		{ TEXT("一二三四五六七八"), 0, 0, 8, 0, false },
		{ MORE("一二三四五六七八"), 0, 1, 8, 0, false },
		{ MORE("一二三四五六七八"), 10, 0, 8, 0, false },
		{ MORE("一二三四五六七八"), 10, 1, 8, 0, false },
		{ TEXT("甲甲甲甲"), 0, 8, 4, 0, false },
		{ MORE("甲甲甲甲"), 0, 9, 4, 0, false },
		{ TEXT("乙乙乙乙"), 6, 8, 4, 0, false },
		{ MORE("乙乙乙乙"), 6, 9, 4, 0, false },
		{ TEXT("丙丙丙丙"), 12, 8, 4, 0, false },
		{ MORE("丙丙丙丙"), 12, 9, 4, 0, false },
	};

	(void)state;
	check_placed("two and three", lines, ARRAY_LEN(lines), NULL, 0, 80,
	             "一二三四五六七八      一二三四五六七八\n"
	             "一二三四五六七八      一二三四五六七八\n"
	             "\n"
	             "甲甲甲甲   乙乙乙乙       丙丙丙丙\n"
	             "甲甲甲甲   乙乙乙乙       丙丙丙丙\n");
}

/* A picture is a frame over its caption, and text stands beside it. */
static void pictures_and_boxes_are_frames(void **state)
{
	static const struct page_mark marks[] = {
		{ MARK_PICTURE, 0, 0, 80, 4 * PITCH },
		{ MARK_BOX, 98, 5.5 * PITCH, 84, 3 * PITCH },
	};
	static const struct placed lines[] = {
		{ { 0, ROLE_CAPTION, 0, 0, "图为石桥。" },
		  0,
		  4.2F,
		  5,
		  8,
		  false },
		{ TEXT("一二三四五六七八"), 10, 0, 8, 0, false },
		{ MORE("一二三四五六七八"), 10, 1, 8, 0, false },
		{ MORE("一二三四五六七八"), 10, 2, 8, 0, false },
		{ MORE("一二三四五六七八"), 10, 3, 8, 0, false },
		{ { 1, ROLE_HEAD, 0, 0, "启事" }, 12, 6, 2, 0, false },
		{ { 1, ROLE_BODY, 0, 0, "遗失钥匙一串。" },
		  10,
		  7,
		  7,
		  0,
		  false },
	};

	(void)state;
	check_placed("picture and box", lines, ARRAY_LEN(lines), marks,
	             ARRAY_LEN(marks), 80,
	             "  ┌──────────────┐   一二三四五六七八\n"
	             "  │              │   一二三四五六七八\n"
	             "  │              │   一二三四五六七八\n"
	             "  └──────────────┘   一二三四五六七八\n"
	             "  图为石桥。       ┌────────────────┐\n"
	             "                   │      启事      │\n"
	             "                   │ 遗失钥匙一串。 │\n"
	             "                   └────────────────┘\n");
}

static void upright_lines_go_from_right_to_left(void **state)
{
	static const struct placed lines[] = {
		{ HEAD("題目"), 20, 0, 4, 20, true },
		{ TEXT("一二三四"), 18, 0, 4, 0, true },
		{ MORE("五六七八"), 16.8F, 0, 4, 0, true },
		{ MORE("九十。"), 15.6F, 0, 3, 0, true },
		{ TEXT("下欄之文"), 18, 6, 4, 0, true },
		{ MORE("在此處也"), 16.8F, 6, 4, 0, true },
	};

	(void)state;
	check_placed("upright", lines, ARRAY_LEN(lines), NULL, 0, 14,
	             "   九 五 一\n"
	             "   十 六 二 題\n"
	             "   。 七 三 目\n"
	             "      八 四\n"
	             "\n"
	             "      在 下\n"
	             "      此 欄\n"
	             "      處 之\n"
	             "      也 文\n");
}

/* What stands above the articles has a row in a small window, and its own rows in a large one. */
static void a_masthead_is_small_in_a_small_window(void **state)
{
	static const struct placed lines[] = {
		{ TEXT("一二三四五六七八九十"), 0, 6, 10, 0, false },
		{ MORE("一二三四五六七八九十"), 0, 7, 10, 0, false },
		{ MORE("甲甲甲甲甲甲甲甲甲甲"), 12, 6, 10, 0, false },
		{ MORE("甲甲甲甲甲甲甲甲甲甲"), 12, 7, 10, 0, false },
		{ { NPOS, ROLE_MASTHEAD, 0, 0, "柳河日报" },
		  0,
		  0,
		  12,
		  30,
		  false },
		{ { NPOS, ROLE_EDITION_DATE, 0, 0, "三月四日" },
		  0,
		  4,
		  4,
		  0,
		  false },
		{ { NPOS, ROLE_FOLIO, 0, 0, "第2版" }, 9, 4, 3, 0, false },
	};
	static const struct page_mark rule = { MARK_RULE, 0, 5.5F * PITCH, 220,
		                               0 };

	(void)state;
	check_placed("small", lines, ARRAY_LEN(lines), &rule, 1, 46,
	             "柳河日报   三月四日   第2版\n"
	             "──────────────────────────────────────────────\n"
	             "一二三四五六七八九十      甲甲甲甲甲甲甲甲甲甲\n"
	             "一二三四五六七八九十      甲甲甲甲甲甲甲甲甲甲\n");
	check_placed("narrow", lines, ARRAY_LEN(lines), &rule, 1, 22,
	             "柳河日报   三月四日   第2版\n"
	             "──────────────────────────────────────────\n"
	             "一二三四五六七八九十  甲甲甲甲甲甲甲甲甲甲\n"
	             "一二三四五六七八九十  甲甲甲甲甲甲甲甲甲甲\n");
	check_placed("wide", lines, ARRAY_LEN(lines), &rule, 1, 120,
	             "          柳河日报\n"
	             "\n"
	             "三月四日               第2版\n"
	             "───────────────────────────────────────────────────\n"
	             "一二三四五六七八九十           甲甲甲甲甲甲甲甲甲甲\n"
	             "一二三四五六七八九十           甲甲甲甲甲甲甲甲甲甲\n");
}

/* Places that cannot be true: all the same, or none. */
static void damaged_places_lose_nothing(void **state)
{
	static const struct placed same[] = {
		{ TEXT("一二三四"), 5, 5, 4, 0, false },
		{ TEXT("五六七八"), 5, 5, 4, 0, false },
		{ TEXT("九十"), 0, 0, 0, 0, false },
	};
	const struct facsimile_window window = { 24, 80, 1, false };
	struct issue *issue;
	struct sheet sheet;

	(void)state;
	check_placed("the same", same, ARRAY_LEN(same), NULL, 0, 80,
	             "一二三四\n五六七八\n九十\n");
	issue = placed_page(same, ARRAY_LEN(same), NULL, 0);
	issue->pages[0].boxes = NULL;
	assert_false(facsimile_page(&sheet, issue, 0, &window));
	assert_false(facsimile_boxes(&sheet, issue, 0));
	issue_free(issue);
}

/* An article around another one has several boxes. */
static void boxes_hold_one_article(void **state)
{
	static const struct placed lines[] = {
		{ TEXT("一二三四五六七八"), 0, 0, 8, 0, false },
		{ MORE("一二三四五六七八"), 0, 1, 8, 0, false },
		{ MORE("一二三四五六七八"), 0, 2, 8, 0, false },
		{ MORE("一二三四五六七八"), 10, 0, 8, 0, false },
		{ { 1, ROLE_BODY, 0, 0, "另一篇在此。" }, 10, 2, 6, 0, false },
	};
	static const struct box want[] = {
		{ 0, 0, 0, 34, 80 },
		{ 0, 0, 100, 10, 80 },
		{ 1, 24, 100, 10, 60 },
	};
	struct issue *issue = placed_page(lines, ARRAY_LEN(lines), NULL, 0);
	struct sheet sheet;

	(void)state;
	assert_true(facsimile_boxes(&sheet, issue, 0));
	assert_int_equal(sheet.cols, 600);
	assert_int_equal(sheet.box_count, ARRAY_LEN(want));
	for (size_t i = 0; i < ARRAY_LEN(want); i++)
		assert_memory_equal(&sheet.boxes[i], &want[i], sizeof want[i]);
	sheet_release(&sheet);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_level),
		cmocka_unit_test(grids_may_differ),
		cmocka_unit_test(columns_are_narrowed_to_fit),
		cmocka_unit_test(text_over_columns_is_narrowed),
		cmocka_unit_test(lines_too_wide_are_set_anew),
		cmocka_unit_test(few_lines_too_wide_are_set_anew),
		cmocka_unit_test(a_drop_cap_sets_no_line_in),
		cmocka_unit_test(scattered_words_are_no_facsimile),
		cmocka_unit_test(a_paragraph_goes_on_beside_a_picture),
		cmocka_unit_test(no_head_moves_a_column),
		cmocka_unit_test(no_column_is_in_two_screens),
		cmocka_unit_test(no_column_waits_for_another),
		cmocka_unit_test(a_short_line_parts_no_column),
		cmocka_unit_test(a_byline_stands_under_its_head),
		cmocka_unit_test(pictures_and_boxes_are_frames),
		cmocka_unit_test(what_pictures_show_has_more_room),
		cmocka_unit_test(lines_set_in_begin_at_one_edge),
		cmocka_unit_test(upright_lines_go_from_right_to_left),
		cmocka_unit_test(a_masthead_is_small_in_a_small_window),
		cmocka_unit_test(damaged_places_lose_nothing),
		cmocka_unit_test(boxes_hold_one_article),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
