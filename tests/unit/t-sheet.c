/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/sheet.h"

#include "../lib/made_page.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Two columns of two lines with a head over both, all of one passage but 3 and 4:
 *     head   0
 *     1   3
 *     2   4  */
static void made_sheet(struct sheet *sheet)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_BODY, 0, 0, "一二三" },
		{ 0, ROLE_BODY, 0, 0, "四五" },
	};

	sheet_init(sheet, made_page(lines, ARRAY_LEN(lines)), 1);
	sheet_open_strip(sheet, 0, false);
	sheet_add_slug(sheet, 0, (struct range){ 0, 3 }, 0, 2);
	for (size_t col = 0; col < 2; col++) {
		size_t at = col ? 0 : 3;

		sheet_open_strip(sheet, 0, true);
		sheet_add_slug(sheet, col, (struct range){ at, at + 3 }, 1,
		               (int)col * 4);
		sheet_add_slug(sheet, col, (struct range){ at + 3, at + 6 }, 2,
		               (int)col * 4);
	}
}

static void made_sheet_release(struct sheet *sheet)
{
	struct issue *issue = (struct issue *)sheet->issue;

	sheet_release(sheet);
	issue_free(issue);
}

static void a_sheet_grows_with_what_is_added(void **state)
{
	struct sheet sheet;

	(void)state;
	made_sheet(&sheet);
	assert_int_equal(sheet.rows, 3);
	assert_int_equal(sheet.cols, 6);
	assert_int_equal(sheet.strips[1].row, 1);
	assert_int_equal(sheet.strips[1].rows, 2);
	assert_int_equal(sheet.strips[2].col, 4);
	assert_int_equal(sheet.strips[2].cols, 2);
	assert_int_equal(sheet.slugs[4].strip, 2);
	/* A strip holds slugs that are left of its first, and above it. */
	sheet_add_measured(&sheet, 1, (struct range){ 3, 6 }, 0, 3, 9);
	assert_int_equal(sheet.strips[2].row, 0);
	assert_int_equal(sheet.strips[2].rows, 3);
	assert_int_equal(sheet.strips[2].col, 3);
	assert_int_equal(sheet.strips[2].cols, 9);
	assert_int_equal(sheet.cols, 12);
	sheet_add_rule(&sheet, (struct rule){ .row = 7, .length = 20 });
	assert_int_equal(sheet.rows, 8);
	assert_int_equal(sheet.cols, 20);
	sheet_add_rule(&sheet, (struct rule){ .row = 9, .length = 0 });
	assert_int_equal(sheet.rule_count, 1);
	sheet_add_rule(&sheet, (struct rule){ .row = 2,
	                                      .col = 20,
	                                      .length = 10,
	                                      .vertical = true });
	assert_int_equal(sheet.rows, 12);
	assert_int_equal(sheet.cols, 21);
	made_sheet_release(&sheet);
}

static void places_of_the_text_are_found(void **state)
{
	static const struct {
		size_t passage, at, slug;
	} cases[] = {
		{ 0, 0, 0 }, { 0, 2, 0 }, { 0, 3, 1 },    { 0, 8, 2 },
		{ 1, 0, 3 }, { 1, 5, 4 }, { 2, 0, NPOS },
	};
	struct sheet sheet;

	(void)state;
	made_sheet(&sheet);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		size_t got = sheet_find(&sheet, cases[i].passage, cases[i].at);

		if (got != cases[i].slug)
			fail_msg("byte %zu of passage %zu is in slug %zu, not "
			         "%zu",
			         cases[i].at, cases[i].passage, got,
			         cases[i].slug);
	}
	made_sheet_release(&sheet);
}

static void steps_lead_from_column_to_column(void **state)
{
	static const struct {
		size_t from;
		enum sheet_step step;
		size_t to;
	} cases[] = {
		{ 0, STEP_DOWN, 1 },  { 2, STEP_DOWN, 3 }, { 4, STEP_DOWN, 4 },
		{ 3, STEP_UP, 2 },    { 0, STEP_UP, 0 },   { 1, STEP_RIGHT, 3 },
		{ 2, STEP_RIGHT, 4 }, { 4, STEP_LEFT, 2 }, { 3, STEP_RIGHT, 3 },
		{ 1, STEP_LEFT, 1 },
	};
	struct sheet sheet;

	(void)state;
	made_sheet(&sheet);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		size_t got = sheet_step(&sheet, cases[i].from, cases[i].step);

		if (got != cases[i].to)
			fail_msg("step %d from %zu leads to %zu, not %zu",
			         cases[i].step, cases[i].from, got,
			         cases[i].to);
	}
	made_sheet_release(&sheet);
}

