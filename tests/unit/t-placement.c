/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/placement_fill.h"

#include "../lib/placing_page.h"
#include "load/place/assign.h"
#include "load/place/attach.h"
#include "load/place/run_in_jump.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void fill(struct placement *placement, const struct placing *placing)
{
	struct placement_filler filler;

	placement_filler_init(&filler, placement, placing);
	while (placement_filler_step(&filler, 1))
		continue;
	placement_filler_release(&filler);
}

static const char *const role_names[] = {
	[PLACED_HEAD] = "head",           [PLACED_BYLINE] = "byline",
	[PLACED_SALUTATION] = "greeting", [PLACED_TEXT] = "text",
	[PLACED_SUBHEAD] = "subhead",     [PLACED_CLOSING] = "closing",
	[PLACED_SIGNATURE] = "signature", [PLACED_DATE] = "date",
	[PLACED_JUMP] = "jump",           [PLACED_QUOTE] = "quote",
	[PLACED_CAPTION] = "caption",     [PLACED_FURNITURE] = "furniture",
};

/* A line each: article, column, role, + where it begins, text; lines in the middle of
 * blocks are left out. */
static void add_lines(struct buf *out, const struct placement *placement)
{
	for (size_t i = 0; i < placement->line_count; i++) {
		const struct placement_line *line = &placement->lines[i];

		if (str_equal(line->text, STR("中间的一行")))
			continue;
		if (line->article == NPOS)
			buf_add_c(out, "-");
		else
			buf_addf(out, "%zu", line->article);
		if (line->column != NPOS)
			buf_addf(out, ".%zu", line->column);
		buf_addf(out, " %s%s ", role_names[line->role],
		         line->begins ? "+" : "");
		buf_add(out, line->text);
		buf_add_byte(out, '\n');
	}
}

static void expect(const char *notation, const char *want)
{
	struct placing_page page;
	struct placement placement;
	struct buf got;

	placing_page_init(&page, notation);
	assign_articles(&page.placing);
	attach_rest(&page.placing);
	placement_init(&placement);
	fill(&placement, &page.placing);
	buf_init(&got);
	add_lines(&got, &placement);
	assert_string_equal(got.ptr, want);
	buf_release(&got);
	placement_release(&placement);
	placing_page_release(&page);
}

static void an_article_has_its_parts_in_order(void **state)
{
	(void)state;
	expect("text 0 14 8 5 i 昨日下水/观者数千人\n"
	       "text 16 30 8 5 s 船长百余米/历时两年。\n"
	       "caption 0 14 30 1 图为新船\nquote 16 30 20 1 他说\n"
	       "head 0 30 1 3 新船下水\ndeck 0 14 5 1 本报记者 张三\n"
	       "head 16 30 26 1 （下转第3版）\n"
	       "furniture 0 30 -2 第1版\nfurniture 0 30 90 责任编辑：李四",
	       "- furniture+ 第1版\n"
	       "0 head+ 新船下水\n"
	       "0 byline+ 本报记者 张三\n"
	       "0.0 text+ 昨日下水\n"
	       "0.0 text 观者数千人\n"
	       "0.1 text 船长百余米\n"
	       "0.1 text 历时两年。\n"
	       "0 quote+ 他说\n"
	       "0 caption+ 图为新船\n"
	       "0 jump+ （下转第3版）\n"
	       "- furniture+ 责任编辑：李四\n");
}

#define LONG                                                                                                 \
 "新船昨日在东门码头下水观者数千人船长百余米工程历时两年而成其间停工三次" \
 "复工三次终于在入冬以前赶在河水结冰之前下水试航一周随后交付航运公司使用"

/* A long line in bold, as large as text, is a headline if there is none that is larger;
 * else the first paragraph. */
static void bold_type_is_a_headline_where_none_is_larger(void **state)
{
	(void)state;
	expect("head 0 70 0 1 " LONG "\ntext 0 70 3 2 is 昨日/历时两年。",
	       "0 head+ " LONG "\n0.0 text+ 昨日\n0.0 text 历时两年。\n");
	expect("head 0 70 0 3 新船\ndeck 0 70 4 1 " LONG
	       "\ntext 0 70 6 2 is 昨日/历时两年。",
	       "0 head+ 新船\n0 text+ " LONG
	       "\n0.0 text+ 昨日\n0.0 text 历时两年。\n");
}

