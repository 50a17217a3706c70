/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/column_width.h"

#include "../lib/fixture.h"
#include "../lib/labelled_page.h"
#include "base/mem.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Paragraphs of which each has several lines at 8 to 20 em. */
#define SHIP                                                                                                       \
 "¶城南的渡口上个月换了新船，一次能坐四十个人。船工老周说，过去赶集的日子"     \
 "要跑七趟，如今三趟就够了，中午还能回家吃饭。渡口两岸的石阶也重新铺过，雨天" \
 "不再打滑，水退了再开，谁来说情也没有用。\n"
#define BOOKS                                                                                                      \
 "¶石桥镇的图书室昨天开门，三千册书都是居民自己捐的。管书的两位老师每天下"     \
 "午来，周末也不休息，孩子们放学以后就有了去处，听书的屋子在一楼，门口不设台" \
 "阶，轮椅可以直接推进去，桌子也比别处低一些。\n"

static void find_widths(struct column_widths *widths, const char *text)
{
	struct flow_page page;

	flow_page_init(&page, fixture_lines(text));
	*widths = page.widths;
	flow_page_release(&page);
}

/* Widths are found to half an em. */
static bool is_near(double em, size_t set_em)
{
	return fabs(em - (double)set_em) <= .5;
}

static bool has_width(const struct column_widths *widths, size_t em)
{
	for (size_t i = 0; i < widths->count; i++)
		if (is_near(widths->items[i].em, em))
			return true;
	return false;
}

/* `rows` lines of a text of ideographs set to `em`, a mark here and there. */
static char *column_of(size_t em, size_t rows)
{
	struct buf text;

	buf_init(&text);
	for (size_t i = 0; i < em * rows; i++) {
		/* A mark never stands first or last. */
		bool mark = i * 7919 % 101 < 4 && i % em && i % em != em - 1;

		buf_add_c(&text, mark ? "，" : "报");
		if (i % em == em - 1)
			buf_add_byte(&text, '\n');
	}
	return buf_steal(&text);
}

/* Lines that all are as wide as their column are full in it. */
static void full_lines_show_their_column(void **state)
{
	(void)state;
	for (size_t em = 8; em <= 30; em++) {
		char *text = column_of(em, 12);
		struct flow_page page;

		flow_page_init(&page, fixture_lines(text));
		if (!is_near(page.widths.items[0].em, em))
			fail_msg("%zu em taken for %g", em,
			         page.widths.items[0].em);
		for (size_t i = 0; i + 1 < page.flow.count; i++)
			if (!line_is_full(page.flow.items[i], (double)em))
				fail_msg("line %zu is not full at %zu em", i,
				         em);
		flow_page_release(&page);
		free(text);
	}
}

static void a_column_is_found_at_any_width(void **state)
{
	(void)state;
	for (size_t em = 8; em <= 20; em++) {
		struct column_widths widths;
		struct buf set;

		buf_init(&set);
		fixture_set(&set, SHIP BOOKS, em);
		find_widths(&widths, set.ptr);
		if (!is_near(widths.items[0].em, em))
			fail_msg("set to %zu em, found %g em (%zu widths)", em,
			         widths.items[0].em, widths.count);
		buf_release(&set);
	}
}

static void a_page_may_have_several_columns(void **state)
{
	struct column_widths widths;
	struct buf set;

	(void)state;
	buf_init(&set);
	fixture_set(&set, SHIP BOOKS SHIP BOOKS, 12);
	fixture_set(&set, SHIP BOOKS, 18);
	find_widths(&widths, set.ptr);
	if (!has_width(&widths, 12) || !has_width(&widths, 18))
		fail_msg("of 12 and 18 em, %g em was found first, of %zu in "
		         "all",
		         widths.items[0].em, widths.count);
	/* More lines are of 12 em. */
	assert_true(is_near(widths.items[0].em, 12));
	assert_true(widths.items[0].support > 0);
	buf_release(&set);
}

