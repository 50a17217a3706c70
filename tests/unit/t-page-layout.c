/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/page_layout.h"

#include "../lib/made_page.h"
#include "base/mem.h"
#include "layout/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void check_page(const char *what, const struct made_line *lines,
                       size_t count, int window_cols, const char *want)
{
	struct issue *issue = made_page(lines, count);
	struct sheet sheet;

	page_layout(&sheet, issue, 0, window_cols, 1);
	check_sheet(what, &sheet, want);
	assert_true(sheet.guessed);
	assert_int_equal(sheet.box_count, issue->article_count);
	sheet_release(&sheet);
	issue_free(issue);
}

static const struct made_line two_columns[] = {
	{ 0, ROLE_HEAD, 1, 0, "题目" },
	{ 0, ROLE_BODY, 2, 0, "一二三" },
	{ 0, ROLE_BODY, 2, 0, "+四五六七八" },
	{ 0, ROLE_BODY, 2, 1, "+九十一二三" },
	{ 0, ROLE_BODY, 2, 1, "+四。" },
	{ NPOS, ROLE_EDITOR, 0, 0, "责编" },
};

static void columns_stand_side_by_side(void **state)
{
	(void)state;
	check_page("wide", two_columns, ARRAY_LEN(two_columns), 80,
	           "         题目\n"
	           "───────────────────────\n"
	           "    一二三 │ 九十一二三\n"
	           "四五六七八 │ 四。\n"
	           "━━━━━━━━━━━━━━━━━━━━━━━\n"
	           "责编\n");
	/* No column is wider than the window, though both together are. */
	check_page("narrow", two_columns, ARRAY_LEN(two_columns), 6,
	           "     题目\n"
	           "───────────────\n"
	           "    一 │ 九十一\n"
	           "二三   │ 二三\n"
	           "四五六 │ 四。\n"
	           "七八   │\n"
	           "━━━━━━━━━━━━━━━\n"
	           "责编\n");
}

/* Articles of one width stand below each other, of another beside them. */
static void articles_stand_in_stacks(void **state)
{
	static const struct made_line alike[] = {
		{ 0, ROLE_BODY, 1, 0, "一二三四五六" },
		{ 1, ROLE_BODY, 2, 0, "七八九十一二" },
	};
	static const struct made_line unlike[] = {
		{ 0, ROLE_BODY, 1, 0, "一二三四五六" },
		{ 1, ROLE_BODY, 2, 0, "七八" },
		{ 1, ROLE_BODY, 2, 0, "+九" },
	};

	(void)state;
	check_page("one width", alike, ARRAY_LEN(alike), 80,
	           "    一二三四五六\n"
	           "━━━━━━━━━━━━━━━━\n"
	           "    七八九十一二\n");
	check_page("two widths", unlike, ARRAY_LEN(unlike), 80,
	           "    一二三四五六 ┃     七八\n"
	           "                 ┃ 九\n");
}

static void a_quote_is_inset_beside_its_band(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_QUOTE, 1, 0, "引文" },
		{ 0, ROLE_QUOTE, 1, 0, "+二行" },
		{ 0, ROLE_BODY, 2, 0, "一二三四" },
		{ 0, ROLE_BODY, 2, 0, "+五六七八九十" },
	};

	(void)state;
	check_page("a quote", lines, ARRAY_LEN(lines), 80,
	           "    一二三四 │ ┃ 引文\n"
	           "五六七八九十 │ ┃ 二行\n");
}

/* Matter of no column, and furniture of no article, is on the page too. */
static void a_page_without_columns_is_set_line_by_line(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_HEAD, 0, 0, "题" },
		{ 0, ROLE_BODY, 0, 0, "文" },
		{ NPOS, ROLE_EDITOR, 0, 0, "责编" },
	};

	(void)state;
	check_page("no columns", lines, ARRAY_LEN(lines), 10,
	           "题\n    文\n━━━━━━\n责编\n");
	check_page("furniture alone", lines + 2, 1, 10, "责编\n");
	check_page("nothing", lines, 0, 10, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_stand_side_by_side),
		cmocka_unit_test(articles_stand_in_stacks),
		cmocka_unit_test(a_quote_is_inset_beside_its_band),
		cmocka_unit_test(a_page_without_columns_is_set_line_by_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
