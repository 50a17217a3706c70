/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/aside/captions.h"

#include "../lib/asides.h"
#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define TEXT                                                                   \
 "渡口两岸的石阶也重新铺过，雨\n天不再打滑。岸边立了水位牌，水\n涨到红线就停航。\n"

static void find(struct printed_lines *lines, const struct issue *issue)
{
	(void)issue;
	captions_find(lines);
}

static void captions_are_set_aside(void **state)
{
	static const struct asides_case cases[] = {
		{ TEXT "\n图为乘客在新船上。 钱七 摄\n", "...C" },
		{ TEXT "\n▲图为乘客在新船上，\n船工老周在收缆绳。\n", "...CC" },
		{ TEXT "\n昨天，乘客登上新船。\n钱七 摄\n\n" TEXT, "...CC..." },
		{ "图①：新船；图②：旧船。\n\n" TEXT, "C..." },
		{ TEXT "\n上圖為渡口的新船\n錢七攝\n\n" TEXT, "...CC..." },
		{ TEXT "\n乘客登上新船。新华社记者 钱七\n摄\n\n" TEXT,
		  "...CC..." },
		/* not: a text that speaks of pictures, a word that ends alike */
		{ "他看图为生，一看就是三十年。\n" TEXT, "...." },
		{ TEXT "船工老周说，这张照片由他拍摄。\n", "...." },
		{ TEXT, "..." },
		{ "", "" },
	};

	(void)state;
	asides_check(cases, ARRAY_LEN(cases), find);
}

/* Two captions in a row are two units. */
static void a_caption_is_a_group(void **state)
{
	struct issue *issue = fixture_lines(
		"图为新船靠岸，\n老周在收缆绳。\n\n图为旧船。 钱七 摄\n");
	struct printed_lines lines;

	(void)state;
	printed_lines_init(&lines, issue, 0);
	captions_find(&lines);
	assert_int_equal(lines.count, 3);
	assert_int_equal(lines.items[0].group, lines.items[1].group);
	assert_int_not_equal(lines.items[1].group, lines.items[2].group);
	printed_lines_release(&lines);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(captions_are_set_aside),
		cmocka_unit_test(a_caption_is_a_group),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
