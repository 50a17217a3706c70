/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/units.h"

#include "../lib/unit_page.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const char *const kind_names[UNIT_COUNT] = {
	[UNIT_TEXT] = "text",           [UNIT_SALUTATION] = "salutation",
	[UNIT_SIGNATURE] = "signature", [UNIT_CLOSING] = "closing",
	[UNIT_DATE] = "date",           [UNIT_VERSE] = "verse",
	[UNIT_SUBHEAD] = "subhead",     [UNIT_HEAD] = "head",
	[UNIT_BYLINE] = "byline",       [UNIT_JUMP] = "jump",
	[UNIT_QUOTE] = "quote",         [UNIT_CAPTION] = "caption",
	[UNIT_FURNITURE] = "furniture",
};

/* Appends "kind line,line flag" of each unit. */
static void add_units(struct buf *out, const struct units *units)
{
	for (size_t i = 0; i < units->count; i++) {
		const struct unit *unit = &units->items[i];

		buf_addf(out, "%s%s", i ? "; " : "", kind_names[unit->kind]);
		for (size_t l = 0; l < unit->lines.count; l++)
			buf_addf(out, "%c%zu", l ? ',' : ' ',
			         unit->lines.items[l]);
		if (unit->inside != NPOS)
			buf_addf(out, " inside %zu", unit->inside);
		buf_add_c(out, unit->resumed ? " resumed" : "");
		buf_add_c(out, unit->dateline ? " dateline" : "");
		buf_add_c(out, unit->jump_from ? " from" : "");
		buf_add_c(out, unit->bullet ? " bullet" : "");
		buf_add_c(out, unit->blank && i ? " blank" : "");
	}
}

static void labelled_lines_become_units(void **state)
{
	static const struct {
		const char *page, *want;
	} cases[] = {
		{ "P 渡口换船。\nP 船是新的。", "text 0; text 1" },
		{ "F 渡口今天\nM 换上了新\nL 船。", "text 0,1,2" },
		{ "F 渡口\nL 换船。\nF 新船\nL 很大。", "text 0,1; text 2,3" },
		/* A paragraph without its beginning. */
		{ "M 换上了新\nL 船。", "text 0,1 resumed" },
		/* A head inside a paragraph, and a byline there. */
		{ "F 渡口今天\nI 新船\nL 换了船。",
		  "text 0,2; head 1 inside 0" },
		{ "F 渡口今天\nI 本报记者 王五\nL 换了船。",
		  "text 0,2; byline 1 inside 0" },
		/* Each head line is a unit, and ends a paragraph. */
		{ "H 新船\nH 又一条\nP 来了。", "head 0; head 1; text 2" },
		{ "F 渡口今天\nH 新船\nM 换了船。",
		  "text 0; head 1; text 2 resumed" },
		/* Bylines, greetings and signatures have several lines, but
		 * none over a blank line. */
		{ "B 记者 王五\nB 通讯员 李四\nP 来了。",
		  "byline 0,1; text 2" },
		{ "B 记者 王五\n\nB 通讯员 李四", "byline 0; byline 1 blank" },
		{ "G 各位居民：\nP 好。\nS 镇政府\nS 渡口\nD 2020年2月1日",
		  "salutation 0; text 1; signature 2,3; date 4" },
		/* Each line of verse is a unit. */
		{ "V 船来\nV 船去", "verse 0; verse 1" },
		/* Aside: one unit, wherever the text goes on. */
		{ "F 渡口今天\nq 新船真大\nq 真好\nL 换了船。",
		  "text 0,3; quote 1,2" },
		{ "c 图为新船\nf 第2版\nP 来了。",
		  "caption 0; furniture 1; text 2" },
		/* A drop cap is of the paragraph behind it. */
		{ "d 渡\nF 口今天\nL 换船。", "text 0,1,2" },
		/* Cues. */
		{ "P 本报讯 渡口换船。", "text 0 dateline" },
		{ "J （下转第2版）\nJ （上接第1版）", "jump 0; jump 1 from" },
		{ "H ●新船\nP 来了。", "head 0 bullet; text 1" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct unit_page page;
		struct buf got;

		buf_init(&got);
		unit_page_init(&page, cases[i].page);
		add_units(&got, &page.units);
		unit_page_expect(cases[i].page, &got, cases[i].want);
		unit_page_release(&page);
		buf_release(&got);
	}
}

/* The width of the column is that of the label, the texts are joined. */
static void units_have_widths_and_texts(void **state)
{
	struct unit_page page;

	(void)state;
	unit_page_init(&page, "H 新船\nF20 渡口 今天\nL20 换船。");
	assert_true(page.units.items[0].measure_em == 0);
	assert_true(page.units.items[0].width_em == 2);
	assert_true(page.units.items[1].measure_em == 20);
	assert_string_equal(page.units.items[1].text.ptr, "渡口 今天换船。");
	unit_page_release(&page);
}

/* A unit keeps the doubt with the smallest margin, and its line. */
static void the_smallest_doubt_counts(void **state)
{
	struct unit unit = { 0 };

	(void)state;
	unit_doubt(&unit, (struct doubt){ DOUBT_HEAD, 2 }, 7);
	unit_doubt(&unit, (struct doubt){ DOUBT_BEGINS, 1 }, 8);
	unit_doubt(&unit, (struct doubt){ DOUBT_NO_HEAD, 3 }, 9);
	unit_doubt(&unit, (struct doubt){ DOUBT_NONE, 0 }, 10);
	assert_int_equal(unit.doubt.kind, DOUBT_BEGINS);
	assert_int_equal(unit.doubt_line, 8);
}

/* The next line goes on with the last paragraph if a person said so. */
static void a_joined_line_continues_the_last_paragraph(void **state)
{
	struct unit_page page;
	struct units units;

	(void)state;
	unit_page_init(&page, "P 渡口换船。\nH 新船\nP 很大。");
	page.lines.items[2].user_label = USER_LABEL_JOINED;
	units_init(&units, &page.lines, &page.flow, page.labels);
	assert_int_equal(units.count, 2);
	assert_int_equal(units.items[0].lines.count, 2);
	assert_int_equal(units.items[0].lines.items[1], 2);
	units_release(&units);
	unit_page_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(labelled_lines_become_units),
		cmocka_unit_test(units_have_widths_and_texts),
		cmocka_unit_test(the_smallest_doubt_counts),
		cmocka_unit_test(a_joined_line_continues_the_last_paragraph),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
