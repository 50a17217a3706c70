/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/column_ends.h"

#include "../lib/placing_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* What it costs that the second column goes on from the first. */
static float flow(const char *notation)
{
	struct placing_page page;
	struct column_end *ends;
	float cost;

	placing_page_init(&page, notation);
	ends = column_ends(&page.placing);
	cost = column_ends_flow(&page.placing, ends, 0, 1);
	free(ends);
	placing_page_release(&page);
	return cost;
}

static float last(const char *notation)
{
	struct placing_page page;
	struct column_end *ends;
	float cost;

	placing_page_init(&page, notation);
	ends = column_ends(&page.placing);
	cost = column_ends_last(ends, 0);
	free(ends);
	placing_page_release(&page);
	return cost;
}

#define OPEN    "text 0 14 0 5 i 一/观者数千人\n"
#define SHORT   "text 0 14 0 5 is 一/观者数千人\n"
#define ENDED   "text 0 14 0 5 i 一/观者数千。\n"
#define OVER    "text 0 14 0 5 is 一/观者数千。\n"
#define GOES_ON "text 16 30 0 5 - 二/三\n"
#define BEGINS  "text 16 30 0 5 i 二/三\n"

static void an_open_text_goes_on_flush(void **state)
{
	(void)state;
	assert_true(flow(OPEN GOES_ON) == 0);
	assert_true(flow(OPEN BEGINS) > 3);
	assert_true(flow(SHORT GOES_ON) > 1);
	assert_true(flow("text 0 14 0 5 i 一/他说：\n" BEGINS) < 1);
}

static void a_text_that_is_over_begins_anew(void **state)
{
	(void)state;
	assert_true(flow(OVER BEGINS) == 0);
	assert_true(flow(OVER GOES_ON) > 2);
	assert_true(flow(ENDED GOES_ON) > 0 && flow(ENDED GOES_ON) < 1);
	assert_true(flow(ENDED BEGINS) < flow(ENDED GOES_ON));
}

static void without_indents_beginnings_say_nothing(void **state)
{
	(void)state;
	assert_true(flow("plain\n" OPEN GOES_ON) == 0);
	assert_true(flow("plain\n" OVER GOES_ON) < 1);
	assert_true(flow("plain\n" SHORT GOES_ON) > 1);
	assert_true(flow("plain\ntext 0 14 0 5 ls a/b\n" GOES_ON) < 1);
}

static void subheads_begin_and_end_columns(void **state)
{
	(void)state;
	assert_true(flow(OVER "sub 16 30 0 夜市\nmore 16 30 2 4 i 二/三\n") ==
	            0);
	assert_true(flow(OPEN "sub 16 30 0 夜市\nmore 16 30 2 4 - 二/三\n") >
	            3);
	assert_true(flow(OPEN "below 0 14 9 夜市\n" BEGINS) == 0);
	assert_true(flow(OPEN "below 0 14 9 夜市\n" GOES_ON) > 1);
}

static void the_last_column_ends(void **state)
{
	(void)state;
	assert_true(last(OVER) == 0);
	assert_true(last(OPEN) > 2);
	assert_true(last(SHORT) > 0 && last(SHORT) < last(OPEN));
	assert_true(last("text 0 14 0 5 i 一/观者（下转第3版）") == 0);
	assert_true(last("text 0 14 0 5 i 一/观者（约千人）") > 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_open_text_goes_on_flush),
		cmocka_unit_test(a_text_that_is_over_begins_anew),
		cmocka_unit_test(without_indents_beginnings_say_nothing),
		cmocka_unit_test(subheads_begin_and_end_columns),
		cmocka_unit_test(the_last_column_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