static void a_jump_in_the_last_line_is_one_of_its_own(void **state)
{
	(void)state;
	expect("head 0 14 0 3 新船下水\n"
	       "text 0 14 5 3 i 昨日下水/观者数千（下转第3版）",
	       "0 head+ 新船下水\n"
	       "0.0 text+ 昨日下水\n"
	       "0.0 text 观者数千\n"
	       "0.0 jump+ （下转第3版）\n");
}

static void a_subhead_heads_a_text_without_a_head(void **state)
{
	(void)state;
	expect("sub 0 14 0 一家小店\nmore 0 14 2 3 is 昨日开张/人山人海。\n"
	       "below 0 14 8 又一家\nmore 0 14 10 3 is 也开张了/到此为止。",
	       "0.0 head+ 一家小店\n"
	       "0.0 text+ 昨日开张\n"
	       "0.0 text 人山人海。\n"
	       "0.0 subhead+ 又一家\n"
	       "0.0 text+ 也开张了\n"
	       "0.0 text 到此为止。\n");
}

static void a_letter_has_a_greeting(void **state)
{
	(void)state;
	expect("head 0 14 0 3 来信\ntext 0 14 5 1 s 各位邻居：/\n"
	       "more 0 14 6.5 3 is 昨日停电/到此为止。",
	       "0 head+ 来信\n"
	       "0.0 greeting+ 各位邻居：\n"
	       "0.0 text+ 昨日停电\n"
	       "0.0 text 到此为止。\n");
}

static void small_type_beside_text_is_a_byline_or_text(void **state)
{
	(void)state;
	expect("head 0 14 0 3 新船下水\ntext 0 14 5 2 is 昨日下水/到此为止。\n"
	       "head 0 14 12 1 张三\n"
	       "head 0 14 20 1 "
	       "本文原载于去年的旧报纸上，由读者来信提供，编者略有删节，"
	       "又改正了几处错字",
	       "0 head+ 新船下水\n"
	       "0.0 text+ 昨日下水\n"
	       "0.0 text 到此为止。\n"
	       "0 text+ "
	       "本文原载于去年的旧报纸上，由读者来信提供，编者略有删节，"
	       "又改正了几处错字\n"
	       "0 byline+ 张三\n");
}

static void what_no_article_has_is_furniture(void **state)
{
	(void)state;
	expect("caption 0 14 5 1 图为新船", "- furniture+ 图为新船\n");
}

static void marks_are_in_points_of_the_page(void **state)
{
	struct placing_page page;
	struct placement placement;

	(void)state;
	placing_page_init(&page, "vertical\nrule 10 5 20\nbox 1 2 3 4");
	placement_init(&placement);
	fill(&placement, &page.placing);
	assert_int_equal(placement.mark_count, 2);
	assert_true(placement.marks[0].left_pt == 900 &&
	            placement.marks[0].top_pt == 50 &&
	            placement.marks[0].width_pt == 0 &&
	            placement.marks[0].height_pt == 150);
	assert_int_equal(placement.marks[1].kind, MARK_BOX);
	assert_true(placement.marks[1].left_pt == 960 &&
	            placement.marks[1].top_pt == 10 &&
	            placement.marks[1].width_pt == 10 &&
	            placement.marks[1].height_pt == 10);
	placement_release(&placement);
	placing_page_release(&page);
}

static void run_in_jumps_stand_at_the_end(void **state)
{
	(void)state;
	assert_int_equal(run_in_jump_at(STR("很长（下转第3版）")), 6);
	assert_int_equal(run_in_jump_at(STR("（下转第3版）")), 0);
	assert_int_equal(run_in_jump_at(STR("（下转第3版）又有很长一段文字")),
	                 NPOS);
	assert_int_equal(run_in_jump_at(STR("很长（张三）")), NPOS);
	assert_int_equal(run_in_jump_at(STR("")), NPOS);
	assert_int_equal(run_in_jump_at(STR("It is long (See Page 3)")), 11);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_article_has_its_parts_in_order),
		cmocka_unit_test(bold_type_is_a_headline_where_none_is_larger),
		cmocka_unit_test(a_jump_in_the_last_line_is_one_of_its_own),
		cmocka_unit_test(a_subhead_heads_a_text_without_a_head),
		cmocka_unit_test(a_letter_has_a_greeting),
		cmocka_unit_test(small_type_beside_text_is_a_byline_or_text),
		cmocka_unit_test(what_no_article_has_is_furniture),
		cmocka_unit_test(marks_are_in_points_of_the_page),
		cmocka_unit_test(run_in_jumps_stand_at_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
