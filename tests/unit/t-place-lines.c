/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/place_lines.h"

#include "../lib/made_page.h"
#include "base/mem.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct made {
	struct issue *issue;
	struct sheet sheet;
	struct page_lines lines;
};

static void made_init(struct made *made, const struct made_line *lines,
                      size_t count)
{
	made->issue = made_page(lines, count);
	sheet_init(&made->sheet, made->issue, 1);
	page_lines_init(&made->lines, &made->sheet, 0);
}

static void made_release(struct made *made)
{
	page_lines_release(&made->lines);
	sheet_release(&made->sheet);
	issue_free(made->issue);
}

/* A column of this width, and what is left afterwards. */
static void check_column(const char *what, const struct made_line *lines,
                         size_t count, int cols, int rows, const char *want)
{
	struct made made;
	int got;

	made_init(&made, lines, count);
	got = place_lines_column(&made.lines, &made.issue->pages[0].blocks[0],
	                         0, 0, 0, cols);
	if (got != rows)
		fail_msg("%s: %d rows, not %d", what, got, rows);
	check_sheet(what, &made.sheet, want);
	if (page_lines_has(&made.lines, made.issue->pages[0].passages))
		fail_msg("%s: a line was not placed", what);
	got = place_lines_column(&made.lines, &made.issue->pages[0].blocks[0],
	                         0, 9, 0, cols);
	if (got || made.sheet.rows > rows)
		fail_msg("%s: %d rows were placed twice", what, got);
	made_release(&made);
}

static void a_column_holds_its_lines(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_SUBHEAD, 1, 0, "小题" },
		{ 0, ROLE_BODY, 1, 0, "一二三" },
		{ 0, ROLE_BODY, 1, 0, "+四五六七八" },
		{ 0, ROLE_DATE, 1, 0, "二月" },
	};

	(void)state;
	check_column("as wide as printed", lines, ARRAY_LEN(lines), 10, 4,
	             "   小题\n    一二三\n四五六七八\n      二月\n");
	check_column("narrower", lines, ARRAY_LEN(lines), 8, 6,
	             "  小题\n    一二\n三\n四五六七\n八\n    二月\n");
	/* There is no room for an indent, and each glyph has a row. */
	check_column("a glyph wide", lines, ARRAY_LEN(lines), 2, 12,
	             "小\n题\n一\n二\n三\n四\n五\n六\n七\n八\n二\n月\n");
}

/* The hyphen that a passage has lost is shown where its line ends. */
static void lines_end_with_their_hyphens(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_DECK, 1, 0, "exam-" },
		{ 0, ROLE_DECK, 1, 0, "+ple" },
	};

	(void)state;
	check_column("as wide as printed", lines, ARRAY_LEN(lines), 5, 2,
	             "exam-\nple\n");
	check_column("narrower", lines, ARRAY_LEN(lines), 4, 3,
	             "exa\nm-\nple\n");
	check_column("a cell wide", lines, ARRAY_LEN(lines), 1, 7,
	             "e\nx\na\nm\np\nl\ne\n");
}

static void a_quote_stands_behind_its_rule(void **state)
{
	static const struct made_line lines[] = { { 0, ROLE_QUOTE, 1, 0,
		                                    "引文" } };

	(void)state;
	check_column("with room", lines, 1, 6, 1, "  引文\n");
	check_column("without room", lines, 1, 3, 2, "引\n文\n");
}

/* Two passages of one printed line share a row where there is room. */
static void lines_printed_side_by_side_share_a_row(void **state)
{
	static const struct span spans[] = { { 0, 3, 0, 0 }, { 0, 3, 0, 6 } };
	static const struct {
		int cols;
		const char *want;
	} cases[] = { { 6, "甲  乙\n" }, { 5, "甲\n乙\n" } };
	static const struct range column = { 0, 1 };
	static const struct block block = { .part = PART_BODY,
		                            .columns = &column,
		                            .column_count = 1 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct made made = { .issue = issue_new() };
		struct issue *issue = made.issue;

		*ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap) =
			(struct line){ .text = STR("甲　乙") };
		*ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap) =
			(struct page){ .passages = { 0, 2 } };
		for (size_t p = 0; p < 2; p++)
			*ARRAY_ADD(issue->passages, issue->passage_count,
			           issue->passage_cap) = (struct passage){
				.text = p ? STR("乙") : STR("甲"),
				.role = ROLE_SALUTATION,
				.spans = &spans[p],
				.span_count = 1,
			};
		sheet_init(&made.sheet, issue, 1);
		page_lines_init(&made.lines, &made.sheet, 0);
		place_lines_column(&made.lines, &block, 0, 0, 0, cases[i].cols);
		check_sheet("side by side", &made.sheet, cases[i].want);
		made_release(&made);
	}
}

static void heads_are_centred_and_slide(void **state)
{
	static const struct made_line lines[] = { { 0, ROLE_HEAD, 0, 0,
		                                    "一二三四" } };
	struct made made;

	(void)state;
	made_init(&made, lines, 1);
	sheet_open_strip(&made.sheet, 0, false);
	assert_int_equal(place_lines_head(&made.lines, 0, 1, 2, 20, 6), 2);
	check_sheet("a head", &made.sheet,
	            "\n         一二三\n           四\n");
	for (size_t i = 0; i < made.sheet.slug_count; i++) {
		const struct slug *slug = &made.sheet.slugs[i];

		if (slug->room_col != 2 || slug->room_cols != 20 ||
		    slug->align != ALIGN_CENTRE)
			fail_msg("slug %zu slides in %d cells from %d on", i,
			         slug->room_cols, slug->room_col);
	}
	made_release(&made);
}

/* What no column took is placed by its role. */
static void the_rest_is_aligned_by_its_role(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_BODY, 0, 0, "一二" },
		{ 0, ROLE_BODY, 0, 0, "+三四" },
		{ 0, ROLE_SIGNATURE, 0, 0, "某某" },
	};
	struct made made;

	(void)state;
	made_init(&made, lines, ARRAY_LEN(lines));
	made.lines.items[0].is_placed = true;
	sheet_open_strip(&made.sheet, 0, false);
	assert_int_equal(place_lines_rest(&made.lines, 0, 0, 1, 12, 10), 1);
	assert_int_equal(place_lines_rest(&made.lines, 1, 1, 1, 12, 10), 1);
	check_sheet("the rest", &made.sheet, " 三四\n       某某\n");
	made_release(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_column_holds_its_lines),
		cmocka_unit_test(lines_end_with_their_hyphens),
		cmocka_unit_test(a_quote_stands_behind_its_rule),
		cmocka_unit_test(lines_printed_side_by_side_share_a_row),
		cmocka_unit_test(heads_are_centred_and_slide),
		cmocka_unit_test(the_rest_is_aligned_by_its_role),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
