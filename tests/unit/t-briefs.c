/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/briefs.h"

#include "../lib/unit_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* Which units of a page begin a story, as 1 and 0. */
static void assert_begins(const char *notation, const char *want)
{
	struct unit_page page;
	struct buf got;

	unit_page_init(&page, notation);
	briefs_find(&page.units);
	buf_init(&got);
	for (size_t i = 0; i < page.units.count; i++)
		buf_addf(&got, "%d", page.units.items[i].run_in);
	unit_page_expect(notation, &got, want);
	buf_release(&got);
	unit_page_release(&page);
}

static void signed_paragraphs_behind_bullets_are_briefs(void **state)
{
	(void)state;
	assert_begins("H 渡口换船\n"
	              "P 城南的渡口上个月换了新船。\n"
	              "P ◘粮市昨日到船二十一只。（老圃）\n"
	              "P ◘茶园请了一位说书先生。\n"
	              "P ◘电车公司添购新车六辆、（小鱼）\n",
	              "00111");
}

static void items_of_lists_are_none(void **state)
{
	(void)state;
	assert_begins("H 渡口换船\n"
	              "P ■粮市昨日到船二十一只。\n"
	              "P ■茶园请了一位说书先生。（老圃）\n"
	              "P ■电车公司添购新车六辆。\n",
	              "0000");
}

/* One signature does not speak for many bullets. */
static void few_signatures_are_not_enough(void **state)
{
	(void)state;
	assert_begins("P ●一只。（甲乙）\n"
	              "P ●两只。（丙丁）\n"
	              "P ●三只。\nP ●四只。\nP ●五只。\nP ●六只。\n"
	              "P ●七只。\nP ●八只。\nP ●九只。\n",
	              "000000000");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signed_paragraphs_behind_bullets_are_briefs),
		cmocka_unit_test(items_of_lists_are_none),
		cmocka_unit_test(few_signatures_are_not_enough),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
