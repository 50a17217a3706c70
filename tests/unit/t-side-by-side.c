/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/side_by_side.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/load.h"
#include "text/glyph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define ROWS 10

/* Three columns of ten lines; `cells`: aligned by cells, else by characters. */
static void add_columns(struct buf *out, bool cells)
{
	static const char *const words[] = { "渡口的石阶", "铺好了。船",
		                             "工说，三", "趟就够了。" };

	for (size_t row = 0; row < ROWS; row++) {
		size_t place = 0;

		for (size_t column = 0; column < 3; column++) {
			struct buf text;
			size_t chars = 0;

			buf_init(&text);
			buf_addf(&text, "%c%zu%s", (char)('a' + column), row,
			         words[(row + column) % 4]);
			for (; place < column * 24; place++)
				buf_add_byte(out, ' ');
			buf_add(out, buf_str(&text));
			for (size_t i = 0; i < text.len; i++)
				chars += ((unsigned char)text.ptr[i] & 0xc0) !=
				         0x80;
			place += cells ? (size_t)text_cols(buf_str(&text), 1)
			               : chars;
			buf_release(&text);
		}
		buf_add_byte(out, '\n');
	}
}

/* Lines [first, first + ROWS) begin with a0, a1, … of a column. */
static void assert_column(const struct issue *issue, size_t first, char column)
{
	for (size_t row = 0; row < ROWS; row++) {
		const struct line *line = &issue->lines[first + row];

		assert_int_equal(line->text.ptr[0], column);
		assert_int_equal(line->text.ptr[1], '0' + (int)row);
		assert_null(memchr(line->text.ptr, ' ', line->text.len));
	}
}

static void columns_are_read_one_after_another(void **state)
{
	(void)state;
	for (int cells = 0; cells < 2; cells++) {
		struct issue *issue;
		struct buf text;

		buf_init(&text);
		add_columns(&text, cells);
		issue = load_bytes(buf_str(&text), "a", NULL);
		assert_null(issue_validate(issue));
		assert_int_equal(issue->line_count, 3 * ROWS);
		for (size_t column = 0; column < 3; column++) {
			assert_column(issue, column * ROWS,
			              (char)('a' + column));
			assert_int_equal(issue->lines[column * ROWS].number, 1);
		}
		assert_true(issue->diags.count > 0);
		assert_int_equal(issue->diags.items[0].level, DIAG_NOTE);
		issue_free(issue);
		buf_release(&text);
	}
}

/* A name of the paper above, and a head across all columns in the middle. */
static void lines_across_stay_whole(void **state)
{
	static const char name[] = "石桥晚报                  第1版";
	static const char head[] =
		"渡口的石阶重新铺过以后雨天不再打滑岸边立了水位牌水涨到红线就停航"
		"过去赶集的日子要跑七趟如今三趟就够了两岸都有人等船";
	struct issue *issue;
	struct buf text;
	size_t at;

	(void)state;
	buf_init(&text);
	buf_addf(&text, "%s\n\n", name);
	add_columns(&text, false);
	buf_addf(&text, "\n%s\n\n", head);
	add_columns(&text, false);
	issue = load_bytes(buf_str(&text), "a", NULL);
	assert_null(issue_validate(issue));
	assert_true(str_equal(issue->lines[0].text, str_from(name)));
	/* No line is made up to part them. */
	assert_column(issue, 1, 'a');
	assert_column(issue, 1 + ROWS, 'b');
	assert_column(issue, 1 + 2 * ROWS, 'c');
	assert_true(issue->lines[1].starts_block);
	for (size_t i = 2; i < 1 + 3 * ROWS; i++)
		assert_false(issue->lines[i].starts_block);
	assert_true(issue->lines[1 + 3 * ROWS].starts_block);
	for (at = 1 + 3 * ROWS; !issue->lines[at].text.len; at++)
		continue;
	assert_true(str_equal(issue->lines[at].text, str_from(head)));
	while (!issue->lines[++at].text.len)
		continue;
	assert_column(issue, at, 'a');
	assert_column(issue, at + ROWS, 'b');
	assert_column(issue, at + 2 * ROWS, 'c');
	assert_int_equal(issue->line_count, at + 3 * ROWS);
	issue_free(issue);
	buf_release(&text);
}

/* Wide spaces wherever it happens: the advice, and the lines as they are. */
static void what_is_not_clear_is_told(void **state)
{
	struct issue *issue;
	struct buf text;

	(void)state;
	buf_init(&text);
	for (size_t row = 0; row < 40; row++) {
		for (size_t part = 0; part < 4; part++) {
			for (size_t i = 0; i < 5 + row * (part + 3) % 17; i++)
				buf_add_c(&text, "渡");
			buf_add_c(&text, "    ");
		}
		buf_add_byte(&text, '\n');
	}
	issue = load_bytes(buf_str(&text), "a", NULL);
	assert_null(issue_validate(issue));
	assert_int_equal(issue->line_count, 40);
	assert_int_equal(issue->diags.items[0].level, DIAG_ERROR);
	assert_non_null(strstr(issue->diags.items[0].text, "-layout"));
	issue_free(issue);
	buf_release(&text);
}

/* Of lines of any length, and characters of none. */
static void nothing_is_lost(void **state)
{
	struct issue *issue;
	struct buf text;

	(void)state;
	buf_init(&text);
	for (size_t row = 0; row < 60; row++) {
		for (size_t part = 0; part < 1 + row % 9; part++) {
			for (size_t i = 0; i < row * 7 % 30; i++)
				buf_add_c(&text, i % 5 ? "a" : "\u0301");
			for (size_t i = 0; i < 3 + row * part; i++)
				buf_add_byte(&text, ' ');
			buf_add_c(&text, "\u0301船");
		}
		buf_add_byte(&text, '\n');
	}
	issue = load_bytes(buf_str(&text), "a", NULL);
	assert_null(issue_validate(issue));
	issue_free(issue);
	buf_release(&text);
}

/* The gaps of a table part its cells: a row of the file stays one. */
static void tables_are_not_cut(void **state)
{
	struct issue *issue;
	struct buf text;
	size_t rows = 0;

	(void)state;
	buf_init(&text);
	buf_add_c(&text, "昨日股市行情\n\n");
	for (int i = 1; i <= 2 * ROWS; i++)
		buf_addf(&text, "%06d    河边钢铁    %2d.50    %+d.25\n", i, i,
		         i % 3 - 1);
	issue = load_bytes(buf_str(&text), "a", NULL);
	assert_null(issue_validate(issue));
	assert_int_equal(issue->line_count, 2 + 2 * ROWS);
	for (size_t i = 0; i < issue->passage_count; i++)
		rows += issue->passages[i].role == ROLE_ROW;
	assert_int_equal(rows, 2 * ROWS);
	issue_free(issue);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_read_one_after_another),
		cmocka_unit_test(lines_across_stay_whole),
		cmocka_unit_test(tables_are_not_cut),
		cmocka_unit_test(what_is_not_clear_is_told),
		cmocka_unit_test(nothing_is_lost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
