/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/outline.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ROWS 4
#define COLS 6

static void assert_rows(const struct canvas *canvas, const char *want)
{
	struct buf out;

	buf_init(&out);
	for (int row = 0; row < ROWS; row++) {
		for (int col = 0; col < COLS; col++)
			buf_add_c(&out, canvas_cell(canvas, row, col)->text);
		buf_add_c(&out, "\n");
	}
	assert_string_equal(buf_str(&out).ptr, want);
	buf_release(&out);
}

static void rule(struct canvas *canvas, int row, bool heavy)
{
	for (int col = 0; col < COLS; col++)
		outline_draw_cell(canvas, canvas_area(canvas), row, col,
		                  LINE_LEFT | LINE_RIGHT, heavy);
}

static void lines_that_meet_are_joined(void **state)
{
	struct canvas canvas;

	(void)state;
	canvas_init(&canvas, 1);
	canvas_reset(&canvas, ROWS, COLS);
	outline_draw(&canvas, canvas_area(&canvas),
	             (struct area){ 0, 0, 3, 3 });
	outline_draw(&canvas, canvas_area(&canvas),
	             (struct area){ 0, 2, 4, 4 });
	assert_rows(&canvas, "┌─┬──┐\n"
	                     "│ │  │\n"
	                     "└─┤  │\n"
	                     "  └──┘\n");
	/* A heavy line is heavy where it meets no thin one. */
	rule(&canvas, 1, true);
	assert_rows(&canvas, "┌─┬──┐\n"
	                     "┼━┼━━┼\n"
	                     "└─┤  │\n"
	                     "  └──┘\n");
	rule(&canvas, 1, true);
	assert_rows(&canvas, "┌─┬──┐\n"
	                     "┼━┼━━┼\n"
	                     "└─┤  │\n"
	                     "  └──┘\n");
	canvas_release(&canvas);
}

/* Text of the page that looks like a line is none. */
static void text_is_not_joined(void **state)
{
	struct canvas canvas;

	(void)state;
	canvas_init(&canvas, 1);
	canvas_reset(&canvas, ROWS, COLS);
	canvas_text(&canvas, canvas_area(&canvas), 0, 1, STR("│"), STYLE_TEXT);
	rule(&canvas, 0, false);
	assert_rows(&canvas, "──────\n      \n      \n      \n");
	canvas_release(&canvas);
}

static void an_outline_is_clipped(void **state)
{
	const struct area area = { 1, 1, 2, 3 };
	struct canvas canvas;

	(void)state;
	canvas_init(&canvas, 1);
	canvas_reset(&canvas, ROWS, COLS);
	outline_draw(&canvas, area, (struct area){ 0, 0, 9, 9 });
	outline_draw(&canvas, area, (struct area){ -5, -5, 7, 20 });
	assert_rows(&canvas, "      \n"
	                     " ┌──  \n"
	                     " ┼──  \n"
	                     "      \n");
	canvas_release(&canvas);
}

static void wide_box_characters_are_not_used(void **state)
{
	struct canvas canvas;

	(void)state;
	canvas_init(&canvas, 2);
	canvas_reset(&canvas, ROWS, COLS);
	outline_draw(&canvas, canvas_area(&canvas),
	             (struct area){ 0, 0, 3, 4 });
	rule(&canvas, 1, true);
	assert_rows(&canvas, "+--+  \n"
	                     "+--+--\n"
	                     "+--+  \n"
	                     "      \n");
	canvas_release(&canvas);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_that_meet_are_joined),
		cmocka_unit_test(text_is_not_joined),
		cmocka_unit_test(an_outline_is_clipped),
		cmocka_unit_test(wide_box_characters_are_not_used),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
