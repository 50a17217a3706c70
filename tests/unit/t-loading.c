/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/test_reader.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "search/index.h"
#include "ui/loading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void the_first_screen_is_there_first(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	assert_true(reader.session.issue->pages_read < 10);
	test_reader_says(&reader, 0, "page 1/300+  article 1/");
	test_reader_says(&reader, 3, "第1页的题目");
	test_reader_foot_says(&reader, "% read");
	test_reader_work(&reader, TEST_READER_PAGES / 2);
	test_reader_foot_says(&reader, "5");
	test_reader_finish(&reader);
	test_reader_says(&reader, 0, "page 1/300  article 1/300");
	assert_int_equal(test_reader_page(&reader), 1);
	test_reader_close(&reader);
}

/* One reads on while it is loaded, as far as one likes. */
static void what_comes_next_is_loaded_at_once(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	for (int i = 1; i < 50; i++)
		test_reader_type(&reader, "]");
	assert_int_equal(test_reader_page(&reader), 50);
	assert_int_equal(reader.session.issue->pages_read, 50);
	for (int i = 0; i < 10; i++)
		test_reader_type(&reader, ">");
	assert_int_equal(test_reader_page(&reader), 60);
	test_reader_type(&reader, "t  ");
	assert_true(test_reader_page(&reader) > 60);
	assert_true(loading_has_work(&reader.app));
	test_reader_close(&reader);
}

static void a_search_waits_for_all(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	test_reader_search_sign(&reader);
	test_reader_foot_says(&reader, "----] ");
	test_reader_foot_says(&reader, "% read; Esc stops");
	test_reader_work(&reader, TEST_READER_PAGES / 2);
	test_reader_foot_says(&reader, "[#####");
	test_reader_finish(&reader);
	assert_int_equal(test_reader_page(&reader), 100);
	assert_int_equal(reader.app.document->reading.hits.count, 3);
	test_reader_says(&reader, 0, "1/3 ");
	test_reader_close(&reader);
}

/* A search of a large issue does not begin with folding all of it. */
static void what_is_loaded_is_folded(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	assert_int_equal(
		search_index_follow(reader.app.document->reading.index), 0);
	test_reader_work(&reader, TEST_READER_PAGES / 2);
	assert_int_equal(
		search_index_follow(reader.app.document->reading.index), 0);
	test_reader_finish(&reader);
	assert_int_equal(
		search_index_follow(reader.app.document->reading.index), 0);
	test_reader_close(&reader);
}

/* What comes is looked at while it comes. */
static void a_filtered_list_grows(void **state)
{
	struct test_reader reader;
	const struct filter *filter;

	(void)state;
	test_reader_open(&reader);
	filter = &reader.app.document->list_filter;
	test_reader_type(&reader, "t/30");
	assert_int_equal(filter_count(filter), 0);
	test_reader_foot_says(&reader, "0/");
	test_reader_foot_says(&reader, "+");
	test_reader_work(&reader, 250);
	assert_int_equal(filter_count(filter), 3); /* 30 130 230 */
	assert_int_equal(test_reader_page(&reader), 30);
	test_reader_finish(&reader);
	assert_int_equal(filter_count(filter), 4);
	test_reader_foot_says(&reader, "4/300");
	test_reader_type(&reader, "x");
	test_reader_says(&reader, TEST_READER_ROWS / 2 - 1,
	                 "No headline matches");
	test_reader_press(&reader, PRESS_ESC);
	assert_int_equal(test_reader_page(&reader), 1);
	test_reader_close(&reader);
}

static void the_last_of_a_filtered_list_waits(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	test_reader_type(&reader, "t/30");
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_type(&reader, "G");
	test_reader_foot_says(&reader, "Esc stops");
	test_reader_finish(&reader);
	assert_int_equal(test_reader_page(&reader), 300);
	test_reader_close(&reader);
}

static void esc_stops_the_waiting(void **state)
{
	static const uint32_t keys[] = { PRESS_ESC, 'q' };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct test_reader reader;

		test_reader_open(&reader);
		test_reader_search_sign(&reader);
		test_reader_work(&reader, 20);
		test_reader_type(&reader, "jt]");
		test_reader_foot_says(&reader, "Esc stops");
		test_reader_press(&reader, keys[i]);
		test_reader_foot_says(&reader, "Stopped; pages read so far: 2");
		assert_int_equal(test_reader_page(&reader), 1);
		/* What was asked for can be asked for again. */
		test_reader_finish(&reader);
		assert_int_equal(test_reader_page(&reader), 1);
		test_reader_type(&reader, "n");
		assert_int_equal(test_reader_page(&reader), 100);
		test_reader_close(&reader);
	}
}

