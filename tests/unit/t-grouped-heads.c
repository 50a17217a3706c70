/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/grouped_heads.h"

#include "../lib/unit_page.h"
#include "base/mem.h"
#include "load/segment/segment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* The stories of a page of which each text run is one, and has the heads above it. */
static void read_stories(struct stories *stories, struct unit_page *page,
                         const char *notation)
{
	struct gap_decision *decisions;
	size_t count;

	unit_page_init(page, notation);
	count = page->text_runs.count + 1;
	decisions = mem_alloc(count * sizeof *decisions);
	for (size_t gap = 0; gap < count; gap++)
		decisions[gap] =
			(struct gap_decision){ GAP_USE_BOUNDARY, 0, 0, 9, 9 };
	stories_init(stories, &page->units, &page->text_runs, decisions);
	free(decisions);
}

static void heads_go_to_the_texts_below(void **state)
{
#define SHIP  "P 本报讯 渡口今天换上新船，新船长十二米，居民都说渡口的新船好。\n"
#define FOOD  "P 本报讯 社区食堂昨天开张，老人来社区食堂吃饭，菜有三十个。\n"
#define AWARD "P 本报讯 全市昨天表彰先进，先进五十人上台，全市表彰会场很大。\n"
	static const struct {
		const char *page, *want; /* the heads of each story */
	} cases[] = {
		{ "H 渡口换上新船\n\nH 社区食堂开张\n\nH 全市表彰先进\n" SHIP
		          FOOD AWARD,
		  "渡口换上新船; 社区食堂开张; 全市表彰先进" },
		/* Two lines of one, and a byline. */
		{ "H 渡口换上新船\nH 居民说新船好\nB 记者 王五\nH 社区食堂开张\n" SHIP
		          FOOD,
		  "渡口换上新船/居民说新船好; 社区食堂开张" },
		/* A text that none of them is of stays without. */
		{ "H 渡口换上新船\n\nH 全市表彰先进\n" SHIP FOOD AWARD,
		  "渡口换上新船; -; 全市表彰先进" },
		/* All are of the first text, or another has its own. */
		{ "H 渡口换上新船\n\nH 居民说新船好\n" SHIP FOOD,
		  "渡口换上新船/居民说新船好; -" },
		{ "H 渡口换上新船\n\nH 社区食堂开张\n" SHIP "H 食堂\n" FOOD,
		  "渡口换上新船/社区食堂开张; 食堂" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct stories stories;
		struct unit_page page;
		struct buf got;

		buf_init(&got);
		read_stories(&stories, &page, cases[i].page);
		grouped_heads_distribute(&stories, &page.text_runs);
		for (size_t s = 0; s < stories.count; s++) {
			buf_add_c(&got, s ? "; " : "");
			unit_page_add_list(&got, &page,
			                   &stories.items[s].heads);
		}
		unit_page_expect(cases[i].page, &got, cases[i].want);
		stories_release(&stories);
		unit_page_release(&page);
		buf_release(&got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(heads_go_to_the_texts_below),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
