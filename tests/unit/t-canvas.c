/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/canvas.h"

#include "../lib/fixture.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ROWS 2
#define COLS 8

/* What is in a row of the canvas, a full stop for a blank cell. */
static char *row_of(const struct canvas *canvas, int row)
{
	struct buf out;

	buf_init(&out);
	for (int col = 0; col < canvas->cols; col++) {
		const char *text = canvas_cell(canvas, row, col)->text;

		buf_add_c(&out, strcmp(text, " ") ? text : ".");
	}
	return buf_steal(&out);
}

/* Every cell is a character or the right half of a wide one. */
static void assert_whole(const struct canvas *canvas)
{
	for (int row = 0; row < canvas->rows; row++) {
		int cols = 0;

		for (int col = 0; col < canvas->cols; col++) {
			const char *text = canvas_cell(canvas, row, col)->text;

			if (!text[0])
				continue;
			assert_int_equal(cols, col);
			cols += text_cols(str_from(text),
			                  canvas->ambiguous_cols);
		}
		assert_int_equal(cols, canvas->cols);
	}
}

static void assert_row(const struct canvas *canvas, int row, const char *want)
{
	char *got = row_of(canvas, row);

	assert_whole(canvas);
	assert_string_equal(got, want);
	free(got);
}

static void text_is_clipped_between_characters(void **state)
{
	static const struct {
		struct area area;
		int col;
		const char *text, *want; /* of row 0 */
	} cases[] = {
		{ { 0, 0, 2, 8 }, 0, "报栏", "报栏...." },
		{ { 0, 0, 2, 8 }, 1, "报栏", ".报栏..." },
		/* a half at either edge is a blank */
		{ { 0, 0, 2, 8 }, -1, "报栏", ".栏....." },
		{ { 0, 0, 2, 8 }, 7, "报栏", "........" },
		{ { 0, 0, 2, 8 }, 5, "报栏", ".....报." },
		{ { 0, 2, 2, 3 }, 0, "报栏", "..报...." },
		{ { 0, 2, 2, 3 }, -1, "报栏", "...栏..." },
		{ { 0, 6, 2, 9 }, 0, "报栏", "......报" },
		{ { 0, -1, 2, 9 }, 0, "报栏", ".栏....." },
		{ { -1, 0, 3, 8 }, 0, "报栏", "........" },
		{ { 0, 0, 0, 8 }, 0, "报栏", "........" },
		{ { 0, 0, 2, 8 }, 100, "报栏", "........" },
		{ { 0, 0, 2, 8 }, -100, "报栏", "........" },
		/* padded quotes, marks, escapes */
		{ { 0, 0, 2, 8 }, 0, "“报”", ".“报”..." },
		{ { 0, 0, 2, 8 }, -1, "“报”", "“报”...." },
		{ { 0, 0, 2, 8 }, 0, "e\u0301x", "e\u0301x......" },
		{ { 0, 0, 2, 8 }, 0, "\x1b", "<U+001B>" },
		{ { 0, 0, 2, 8 }, 5, "\xff", ".....<FF" },
		{ { 0, 0, 2, 8 }, -2, "\xff报", "F>报...." },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct canvas canvas;

		canvas_init(&canvas, 1);
		canvas_reset(&canvas, ROWS, COLS);
		canvas_text(&canvas, cases[i].area, 0, cases[i].col,
		            str_from(cases[i].text), STYLE_HEAD);
		assert_row(&canvas, 0, cases[i].want);
		canvas_release(&canvas);
	}
}

/* Of any number of bytes: what takes cells stands in them, with its marks. */
static void no_cluster_is_too_long(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		/* a letter with four vowels and four marks (Tamil), 27 bytes */
		{ "க\u0bbe\u0bbe\u0bbe\u0bbe\u0bcd\u0bcd\u0bcd\u0bcd",
		  "க\u0bbe\u0bbe\u0bbe\u0bbe\u0bcd\u0bcd\u0bcd\u0bcd..." },
		/* twelve marks: as many as are kept */
		{ "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308"
		  "\u0309\u030a\u030bx",
		  "Z\u0300\u0301\u0302\u0303x......" },
		{ "𝅘𝅥𝅯\U0001d165\U0001d165\U0001d16e\U0001d16e", NULL },
		/* a flag; a family, of which one is drawn */
		{ "🇨🇳x", NULL },
		{ "👨\u200d👩\u200d👧\u200d👦x", "👨x....." },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct canvas canvas;
		char *row;

		canvas_init(&canvas, 1);
		canvas_reset(&canvas, ROWS, COLS);
		canvas_text(&canvas, canvas_area(&canvas), 0, 0,
		            str_from(cases[i].text), STYLE_TEXT);
		row = row_of(&canvas, 0);
		assert_whole(&canvas);
		if (cases[i].want)
			assert_string_equal(row, cases[i].want);
		assert_int_not_equal(row[0], '.');
		free(row);
		canvas_release(&canvas);
	}
}

