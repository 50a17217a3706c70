/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/session.h"
#include "base/mem.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void a_long_search_goes_on(void **state)
{
	struct session session;
	size_t drawn = 0;

	(void)state;
	session_open_large(&session);
	session_type(&session, "/记");
	session_foot_says(&session, "not found so far (");
	assert_int_equal(session_page(&session), 1);
	while (!session.app.reading.hits.count)
		assert_true(app_has_work(&session.app) &&
		            (app_work(&session.app), true));
	app_draw(&session.app, SESSION_ROWS, SESSION_COLS);
	assert_int_equal(session_page(&session), 100);
	session_foot_says(&session, "1/1+ (3");
	while (app_has_work(&session.app))
		drawn += app_work(&session.app);
	app_draw(&session.app, SESSION_ROWS, SESSION_COLS);
	assert_true(drawn > 10 && drawn <= 100);
	session_foot_says(&session, " 1/3");
	/* The next key searches anew, from where one was. */
	session_type(&session, "号");
	session_foot_says(&session, "not found so far (");
	assert_int_equal(session_page(&session), 1);
	session_press(&session, PRESS_ESC);
	session_finish(&session);
	assert_int_equal(session_page(&session), 1);
	assert_int_equal(session.app.reading.hits.count, 0);
	session_close(&session);
}

static void a_long_search_is_waited_for(void **state)
{
	struct session session;

	(void)state;
	session_open_large(&session);
	session_search_sign(&session);
	session_foot_says(&session, "----] ");
	session_foot_says(&session, "% searched; Esc stops");
	while (session.app.then)
		app_work(&session.app);
	app_draw(&session.app, SESSION_ROWS, SESSION_COLS);
	/* The first hit is enough for it. */
	assert_int_equal(session_page(&session), 100);
	session_says(&session, 0, "1/1+");
	assert_non_null(session.app.reading.search);
	session_type(&session, "n");
	session_foot_says(&session, "% searched; Esc stops");
	while (session.app.then)
		app_work(&session.app);
	assert_int_equal(session_page(&session), 200);
	/* The last one is known when all are. */
	session_type(&session, "NN");
	session_foot_says(&session, "% searched; Esc stops");
	session_finish(&session);
	assert_int_equal(session_page(&session), 300);
	session_says(&session, 0, "3/3 ");
	session_close(&session);
}

/* What was not searched to the end is searched when it matters. */
static void a_long_search_is_left(void **state)
{
	struct session session;

	(void)state;
	session_open_large(&session);
	session_search_sign(&session);
	app_work(&session.app);
	session_press(&session, PRESS_ESC);
	session_foot_says(&session, "Stopped; searched so far: ");
	assert_null(session.app.reading.search);
	assert_false(app_has_work(&session.app));
	assert_int_equal(session_page(&session), 1);
	session_type(&session, "*");
	session_foot_says(&session, "% searched; Esc stops");
	session_finish(&session);
	session_says(&session, 0, "Hits");
	assert_int_equal(session.app.reading.hits.count, 3);
	session_close(&session);
}

static void words_are_searched_one_after_the_other(void **state)
{
	struct session session;

	(void)state;
	session_open_large(&session);
	session_type(&session, "/\"300\" \"记号\"");
	session_foot_says(&session, "not found so far (");
	session_press(&session, PRESS_ENTER);
	session_finish(&session);
	assert_int_equal(session_page(&session), 300);
	session_close(&session);
}

/* n, N and * look again for what was not found, or only where it was not looked for. */
static void what_is_not_there_is_not_there(void **state)
{
	static const char *const keys[] = { "n", "N", "*" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct session session;

		session_open_large(&session);
		session_type(&session, "/没有");
		session_press(&session, PRESS_ENTER);
		session_finish(&session);
		session_foot_says(&session, "Not found: 没有");
		session_type(&session, keys[i]);
		assert_null(session.app.reading.search);
		session_foot_says(&session, "Not found: 没有");
		session_close(&session);
	}
}

/* Marks that were taken away come back. */
static void what_was_unmarked_is_marked_again(void **state)
{
	struct session session;

	(void)state;
	session_open_searched(&session);
	session_press(&session, PRESS_ESC);
	assert_int_equal(session.app.reading.hits.count, 0);
	session_type(&session, "n");
	session_finish(&session);
	assert_int_equal(session_page(&session), 200);
	assert_int_equal(session.app.reading.hits.count, 3);
	session_close(&session);
}

/* The last search again: what is not known yet is waited for, and then one goes where
 * one likes. */
static void nobody_is_taken_elsewhere(void **state)
{
	struct session session;

	(void)state;
	session_open_searched(&session);
	session_press(&session, PRESS_ESC);
	session_type(&session, "[/");
	session_press(&session, PRESS_ENTER);
	session_foot_says(&session, "% searched; Esc stops");
	session_press(&session, PRESS_ESC);
	session_type(&session, "250");
	session_press(&session, PRESS_ENTER);
	assert_int_equal(session_page(&session), 250);
	session_finish(&session);
	assert_int_equal(session_page(&session), 250);
	session_close(&session);
}

