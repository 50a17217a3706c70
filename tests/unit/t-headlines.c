/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/headlines.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "load/lines/printed_line.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Adds "role: line/line" for each headline. */
static void add_headlines(struct buf *out, const struct headlines *headlines,
                          const struct printed_lines *lines)
{
	for (size_t i = 0; i < headlines->count; i++) {
		const struct headline *line = &headlines->items[i];

		buf_addf(out, "%s%s:", i ? " " : "", role_name(line->role));
		for (size_t l = 0; l < line->lines.count; l++) {
			buf_add_c(out, l ? "/" : " ");
			buf_add(out, lines->items[line->lines.items[l]].text);
		}
	}
}

/* The headlines of a page whose lines are heads, but the last, a text. */
static void read_heads(struct buf *out, const char *page, bool upwards)
{
	struct issue *issue = fixture_lines(page);
	struct printed_lines lines;
	struct headlines headlines;
	struct labelled *labels;
	struct list heads = { 0 };
	struct units units;
	struct flow flow;

	printed_lines_init(&lines, issue, 0);
	printed_lines_measure(&lines);
	flow_init(&flow, &lines);
	labels = mem_alloc(flow.count * sizeof *labels);
	for (size_t i = 0; i < flow.count; i++)
		labels[i].label =
			i + 1 < flow.count ? LABEL_HEAD : LABEL_SINGLE;
	units_init(&units, &lines, &flow, labels);
	for (size_t i = 0; i + 1 < units.count; i++)
		list_add(&heads, i);
	headlines_init(&headlines, &units, &heads, upwards);
	add_headlines(out, &headlines, &lines);
	headlines_release(&headlines);
	free(heads.items);
	units_release(&units);
	free(labels);
	flow_release(&flow);
	printed_lines_release(&lines);
	issue_free(issue);
}

static void lines_become_headlines(void **state)
{
	static const struct {
		const char *page, *want;
		bool upwards;
	} cases[] = {
		{ "城南渡口换上新船\n渡口换船。", "head: 城南渡口换上新船",
		  false },
		/* one head in two lines */
		{ "石桥镇的居民捐书办起\n了一间小小的图书室啊\n图书室开门。",
		  "head: 石桥镇的居民捐书办起/了一间小小的图书室啊", false },
		{ "致全镇居民\n和船工的一封公开信\n祝好。",
		  "head: 致全镇居民/和船工的一封公开信", false },
		{ "今年的水\n位牌立在渡口的南岸\n岸边立了水位牌。",
		  "head: 今年的水/位牌立在渡口的南岸", false },
		/* roles by length */
		{ "邻里一条心\n石桥镇居民捐书办起图书室\n图书室开门。",
		  "kicker: 邻里一条心 head: 石桥镇居民捐书办起图书室", false },
		{ "石桥镇居民捐书办起图书室\n三千册不花钱\n图书室开门。",
		  "head: 石桥镇居民捐书办起图书室 deck: 三千册不花钱", false },
		{ "邻里一条心\n石桥镇居民捐书办起图书室\n三千册不花钱\n图书室开门。",
		  "kicker: 邻里一条心 head: 石桥镇居民捐书办起图书室 "
		  "deck: 三千册不花钱",
		  false },
		/* behind the text the short line may be the kicker */
		{ "石桥镇居民捐书办起图书室\n邻里一条心\n图书室开门。",
		  "head: 石桥镇居民捐书办起图书室 kicker: 邻里一条心", true },
		{ "图书室开门。", "", false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf got;

		buf_init(&got);
		read_heads(&got, cases[i].page, cases[i].upwards);
		if (!str_equal(buf_str(&got), str_from(cases[i].want)))
			fail_msg("%s\n%s", cases[i].page, got.ptr);
		buf_release(&got);
	}
}

/* The roles of headlines of these sizes of type, in order. */
static void expect_by_size(const double *sizes_pt, size_t count,
                           const char *want)
{
	struct issue *issue = fixture_lines("一\n二\n三\n四\n");
	struct headlines headlines;
	struct printed_lines lines;
	struct units units = { 0 };
	struct list heads = { 0 };
	struct buf got;

	printed_lines_init(&lines, issue, 0);
	for (size_t i = 0; i < count; i++) {
		struct unit *unit = units_add(&units);

		unit->em_pt = sizes_pt[i];
		unit->width_em = 10;
		list_add(&unit->lines, i);
		list_add(&heads, i);
	}
	headlines_init(&headlines, &units, &heads, false);
	buf_init(&got);
	add_headlines(&got, &headlines, &lines);
	assert_string_equal(got.ptr, want);
	buf_release(&got);
	headlines_release(&headlines);
	free(heads.items);
	units_release(&units);
	printed_lines_release(&lines);
	issue_free(issue);
}

static void sizes_of_type_tell_the_roles(void **state)
{
	(void)state;
	expect_by_size((const double[]){ 14, 30, 16 }, 3,
	               "kicker: 一 head: 二 deck: 三");
	expect_by_size((const double[]){ 30, 29, 16, 14 }, 4,
	               "head: 一 head: 二 deck: 三 deck: 四");
	expect_by_size((const double[]){ 30 }, 1, "head: 一");
	expect_by_size((const double[]){ 14, 16, 30 }, 3,
	               "kicker: 一 kicker: 二 head: 三");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_become_headlines),
		cmocka_unit_test(sizes_of_type_tell_the_roles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
