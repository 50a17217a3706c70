/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/typeset.h"

#include "../lib/made_page.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Appends the lines, each with blanks before it as its column says; > before lines of
 * an inset quote, ! before lines that keep the next. */
static void dump_lines(struct buf *out, const struct typesetting *setting)
{
	for (size_t i = 0; i < setting->count; i++) {
		const struct typeset_line *line = &setting->lines[i];

		if (line->passage != NPOS) {
			buf_add_c(out, line->is_inset ? ">" : "");
			buf_add_c(out, line->keeps_next ? "!" : "");
			for (int col = 0; col < line->col; col++)
				buf_add_byte(out, ' ');
			buf_add(out,
			        str_slice(
					setting->issue->passages[line->passage]
						.text,
					line->bytes.start, line->bytes.end));
		}
		buf_add_byte(out, '\n');
	}
}

static void check_lines(const struct made_line *lines, size_t count,
                        int measure_cols, int hang_cols, const char *want)
{
	struct issue *issue = made_page(lines, count);
	struct typesetting setting = { .issue = issue,
		                       .ambiguous_cols = 1,
		                       .measure_cols = measure_cols,
		                       .hang_cols = hang_cols };
	struct buf got;

	buf_init(&got);
	for (size_t i = 0; i < issue->passage_count; i++)
		typeset_add(&setting, i);
	dump_lines(&got, &setting);
	if (strcmp(got.ptr, want))
		fail_msg("'%s' in %d cells: the lines are\n%sand not\n%s",
		         lines[0].text, measure_cols, got.ptr, want);
	buf_release(&got);
	typeset_release(&setting);
	assert_int_equal(setting.count, 0);
	issue_free(issue);
}

static void check_one(enum role role, const char *text, int measure_cols,
                      int hang_cols, const char *want)
{
	const struct made_line line = { 0, role, 0, 0, text };

	check_lines(&line, 1, measure_cols, hang_cols, want);
}

static void paragraphs_are_indented(void **state)
{
	(void)state;
	check_one(ROLE_BODY, "一二三四五六七八九十一二三四五", 28, 0,
	          "    一二三四五六七八九十一二\n三四五\n");
	/* 1 em in a narrow measure, none in one of an em or two */
	check_one(ROLE_BODY, "一二三四", 6, 0, "  一二\n三四\n");
	check_one(ROLE_BODY, "一二三四", 4, 0, "一二\n三四\n");
}

/* The escape of a control is one glyph of eight cells, the widest there is. */
static void no_glyph_is_indented_out_of_the_measure(void **state)
{
	(void)state;
	check_one(ROLE_BODY, "\x02一", 8, 0, "\x02\n一\n");
	check_one(ROLE_BODY, "\x02一", 9, 0, " \x02\n一\n");
	check_one(ROLE_BODY, "\x02一", 10, 0, "  \x02\n一\n");
	check_one(ROLE_ROW, "一\x02", 8, 0, "一\n\x02\n");
}

static void a_mark_may_hang(void **state)
{
	(void)state;
	check_one(ROLE_SALUTATION, "一二三。四五", 6, 2, "一二三。\n四五\n");
	check_one(ROLE_SALUTATION, "一二三。四", 6, 0, "一二\n三。四\n");
}

static void lines_of_a_head_are_balanced(void **state)
{
	(void)state;
	check_one(ROLE_HEAD, "一二三四五六七八", 14, 0,
	          "   一二三四\n   五六七八\n");
	check_one(ROLE_HEAD, "一二三", 14, 0, "    一二三\n");
	check_one(ROLE_SUBHEAD, "一二三", 10, 0, "!  一二三\n");
}

/* The printed lines of a head are kept where they have room. */
static void printed_lines_of_a_head_are_kept(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_HEAD, 0, 0, "一" },
		{ 0, ROLE_HEAD, 0, 0, "+二三四五" },
	};

	(void)state;
	check_lines(lines, ARRAY_LEN(lines), 10, 0, "    一\n 二三四五\n");
	check_lines(lines, ARRAY_LEN(lines), 6, 0, "一二三\n 四五\n");
}

/* A deck was broken where its column ended, and needs no break where it has room. */
static void a_deck_is_one_line_where_it_has_room(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_DECK, 0, 0, "一二三四五六七" },
		{ 0, ROLE_DECK, 0, 0, "+八九" },
	};

	(void)state;
	check_lines(lines, ARRAY_LEN(lines), 20, 0, " 一二三四五六七八九\n");
	check_lines(lines, ARRAY_LEN(lines), 16, 0,
	            " 一二三四五六七\n      八九\n");
}

static void a_runt_is_lengthened(void **state)
{
	(void)state;
	check_one(ROLE_SALUTATION, "一二三四五六七", 12, 0,
	          "一二三四五\n六七\n");
	/* a line set flush right keeps it */
	check_one(ROLE_DATE, "一二三四五六七", 12, 0,
	          "一二三四五六\n          七\n");
	/* two characters are none */
	check_one(ROLE_SALUTATION, "一二三四五六七八", 12, 0,
	          "一二三四五六\n七八\n");
}

static void quotes_are_inset_where_there_is_room(void **state)
{
	(void)state;
	check_one(ROLE_QUOTE, "一二三四五六", 17, 0,
	          ">    一二三四\n>    五六\n");
	check_one(ROLE_QUOTE, "一二三四五六", 16, 0, "一二三四五六\n");
}

/* Blank rows are those of either passage, not of both; none is at the top. */
static void passages_are_parted_by_blank_rows(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_SUBHEAD, 0, 0, "一" },
		{ 0, ROLE_SUBHEAD, 0, 0, "二" },
		{ 0, ROLE_BODY, 0, 0, "三" },
		{ 0, ROLE_BODY, 0, 0, "四" },
		{ 0, ROLE_SIGNATURE, 0, 0, "五" },
		{ 0, ROLE_DATE, 0, 0, "六" },
	};

	(void)state;
	check_lines(lines, ARRAY_LEN(lines), 6, 0,
	            "!  一\n\n!  二\n\n  三\n  四\n\n    五\n    六\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_indented),
		cmocka_unit_test(no_glyph_is_indented_out_of_the_measure),
		cmocka_unit_test(a_mark_may_hang),
		cmocka_unit_test(lines_of_a_head_are_balanced),
		cmocka_unit_test(printed_lines_of_a_head_are_kept),
		cmocka_unit_test(a_deck_is_one_line_where_it_has_room),
		cmocka_unit_test(a_runt_is_lengthened),
		cmocka_unit_test(quotes_are_inset_where_there_is_room),
		cmocka_unit_test(passages_are_parted_by_blank_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