/* Of two widths half an em apart, the one with less support is dropped. */
static void weaker_neighbours_are_dropped(void **state)
{
	struct column_widths widths;
	struct buf set;

	(void)state;
	for (size_t em = 8; em <= 20; em++) {
		buf_init(&set);
		fixture_set(&set, SHIP BOOKS, em);
		find_widths(&widths, set.ptr);
		for (size_t i = 1; i < widths.count; i++)
			for (size_t k = 0; k < i; k++) {
				const struct column_width *weak =
					&widths.items[i];
				const struct column_width *strong =
					&widths.items[k];

				if (weak->support > strong->support)
					fail_msg("%g em with %zu lines stands "
					         "behind %g em with %zu",
					         weak->em, weak->support,
					         strong->em, strong->support);
				if (fabs(weak->em - strong->em) <= .5 &&
				    weak->support < strong->support)
					fail_msg("%g em with %zu lines stands "
					         "beside %g em with %zu",
					         weak->em, weak->support,
					         strong->em, strong->support);
			}
		buf_release(&set);
	}
}

/* Each paragraph on a line: none of them fills the width that is found. */
static void unbroken_paragraphs_have_a_width(void **state)
{
	struct flow_page page;
	bool fits = false;

	(void)state;
	flow_page_init(
		&page,
		fixture_lines("石桥镇的图书室昨天开门，三千册书都是居民自己捐的"
	                      "，管书的两位老师每天下午来，周末也不休息，孩子们"
	                      "放学以后就有了去处，听书的屋子在一楼。\n"
	                      "渡口两岸的石阶也重新铺过，雨天不再打滑，水退了再"
	                      "开，谁来说情也没有用，船工老周这样说，大家都记住"
	                      "了，岸边立了水位牌，水涨到红线就停航，备用的电源"
	                      "也试过了。\n"));
	for (size_t i = 0; i < page.flow.count; i++) {
		const struct printed_line *line = page.flow.items[i];

		fits = false;
		for (size_t k = 0; k < page.widths.count; k++)
			fits = fits ||
			       (line_overflow_em(
					line, page.widths.items[k].em) == 0 &&
			        !line_is_full(line, page.widths.items[k].em));
		if (!fits)
			fail_msg("line %zu of %g em is full or too wide for "
			         "each of %zu widths",
			         i, line->hi_em, page.widths.count);
	}
	flow_page_release(&page);
}

/* A page of headlines, or of nothing, has no column, and gets a usual one. */
static void a_page_without_columns_has_a_width(void **state)
{
	static const char *const pages[] = {
		"", "报", "a\nb", "报\n\n\n栏", "城南渡口换上新船\n",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
		struct column_widths widths;

		find_widths(&widths, pages[i]);
		if (widths.count != 1 || widths.items[0].em != 20)
			fail_msg("'%s': %zu widths, %g em first", pages[i],
			         widths.count, widths.items[0].em);
	}
}

static void lines_are_measured_against_a_column(void **state)
{
	static const struct {
		double lo_em, hi_em, next_em;
		double overflow_em, slack_em, stretch_em;
		bool full;
	} cases[] = {
		{ 14, 14, 1, 0, 0, 0, true },
		{ 13.5, 14.5, 1, 0, 0, 0, true },
		{ 16, 16, 1, 1.75, 0, 0, false },
		/* the next ideograph would have gone into it */
		{ 12, 12, 1, 0, 1.01, 2, false },
		/* the next word would not */
		{ 12, 12, 3, 0, 0, 2, true },
		/* stretched by more than compositors do */
		{ 10, 10, 5, 0, 0, 4, false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct printed_line line = { .lo_em = cases[i].lo_em,
			                           .hi_em = cases[i].hi_em,
			                           .next_em =
			                                   cases[i].next_em };
		double overflow_em = line_overflow_em(&line, 14);
		double slack_em = line_slack_em(&line, 14);
		double stretch_em = line_stretch_em(&line, 14);

		if (fabs(overflow_em - cases[i].overflow_em) > 1e-9 ||
		    fabs(slack_em - cases[i].slack_em) > 1e-9 ||
		    fabs(stretch_em - cases[i].stretch_em) > 1e-9 ||
		    line_is_full(&line, 14) != cases[i].full)
			fail_msg("case %zu: overflow %g, slack %g, stretch %g, "
			         "%s",
			         i, overflow_em, slack_em, stretch_em,
			         line_is_full(&line, 14) ? "full" : "not full");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(full_lines_show_their_column),
		cmocka_unit_test(a_column_is_found_at_any_width),
		cmocka_unit_test(a_page_may_have_several_columns),
		cmocka_unit_test(weaker_neighbours_are_dropped),
		cmocka_unit_test(unbroken_paragraphs_have_a_width),
		cmocka_unit_test(a_page_without_columns_has_a_width),
		cmocka_unit_test(lines_are_measured_against_a_column),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
