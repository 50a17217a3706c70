/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/test_reader.h"
#include "base/mem.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void a_long_search_goes_on(void **state)
{
	struct test_reader reader;
	size_t drawn = 0;

	(void)state;
	test_reader_open_large(&reader);
	test_reader_type(&reader, "/记");
	test_reader_foot_says(&reader, "not found so far (");
	assert_int_equal(test_reader_page(&reader), 1);
	while (!reader.app.document->reading.hits.count)
		assert_true(loading_has_work(&reader.app) &&
		            (app_work(&reader.app), true));
	frame_draw(&reader.app, TEST_READER_ROWS, TEST_READER_COLS);
	assert_int_equal(test_reader_page(&reader), 100);
	test_reader_foot_says(&reader, "more than 1 hit (3");
	while (loading_has_work(&reader.app))
		drawn += app_work(&reader.app);
	frame_draw(&reader.app, TEST_READER_ROWS, TEST_READER_COLS);
	assert_true(drawn > 10 && drawn <= 100);
	test_reader_foot_says(&reader, "3 hits · 3 articles");
	/* The next key searches anew, from where one was. */
	test_reader_type(&reader, "号");
	test_reader_foot_says(&reader, "not found so far (");
	assert_int_equal(test_reader_page(&reader), 1);
	test_reader_press(&reader, PRESS_ESC);
	test_reader_finish(&reader);
	assert_int_equal(test_reader_page(&reader), 1);
	assert_int_equal(reader.app.document->reading.hits.count, 0);
	test_reader_close(&reader);
}

static void a_long_search_is_waited_for(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open_large(&reader);
	test_reader_search_sign(&reader);
	test_reader_foot_says(&reader, "----] ");
	test_reader_foot_says(&reader, "% searched; Esc stops");
	while (reader.app.then)
		app_work(&reader.app);
	frame_draw(&reader.app, TEST_READER_ROWS, TEST_READER_COLS);
	/* The first hit is enough for it. */
	assert_int_equal(test_reader_page(&reader), 100);
	test_reader_says(&reader, 0, "1/1+");
	assert_non_null(reader.app.document->reading.search);
	test_reader_type(&reader, "n");
	test_reader_foot_says(&reader, "% searched; Esc stops");
	while (reader.app.then)
		app_work(&reader.app);
	assert_int_equal(test_reader_page(&reader), 200);
	/* The last one is known when all are. */
	test_reader_type(&reader, "NN");
	test_reader_foot_says(&reader, "% searched; Esc stops");
	test_reader_finish(&reader);
	assert_int_equal(test_reader_page(&reader), 300);
	test_reader_says(&reader, 0, "3/3 ");
	test_reader_close(&reader);
}

/* What was not searched to the end is searched when it matters. */
static void a_long_search_is_left(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open_large(&reader);
	test_reader_search_sign(&reader);
	app_work(&reader.app);
	test_reader_press(&reader, PRESS_ESC);
	test_reader_foot_says(&reader, "Stopped; searched so far: ");
	assert_null(reader.app.document->reading.search);
	assert_false(loading_has_work(&reader.app));
	assert_int_equal(test_reader_page(&reader), 1);
	test_reader_type(&reader, "*");
	test_reader_foot_says(&reader, "% searched; Esc stops");
	test_reader_finish(&reader);
	test_reader_says(&reader, 0, "Hits");
	assert_int_equal(reader.app.document->reading.hits.count, 3);
	test_reader_close(&reader);
}

static void words_are_searched_one_after_the_other(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open_large(&reader);
	test_reader_type(&reader, "/\"300\" \"记号\"");
	test_reader_foot_says(&reader, "not found so far (");
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_finish(&reader);
	assert_int_equal(test_reader_page(&reader), 300);
	test_reader_close(&reader);
}

