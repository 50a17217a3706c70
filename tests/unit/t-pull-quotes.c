/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/aside/pull_quotes.h"

#include "../lib/asides.h"
#include "../lib/dump.h"
#include "../lib/fixture.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Of a text in six lines; what is quoted stands in the middle of lines. */
#define TEXT                                                                   \
 "渡口两岸的石阶也重新铺过，雨\n"                                \
 "天不再打滑。岸边立了水位牌，水\n"                             \
 "涨到红线就停航。船工老周说，过\n"                             \
 "去赶集的日子要跑七趟，如今三趟\n"                             \
 "就够了，中午还能回家吃饭，下午\n"                             \
 "再接着开船，天黑以前收工。\n"
#define HEAD "城南渡口换上新船\n\n"

static void find(struct printed_lines *lines, const struct issue *issue)
{
	pull_quotes_find(lines, issue, NULL, 0);
}

static void quotes_are_found(void **state)
{
	static const struct asides_case cases[] = {
		/* behind the text */
		{ TEXT "\n岸边立了水位牌\n，水涨到红线就\n停航。\n",
		  "......QQQ" },
		/* before it */
		{ "岸边立了水位牌\n，水涨到红线就\n停航。\n\n" TEXT,
		  "QQQ......" },
		/* with a quotation's marks */
		{ TEXT "\n“岸边立了水位牌\n，水涨到红线就\n停航。”\n",
		  "......QQQ" },
		/* without its last mark */
		{ TEXT "\n岸边立了水位牌\n，水涨到红线就\n停航\n",
		  "......QQQ" },
		/* in one line */
		{ TEXT "\n岸边立了水位牌，水涨到红线就停航。\n", "......Q" },
		/* with a character lost */
		{ TEXT "\n岸边立了水位牌\n，涨到红线就停\n航。\n",
		  "......QQQ" },
		/* with a character read wrong */
		{ TEXT "\n岸边立了水位牌\n，水涨到江线就\n停航。\n",
		  "......QQQ" },
		/* with a character lost in the text */
		{ TEXT "\n岸边立了水位好\n牌，水涨到红线\n就停航。\n",
		  "......QQQ" },
		/* and what is none */
		/* too short */
		{ TEXT "\n就停航。\n", "......." },
		/* no mark in it */
		{ TEXT "\n岸边立了水\n位牌\n", "........" },
		/* other words behind */
		{ TEXT "\n岸边立了水位牌\n，水涨过红线人\n们照样开船。\n",
		  "........." },
		/* too much that is wrong */
		{ TEXT "\n岸上立着水尺牌\n，水升过红线便\n停航。\n",
		  "........." },
		/* a text that fills its lines twice */
		{ TEXT "\n" TEXT, "............" },
		/* a repeated head */
		{ HEAD TEXT "\n" HEAD TEXT, ".............." },
		/* nothing */
		{ "", "" },
	};

	(void)state;
	asides_check(cases, ARRAY_LEN(cases), find);
}

/* The source is on a page that the caller names, or it is none. */
static void related_pages_are_quoted(void **state)
{
	static const size_t others[] = { 1 };
	struct issue *issue = fixture_lines("岸边立了水位牌\n，水涨到红线就\n"
	                                    "停航。\n\f" TEXT);

	(void)state;
	for (size_t count = 0; count <= 1; count++) {
		struct printed_lines lines;
		struct buf got;

		buf_init(&got);
		printed_lines_init(&lines, issue, 0);
		pull_quotes_find(&lines, issue, others, count);
		dump_asides(&got, &lines);
		assert_string_equal(got.ptr, count ? "QQQ" : "...");
		buf_release(&got);
		printed_lines_release(&lines);
	}
	issue_free(issue);
}

/* Lines of one quote are one group; of two, two. */
static void a_quote_is_a_group(void **state)
{
	struct issue *issue = fixture_lines(
		TEXT "\n岸边立了水位牌\n，水涨到红线就\n停航。\n\n"
		     "过去赶集的日子\n要跑七趟，如今\n三趟就够了，\n");
	struct printed_lines lines;

	(void)state;
	printed_lines_init(&lines, issue, 0);
	pull_quotes_find(&lines, issue, NULL, 0);
	assert_int_equal(lines.count, 12);
	assert_int_equal(lines.items[6].group, lines.items[8].group);
	assert_int_equal(lines.items[9].group, lines.items[11].group);
	assert_int_not_equal(lines.items[6].group, lines.items[9].group);
	printed_lines_release(&lines);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotes_are_found),
		cmocka_unit_test(related_pages_are_quoted),
		cmocka_unit_test(a_quote_is_a_group),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