/* Drawing over one half of a character blanks the other. */
static void no_half_survives(void **state)
{
	static const struct {
		int col;
		const char *text, *want;
	} cases[] = {
		{ 0, "x", "x.栏目.." },  { 1, "x", ".x栏目.." },
		{ 1, "新", ".新.目.." }, { 5, "x", "报栏.x.." },
		{ 6, "x", "报栏目x." },  { 3, "xyz", "报.xyz.." },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct canvas canvas;

		canvas_init(&canvas, 1);
		canvas_reset(&canvas, ROWS, COLS);
		canvas_text(&canvas, canvas_area(&canvas), 1, 0, STR("报栏目"),
		            STYLE_TEXT);
		canvas_text(&canvas, canvas_area(&canvas), 1, cases[i].col,
		            str_from(cases[i].text), STYLE_HIT);
		assert_row(&canvas, 1, cases[i].want);
		canvas_release(&canvas);
	}
}

static void a_text_too_long_says_so(void **state)
{
	static const struct {
		int cols;
		const char *text, *want;
		int used_cols;
	} cases[] = {
		{ 4, "报栏", "报栏....", 4 }, { 3, "报栏", "报….....", 3 },
		{ 2, "报栏", "….......", 1 }, { 1, "报栏", "….......", 1 },
		{ 0, "报栏", "........", 0 }, { 4, "报栏目", "报….....", 3 },
		{ 8, "", "........", 0 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct canvas canvas;
		int used_cols;

		canvas_init(&canvas, 1);
		canvas_reset(&canvas, ROWS, COLS);
		used_cols = canvas_fit(&canvas, canvas_area(&canvas), 0, 0,
		                       cases[i].cols, str_from(cases[i].text),
		                       STYLE_TEXT);
		assert_int_equal(used_cols, cases[i].used_cols);
		assert_row(&canvas, 0, cases[i].want);
		canvas_release(&canvas);
	}
}

/* Any text at any place leaves whole characters and drawable cells. */
static void no_text_tears_the_canvas(void **state)
{
	uint32_t random = 1;
	struct canvas canvas;

	(void)state;
	for (int ambiguous_cols = 1; ambiguous_cols <= 2; ambiguous_cols++) {
		canvas_init(&canvas, ambiguous_cols);
		canvas_reset(&canvas, 5, 21);
		for (uint32_t seed = 0; seed < 200; seed++) {
			struct area area = {
				(int)fixture_random(&random, 7) - 1,
				(int)fixture_random(&random, 23) - 1,
				(int)fixture_random(&random, 6),
				(int)fixture_random(&random, 24),
			};
			struct buf text;

			buf_init(&text);
			fixture_generate(&text, seed);
			canvas_text(&canvas, area,
			            (int)fixture_random(&random, 6),
			            (int)fixture_random(&random, 30) - 8,
			            buf_str(&text), STYLE_TEXT);
			assert_whole(&canvas);
			buf_release(&text);
		}
		canvas_release(&canvas);
	}
}

static void the_cursor_stays_on_the_canvas(void **state)
{
	struct canvas canvas;

	(void)state;
	canvas_init(&canvas, 1);
	canvas_reset(&canvas, ROWS, COLS);
	canvas_cursor(&canvas, (struct area){ 1, 2, 1, 4 }, 0, 3);
	assert_int_equal(canvas.cursor_row, 1);
	assert_int_equal(canvas.cursor_col, 5);
	canvas_cursor(&canvas, (struct area){ 1, 2, 1, 4 }, 0, 4);
	canvas_cursor(&canvas, (struct area){ 1, 2, 1, 4 }, -1, 0);
	assert_int_equal(canvas.cursor_col, 5);
	canvas_release(&canvas);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_clipped_between_characters),
		cmocka_unit_test(no_cluster_is_too_long),
		cmocka_unit_test(no_half_survives),
		cmocka_unit_test(a_text_too_long_says_so),
		cmocka_unit_test(no_text_tears_the_canvas),
		cmocka_unit_test(the_cursor_stays_on_the_canvas),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