/* n, N and * look again for what was not found, or only where it was not looked for. */
static void what_is_not_there_is_not_there(void **state)
{
	static const char *const keys[] = { "n", "N", "*" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct test_reader reader;

		test_reader_open_large(&reader);
		test_reader_type(&reader, "/没有");
		test_reader_press(&reader, PRESS_ENTER);
		test_reader_finish(&reader);
		test_reader_foot_says(&reader, "Not found: 没有");
		test_reader_type(&reader, keys[i]);
		assert_null(reader.app.document->reading.search);
		test_reader_foot_says(&reader, "Not found: 没有");
		test_reader_close(&reader);
	}
}

/* Marks that were taken away come back. */
static void what_was_unmarked_is_marked_again(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open_searched(&reader);
	test_reader_press(&reader, PRESS_ESC);
	assert_int_equal(reader.app.document->reading.hits.count, 0);
	test_reader_type(&reader, "n");
	test_reader_finish(&reader);
	assert_int_equal(test_reader_page(&reader), 200);
	assert_int_equal(reader.app.document->reading.hits.count, 3);
	test_reader_close(&reader);
}

/* The last search again: what is not known yet is waited for, and then one goes where
 * one likes. */
static void nobody_is_taken_elsewhere(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open_searched(&reader);
	test_reader_press(&reader, PRESS_ESC);
	test_reader_type(&reader, "[/");
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_foot_says(&reader, "% searched; Esc stops");
	test_reader_press(&reader, PRESS_ESC);
	test_reader_type(&reader, "250");
	test_reader_press(&reader, PRESS_ENTER);
	assert_int_equal(test_reader_page(&reader), 250);
	test_reader_finish(&reader);
	assert_int_equal(test_reader_page(&reader), 250);
	test_reader_close(&reader);
}

static void the_hit_before_is_the_last_one_before(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open_large(&reader);
	test_reader_search_sign(&reader);
	while (reader.app.then)
		app_work(&reader.app);
	test_reader_type(&reader, "250");
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_type(&reader, "N");
	test_reader_finish(&reader);
	assert_int_equal(test_reader_page(&reader), 200);
	test_reader_close(&reader);
}

/* Where nothing has been found yet there may be a search all the same. */
static void a_correction_leaves_a_search(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open_searched(&reader);
	test_reader_type(&reader, "250");
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_type(&reader, "/没");
	test_reader_press(&reader, PRESS_ESC);
	assert_int_equal(reader.app.document->reading.hits.count, 0);
	assert_non_null(reader.app.document->reading.search);
	test_reader_type(&reader, "r4");
	test_reader_finish(&reader);
	assert_int_equal(reader.app.document->reading.hits.count, 3);
	test_reader_type(&reader, "u");
	test_reader_finish(&reader);
	assert_int_equal(reader.app.document->reading.hits.count, 3);
	test_reader_close(&reader);
}

/* What is typed while the rest comes goes where it leads. */
static void one_types_while_the_rest_comes(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	reader.app.document->reading.slice_bytes = 100;
	test_reader_work(&reader, TEST_READER_PAGES - 1);
	test_reader_type(&reader, "/300页");
	test_reader_finish(&reader);
	test_reader_foot_says(&reader, "1 hit · 1 article");
	assert_int_equal(test_reader_page(&reader), 300);
	test_reader_close(&reader);
}

/* Looking at a prompt, and leaving it, is no search. */
static void a_prompt_that_is_left_is_nothing(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open_searched(&reader);
	test_reader_type(&reader, "/");
	test_reader_press(&reader, PRESS_ESC);
	assert_null(reader.app.document->reading.search);
	test_reader_says(&reader, 0, "1/3 ");
	test_reader_press(&reader, PRESS_ESC);
	assert_int_equal(reader.app.document->reading.hits.count, 0);
	test_reader_close(&reader);
}

/* Who stops waiting is not taken to a hit when the rest is there. */
static void what_was_left_takes_nobody_along(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	test_reader_work(&reader, 150);
	test_reader_type(&reader, "120");
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_search_sign(&reader);
	test_reader_foot_says(&reader, "Esc stops");
	test_reader_press(&reader, PRESS_ESC);
	test_reader_type(&reader, "50");
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_finish(&reader);
	assert_int_equal(test_reader_page(&reader), 50);
	test_reader_close(&reader);
}

