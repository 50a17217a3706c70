/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/lines.h"

#include "../lib/place_page.h"
#include "base/mem.h"
#include "load/place/place.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct page_type body = { 10, 0, 0 };

static void words_have_the_spaces_of_the_file_or_the_place(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_across(&page, body, 40, 40, "as far as");
	for (size_t i = 0; i < page.count; i++)
		page.chars[i].space = false;
	page_check_lines(&page, "as far as");
	page_begin(&page, 400, 400);
	page_set_across(&page, body, 40, 40, "ab");
	page_set_across(&page, body, 50.5f, 40, "cd");
	page.chars[2].space = true;
	page_check_lines(&page, "ab cd");
	/* Before a quotation mark, too, which in an alphabet is narrow. */
	page_begin(&page, 400, 400);
	page_set_across(&page, body, 40, 40, "of ");
	page_set_across(&page, body, 55, 40, "’");
	page.chars[2].box.x1 = 58;
	page_set_across(&page, body, 58, 40, "no");
	for (size_t i = 0; i < page.count; i++)
		page.chars[i].space = false;
	page_check_lines(&page, "of ’no");
}

/* Ordinals are raised and small, small capitals stand on the line: both are of its row,
 * with words behind them. */
static void smaller_letters_are_of_the_row_of_larger_ones(void **state)
{
	struct page_type small = { 6, 0, 0 }, capitals = { 8, 0, 0 };
	struct page_chars page;
	float x;

	(void)state;
	page_begin(&page, 400, 400);
	x = page_set_across(&page, body, 40, 40, "le XX");
	x = page_set_across(&page, small, x, 40.4f, "e");
	page_set_across(&page, body, x + 3.5f, 40, "siecle");
	page.chars[page.count - 6].space = true;
	page_check_lines(&page, "le XXe siecle");
	/* Behind an ordinal the spaces of a justified line may be wide. */
	page_begin(&page, 400, 400);
	x = page_set_across(&page, body, 40, 40, "the 30");
	x = page_set_across(&page, small, x, 40.4f, "th");
	page_set_across(&page, body, x + 9, 40, "until");
	page.chars[page.count - 5].space = true;
	page_check_lines(&page, "the 30th until");
	page_begin(&page, 400, 400);
	x = page_set_across(&page, body, 40, 40, "T");
	x = page_set_across(&page, capitals, x, 41.6f, "OWN");
	x = page_set_across(&page, body, x + 4, 40, "H");
	page.chars[page.count - 1].space = true;
	page_set_across(&page, capitals, x, 41.6f, "ALL");
	page_check_lines(&page, "TOWN HALL");
}

static void ideographs_have_none_but_where_room_is_wide(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_across(&page, body, 40, 40, "天地　玄黄abc宇宙");
	page_check_lines(&page, "天地　玄黄abc宇宙");
}

/* Digits in a line that is spread, or in a headline that is spaced out. */
static void type_that_is_spaced_out_has_no_spaces(void **state)
{
	static const char *const text[] = { "天", "1", "9", "3", "0", "年" };
	struct page_chars page;

	(void)state;
	for (float room = 2; room < 12; room += 3) {
		float x = 40;

		page_begin(&page, 400, 400);
		for (size_t i = 0; i < ARRAY_LEN(text); i++)
			x = page_set_across(&page, body, x, 40, text[i]) + room;
		page_check_lines(&page, "天1930年");
	}
}

/* Letters on their side, from y down, as near each other as in a word. */
static void set_turned(struct page_chars *page, const char *letters,
                       enum char_turn turn)
{
	char letter[2] = "";

	for (size_t i = 0; letters[i]; i++) {
		letter[0] = letters[i];
		page_set_down(page, body, 40, 40 + 5 * (float)i, letter);
		page_turn_last(page, 1, turn);
	}
}

static void letters_that_climb_are_read_upwards(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	set_turned(&page, "otohp", TURN_UP);
	page_check_lines(&page, "photo");
	page_begin(&page, 400, 400);
	set_turned(&page, "photo", TURN_DOWN);
	page_check_lines(&page, "photo");
}

/* The only line of a page in this type. */
static struct placed_line line_of(struct page_type type, const char *text,
                                  bool bold)
{
	struct page_chars page;
	struct placing placing;
	struct placed_line line;

	page_begin(&page, 400, 400);
	page_add_face(&page, "Hei bold", true);
	type.face = bold;
	page_set_across(&page, type, 40, 40, text);
	placing_init(&placing, &page);
	place_lines_and_blocks(&placing);
	assert_int_equal(placing.line_count, 1);
	line = placing.lines[0];
	placing_release(&placing);
	page_chars_release(&page);
	return line;
}

static void lines_know_their_type_and_their_place(void **state)
{
	struct placed_line line = line_of(body, "“天地玄黄。", true);

	(void)state;
	assert_true(line.bold && !line.latin && !line.vertical);
	assert_true(line.em_pt == 10 && line.t == 45);
	assert_true(line.s0 == 40 && line.begin == 45);
	assert_true(line.s1 == 100 && line.finish == 95);
	line = line_of(body, "as far as 天", false);
	assert_true(line.latin && !line.bold);
	assert_true(line.box.x0 == 40 && line.box.x1 == 100 &&
	            line.box.y0 == 40 && line.box.y1 == 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			words_have_the_spaces_of_the_file_or_the_place),
		cmocka_unit_test(smaller_letters_are_of_the_row_of_larger_ones),
		cmocka_unit_test(ideographs_have_none_but_where_room_is_wide),
		cmocka_unit_test(type_that_is_spaced_out_has_no_spaces),
		cmocka_unit_test(letters_that_climb_are_read_upwards),
		cmocka_unit_test(lines_know_their_type_and_their_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
