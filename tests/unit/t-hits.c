/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/test_reader.h"
#include "base/mem.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Of a list of hits whose search begins anew nothing moves, and all of it is saved. */
static void a_list_of_hits_is_whole(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open_searched(&reader);
	test_reader_type(&reader, "*G/题目");
	test_reader_press(&reader, PRESS_ENTER);
	assert_int_equal(test_reader_page(&reader), 300);
	test_reader_type(&reader, "//没");
	test_reader_press(&reader, PRESS_ESC);
	assert_non_null(reader.app.document->reading.search);
	app_work(&reader.app);
	assert_int_equal(test_reader_page(&reader), 300);
	test_reader_type(&reader, "s");
	test_reader_foot_says(&reader, "% searched; Esc stops");
	test_reader_finish(&reader);
	assert_int_equal(reader.app.asking, ASK_FILE);
	assert_int_equal(reader.app.document->saving.picks.count, 3);
	test_reader_press(&reader, PRESS_ESC);
	assert_int_equal(test_reader_page(&reader), 300);
	test_reader_says(&reader, 0, "3/3 ");
	test_reader_close(&reader);
}

/* What is there is listed; more is added below, and one stays where one is. */
static void a_list_of_hits_grows(void **state)
{
	struct test_reader reader;
	const struct filter *filter;

	(void)state;
	test_reader_open(&reader);
	filter = &reader.app.document->hits_filter;
	test_reader_work(&reader, 150);
	test_reader_search_sign(&reader);
	test_reader_type(&reader, "*");
	test_reader_says(&reader, 0, "p. 100/");
	test_reader_says(&reader, 0, "1/1+");
	assert_int_equal(filter_count(filter), 1);
	test_reader_finish(&reader);
	assert_int_equal(filter_count(filter), 3);
	test_reader_says(&reader, 0, "1/3 ");
	assert_int_equal(test_reader_page(&reader), 100);
	test_reader_type(&reader, "G");
	assert_int_equal(test_reader_page(&reader), 300);
	test_reader_close(&reader);
}

/* The hit that was chosen is chosen when all has been searched. */
static void a_hit_stays_chosen(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	test_reader_work(&reader, 250);
	test_reader_search_sign(&reader);
	test_reader_type(&reader, "n150");
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_type(&reader, "*");
	test_reader_says(&reader, 0, "2/2+");
	test_reader_type(&reader, "/记号");
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_finish(&reader);
	test_reader_says(&reader, 0, "2/3 ");
	assert_int_equal(test_reader_page(&reader), 150);
	test_reader_type(&reader, "j");
	assert_int_equal(test_reader_page(&reader), 300);
	test_reader_close(&reader);
}

/* While a list is filled again one moves from where one is. */
static void one_moves_in_a_list_that_is_filled_again(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open_searched(&reader);
	test_reader_type(&reader, "*G//没");
	test_reader_press(&reader, PRESS_ESC);
	while (reader.app.document->reading.hits.count < 2)
		app_work(&reader.app);
	test_reader_press(&reader, PRESS_DOWN);
	assert_true(test_reader_page(&reader) >= 200);
	test_reader_finish(&reader);
	test_reader_press(&reader, PRESS_DOWN);
	assert_int_equal(test_reader_page(&reader), 300);
	test_reader_close(&reader);
}

/* In the list of articles n and N go on; a filtered one does not hold them up. */
static void hits_are_gone_through_in_a_list(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	test_reader_finish(&reader);
	test_reader_search_sign(&reader);
	test_reader_type(&reader, "tn");
	assert_int_equal(test_reader_page(&reader), 200);
	assert_int_equal(app_view(&reader.app), VIEW_LIST);
	test_reader_type(&reader, "/第20");
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_type(&reader, "n");
	assert_int_equal(test_reader_page(&reader), 300);
	assert_int_equal(app_view(&reader.app), VIEW_PAGE);
	test_reader_type(&reader, "tNN");
	assert_int_equal(test_reader_page(&reader), 100);
	test_reader_close(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_of_hits_is_whole),
		cmocka_unit_test(a_list_of_hits_grows),
		cmocka_unit_test(a_hit_stays_chosen),
		cmocka_unit_test(one_moves_in_a_list_that_is_filled_again),
		cmocka_unit_test(hits_are_gone_through_in_a_list),
	};

	return cmocka_run_group_tests(tests, test_reader_make_issue,
	                              test_reader_remove_issue) < 0;
}