/* The last page may be read by a key that goes there. */
static void a_key_may_end_the_loading(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	test_reader_work(&reader, 150);
	test_reader_search_sign(&reader);
	test_reader_work(&reader, TEST_READER_PAGES - 2);
	while (reader.session.issue->pages_read < TEST_READER_PAGES)
		test_reader_type(&reader, "]");
	test_reader_type(&reader, "]");
	test_reader_finish(&reader);
	test_reader_says(&reader, 0, "/3 ");
	test_reader_close(&reader);
}

static void what_is_said_of_turning_is_true(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open_searched(&reader);
	test_reader_type(&reader, "50");
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_type(&reader, "n");
	assert_int_equal(test_reader_page(&reader), 100);
	test_reader_foot_says(&reader, "nN hit");
	test_reader_type(&reader, "N");
	assert_int_equal(test_reader_page(&reader), 300);
	test_reader_foot_says(&reader, "From the end of the issue again");
	test_reader_type(&reader, "n");
	test_reader_foot_says(&reader, "From the beginning of the issue again");
	test_reader_close(&reader);
}

/* Esc leaves things as they were: marked or not. */
static void a_prompt_brings_no_marks_back(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open_searched(&reader);
	test_reader_press(&reader, PRESS_ESC);
	test_reader_type(&reader, "/没");
	test_reader_press(&reader, PRESS_ESC);
	test_reader_finish(&reader);
	assert_false(reading_is_marked(&reader.app.document->reading));
	test_reader_close(&reader);
}

/* Though it has not been taken in yet. */
static void no_file_that_is_read_is_written_to(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	test_reader_type(&reader, "s");
	while (reader.app.prompt.text.len)
		test_reader_press(&reader, PRESS_BACKSPACE);
	test_reader_type(&reader, "./pages.txt");
	test_reader_press(&reader, PRESS_ENTER);
	test_reader_says(&reader, TEST_READER_ROWS - 2,
	                 "it is not written to");
	test_reader_close(&reader);
}

static void letters_go_on_where_words_end(void **state)
{
	struct test_reader reader;
	int percent = 0;

	(void)state;
	test_reader_open_large(&reader);
	test_reader_type(&reader, "/zqx");
	while (reader.app.document->reading.search) {
		assert_true(reading_searched_percent(
				    &reader.app.document->reading) >= percent);
		percent =
			reading_searched_percent(&reader.app.document->reading);
		app_work(&reader.app);
	}
	assert_true(percent > 90);
	test_reader_close(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_long_search_goes_on),
		cmocka_unit_test(a_long_search_is_waited_for),
		cmocka_unit_test(a_long_search_is_left),
		cmocka_unit_test(words_are_searched_one_after_the_other),
		cmocka_unit_test(what_is_not_there_is_not_there),
		cmocka_unit_test(what_was_unmarked_is_marked_again),
		cmocka_unit_test(nobody_is_taken_elsewhere),
		cmocka_unit_test(the_hit_before_is_the_last_one_before),
		cmocka_unit_test(a_correction_leaves_a_search),
		cmocka_unit_test(one_types_while_the_rest_comes),
		cmocka_unit_test(a_prompt_that_is_left_is_nothing),
		cmocka_unit_test(what_was_left_takes_nobody_along),
		cmocka_unit_test(a_key_may_end_the_loading),
		cmocka_unit_test(what_is_said_of_turning_is_true),
		cmocka_unit_test(a_prompt_brings_no_marks_back),
		cmocka_unit_test(no_file_that_is_read_is_written_to),
		cmocka_unit_test(letters_go_on_where_words_end),
	};

	return cmocka_run_group_tests(tests, test_reader_make_issue,
	                              test_reader_remove_issue) < 0;
}