/* Of a part that has hits the rest is searched when it is there. */
static void a_hit_that_is_there_is_shown_at_once(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	test_reader_work(&reader, 150);
	test_reader_search_sign(&reader);
	assert_int_equal(test_reader_page(&reader), 100);
	test_reader_says(&reader, 0, "1/1+");
	test_reader_type(&reader, "n");
	test_reader_foot_says(&reader, "Esc stops");
	test_reader_finish(&reader);
	assert_int_equal(test_reader_page(&reader), 200);
	test_reader_says(&reader, 0, "2/3 ");
	test_reader_close(&reader);
}

static void the_end_of_the_list_waits(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	test_reader_type(&reader, "tG");
	test_reader_foot_says(&reader, "Esc stops");
	test_reader_finish(&reader);
	assert_int_equal(test_reader_page(&reader), TEST_READER_PAGES);
	test_reader_close(&reader);
}

static void an_article_is_waited_for(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	test_reader_type(&reader, "120");
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_foot_says(&reader, "Esc stops");
	test_reader_work(&reader, 200);
	assert_int_equal(test_reader_page(&reader), 120);
	assert_true(loading_has_work(&reader.app));
	test_reader_type(&reader, "999");
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_finish(&reader);
	test_reader_foot_says(&reader,
	                      "There is no article 999; they are 1 to 300");
	test_reader_close(&reader);
}

static void the_whole_issue_is_saved(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	test_reader_type(&reader, "S");
	assert_int_equal(reader.app.asking, ASK_FILE);
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_foot_says(&reader, "Esc stops");
	test_reader_finish(&reader);
	test_reader_foot_says(&reader, "Saved");
	test_reader_close(&reader);
	assert_int_equal(remove("pages.md"), 0);
}

/* What is read again is loaded as far as one was, and one stays there. */
static void it_is_read_again_while_it_loads(void **state)
{
	struct test_reader reader;
	struct place place;

	(void)state;
	test_reader_open(&reader);
	for (int i = 1; i < 50; i++)
		test_reader_type(&reader, "]");
	place = reader.app.document->reading.place;
	test_reader_type(&reader, "R");
	test_reader_foot_says(&reader, "Read again");
	assert_int_equal(test_reader_page(&reader), 50);
	assert_int_equal(reader.app.document->reading.place.passage,
	                 place.passage);
	assert_true(loading_has_work(&reader.app));
	test_reader_finish(&reader);
	assert_int_equal(reader.session.issue->pages_read, TEST_READER_PAGES);
	test_reader_search_sign(&reader);
	test_reader_finish(&reader);
	test_reader_type(&reader, "R");
	assert_int_equal(test_reader_page(&reader), 100);
	test_reader_finish(&reader);
	test_reader_type(&reader, "n");
	assert_int_equal(test_reader_page(&reader), 200);
	test_reader_close(&reader);
}

static void one_may_leave_while_it_loads(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	test_reader_search_sign(&reader);
	test_reader_type(&reader, "Q");
	assert_false(reader.app.running);
	test_reader_close(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_screen_is_there_first),
		cmocka_unit_test(what_comes_next_is_loaded_at_once),
		cmocka_unit_test(a_search_waits_for_all),
		cmocka_unit_test(what_is_loaded_is_folded),
		cmocka_unit_test(a_filtered_list_grows),
		cmocka_unit_test(the_last_of_a_filtered_list_waits),
		cmocka_unit_test(esc_stops_the_waiting),
		cmocka_unit_test(a_hit_that_is_there_is_shown_at_once),
		cmocka_unit_test(the_end_of_the_list_waits),
		cmocka_unit_test(an_article_is_waited_for),
		cmocka_unit_test(the_whole_issue_is_saved),
		cmocka_unit_test(it_is_read_again_while_it_loads),
		cmocka_unit_test(one_may_leave_while_it_loads),
	};

	return cmocka_run_group_tests(tests, test_reader_make_issue,
	                              test_reader_remove_issue) < 0;
}
