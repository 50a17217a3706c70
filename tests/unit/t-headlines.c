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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_become_headlines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