static void the_hit_before_is_the_last_one_before(void **state)
{
	struct session session;

	(void)state;
	session_open_large(&session);
	session_search_sign(&session);
	while (session.app.then)
		app_work(&session.app);
	session_type(&session, "250");
	session_press(&session, PRESS_ENTER);
	session_type(&session, "N");
	session_finish(&session);
	assert_int_equal(session_page(&session), 200);
	session_close(&session);
}

/* Where nothing has been found yet there may be a search all the same. */
static void a_correction_leaves_a_search(void **state)
{
	struct session session;

	(void)state;
	session_open_searched(&session);
	session_type(&session, "250");
	session_press(&session, PRESS_ENTER);
	session_type(&session, "/没");
	session_press(&session, PRESS_ESC);
	assert_int_equal(session.app.reading.hits.count, 0);
	assert_non_null(session.app.reading.search);
	session_type(&session, "r4");
	session_finish(&session);
	assert_int_equal(session.app.reading.hits.count, 3);
	session_type(&session, "u");
	session_finish(&session);
	assert_int_equal(session.app.reading.hits.count, 3);
	session_close(&session);
}

/* What is typed while the rest comes goes where it leads. */
static void one_types_while_the_rest_comes(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	session.app.reading.slice_bytes = 100;
	session_work(&session, SESSION_PAGES - 1);
	session_type(&session, "/300页");
	session_finish(&session);
	session_foot_says(&session, "1/1");
	assert_int_equal(session_page(&session), 300);
	session_close(&session);
}

/* Looking at a prompt, and leaving it, is no search. */
static void a_prompt_that_is_left_is_nothing(void **state)
{
	struct session session;

	(void)state;
	session_open_searched(&session);
	session_type(&session, "/");
	session_press(&session, PRESS_ESC);
	assert_null(session.app.reading.search);
	session_says(&session, 0, "1/3 ");
	session_press(&session, PRESS_ESC);
	assert_int_equal(session.app.reading.hits.count, 0);
	session_close(&session);
}

/* Who stops waiting is not taken to a hit when the rest is there. */
static void what_was_left_takes_nobody_along(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	session_work(&session, 150);
	session_type(&session, "120");
	session_press(&session, PRESS_ENTER);
	session_search_sign(&session);
	session_foot_says(&session, "Esc stops");
	session_press(&session, PRESS_ESC);
	session_type(&session, "50");
	session_press(&session, PRESS_ENTER);
	session_finish(&session);
	assert_int_equal(session_page(&session), 50);
	session_close(&session);
}

/* The last page may be read by a key that goes there. */
static void a_key_may_end_the_loading(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	session_work(&session, 150);
	session_search_sign(&session);
	session_work(&session, SESSION_PAGES - 2);
	while (session.desk.issue->pages_read < SESSION_PAGES)
		session_type(&session, "]");
	session_type(&session, "]");
	session_finish(&session);
	session_says(&session, 0, "/3 ");
	session_close(&session);
}

static void what_is_said_of_turning_is_true(void **state)
{
	struct session session;

	(void)state;
	session_open_searched(&session);
	session_type(&session, "50");
	session_press(&session, PRESS_ENTER);
	session_type(&session, "n");
	assert_int_equal(session_page(&session), 100);
	session_foot_says(&session, "nN hit");
	session_type(&session, "N");
	assert_int_equal(session_page(&session), 300);
	session_foot_says(&session, "From the end of the issue again");
	session_type(&session, "n");
	session_foot_says(&session, "From the beginning of the issue again");
	session_close(&session);
}

/* Esc leaves things as they were: marked or not. */
static void a_prompt_brings_no_marks_back(void **state)
{
	struct session session;

	(void)state;
	session_open_searched(&session);
	session_press(&session, PRESS_ESC);
	session_type(&session, "/没");
	session_press(&session, PRESS_ESC);
	session_finish(&session);
	assert_false(reading_is_marked(&session.app.reading));
	session_close(&session);
}

/* Though it has not been taken in yet. */
static void no_file_that_is_read_is_written_to(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	session_type(&session, "s");
	while (session.app.prompt.text.len)
		session_press(&session, PRESS_BACKSPACE);
	session_type(&session, "./pages.txt");
	session_press(&session, PRESS_ENTER);
	session_foot_says(&session, "it is not written to");
	session_close(&session);
}

static void letters_go_on_where_words_end(void **state)
{
	struct session session;
	int percent = 0;

	(void)state;
	session_open_large(&session);
	session_type(&session, "/zqx");
	while (session.app.reading.search) {
		assert_true(reading_searched_percent(&session.app.reading) >=
		            percent);
		percent = reading_searched_percent(&session.app.reading);
		app_work(&session.app);
	}
	assert_true(percent > 90);
	session_close(&session);
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

	return cmocka_run_group_tests(tests, session_make_issue,
	                              session_remove_issue) < 0;
}