/* A strip in the same rows is nearer than one that begins further left but lower. */
static void rows_count_more_than_columns(void **state)
{
	static const struct made_line line = { 0, ROLE_BODY, 0, 0, "一二三" };
	static const struct {
		int row, col;
	} places[] = { { 0, 0 }, { 5, 3 }, { 0, 20 } };
	struct sheet sheet;

	(void)state;
	sheet_init(&sheet, made_page(&line, 1), 1);
	for (size_t i = 0; i < ARRAY_LEN(places); i++) {
		sheet_open_strip(&sheet, 0, true);
		sheet_add_slug(&sheet, 0, (struct range){ 3 * i, 3 * i + 3 },
		               places[i].row, places[i].col);
	}
	assert_int_equal(sheet_step(&sheet, 0, STEP_RIGHT), 2);
	assert_int_equal(sheet_step(&sheet, 2, STEP_LEFT), 0);
	assert_int_equal(sheet_step(&sheet, 1, STEP_RIGHT), 2);
	made_sheet_release(&sheet);
}

/* Where nothing is beside a column, to the article before or behind. */
static void steps_lead_from_article_to_article(void **state)
{
	static const struct {
		size_t from, left, right;
	} cases[] = { { 0, 0, 2 }, { 1, 1, 2 }, { 2, 0, 4 },
		      { 3, 0, 4 }, { 4, 2, 4 }, { 5, 4, 5 } };
	static const size_t articles[] = { 0, 1, 2, NPOS };
	struct passage passages[4] = { 0 };
	struct issue issue = { .passages = passages, .passage_count = 4 };
	struct sheet sheet;

	(void)state;
	sheet_init(&sheet, &issue, 1);
	for (size_t a = 0; a < ARRAY_LEN(articles); a++) {
		passages[a].text = STR("ab");
		sheet_open_strip(&sheet, articles[a], true);
		for (size_t i = 0; i < (a < 2 ? 2 : 1); i++)
			sheet_add_slug(&sheet, a, (struct range){ i, i + 1 },
			               (int)(2 * a + i), 0);
	}
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		size_t left = sheet_step(&sheet, cases[i].from, STEP_LEFT);
		size_t right = sheet_step(&sheet, cases[i].from, STEP_RIGHT);

		if (left != cases[i].left || right != cases[i].right)
			fail_msg("from %zu to %zu and %zu", cases[i].from, left,
			         right);
	}
	sheet_release(&sheet);
}

static void leaps_stay_in_their_column(void **state)
{
	static const struct {
		size_t from;
		int rows;
		size_t to;
	} cases[] = {
		{ 1, 1, 2 },  { 1, 9, 2 },  { 2, 9, 3 },  { 4, 9, 4 },
		{ 4, -1, 3 }, { 4, -9, 3 }, { 2, -9, 0 }, { 0, -9, 0 },
	};
	struct sheet sheet;

	(void)state;
	made_sheet(&sheet);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		size_t got = sheet_leap(&sheet, cases[i].from, cases[i].rows);

		if (got != cases[i].to)
			fail_msg("%d rows from %zu lead to %zu, not %zu",
			         cases[i].rows, cases[i].from, got,
			         cases[i].to);
	}
	made_sheet_release(&sheet);
}

static void blocks_are_passages(void **state)
{
	static const struct {
		size_t from;
		int step;
		size_t to;
	} cases[] = {
		{ 0, 1, 3 },  { 2, 1, 3 },  { 3, 1, 3 },  { 4, 1, 4 },
		{ 4, -1, 3 }, { 3, -1, 0 }, { 2, -1, 0 }, { 0, -1, 0 },
	};
	struct sheet sheet;

	(void)state;
	made_sheet(&sheet);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		size_t got = sheet_block(&sheet, cases[i].from, cases[i].step);

		if (got != cases[i].to)
			fail_msg("step %d from %zu leads to %zu, not %zu",
			         cases[i].step, cases[i].from, got,
			         cases[i].to);
	}
	made_sheet_release(&sheet);
}

static void texts_are_aligned_in_their_room(void **state)
{
	static const struct {
		enum align align;
		int cols, want;
	} cases[] = {
		{ ALIGN_LEFT, 4, 3 },    { ALIGN_CENTRE, 4, 6 },
		{ ALIGN_CENTRE, 5, 5 },  { ALIGN_RIGHT, 4, 9 },
		{ ALIGN_CENTRE, 12, 3 }, { ALIGN_RIGHT, 10, 3 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		int got =
			sheet_aligned_col(cases[i].align, 3, 10, cases[i].cols);

		if (got != cases[i].want)
			fail_msg("%d cells aligned %d stand at %d, not %d",
			         cases[i].cols, cases[i].align, got,
			         cases[i].want);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sheet_grows_with_what_is_added),
		cmocka_unit_test(places_of_the_text_are_found),
		cmocka_unit_test(steps_lead_from_column_to_column),
		cmocka_unit_test(rows_count_more_than_columns),
		cmocka_unit_test(steps_lead_from_article_to_article),
		cmocka_unit_test(leaps_stay_in_their_column),
		cmocka_unit_test(blocks_are_passages),
		cmocka_unit_test(texts_are_aligned_in_their_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
