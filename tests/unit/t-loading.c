/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/session.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "ui/loading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void the_first_screen_is_there_first(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	assert_true(session.desk.issue->pages_read < 10);
	session_says(&session, 0, "p. 1  1/");
	session_says(&session, 0, "+ 第1页的题目");
	session_foot_says(&session, "% read");
	session_work(&session, SESSION_PAGES / 2);
	session_foot_says(&session, "5");
	session_finish(&session);
	session_says(&session, 0, "p. 1  1/300 第1页的题目");
	assert_int_equal(session_page(&session), 1);
	session_close(&session);
}

/* One reads on while it is loaded, as far as one likes. */
static void what_comes_next_is_loaded_at_once(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	for (int i = 1; i < 50; i++)
		session_type(&session, "]");
	assert_int_equal(session_page(&session), 50);
	assert_int_equal(session.desk.issue->pages_read, 50);
	for (int i = 0; i < 10; i++)
		session_type(&session, ">");
	assert_int_equal(session_page(&session), 60);
	session_type(&session, "t  ");
	assert_true(session_page(&session) > 60);
	assert_true(app_has_work(&session.app));
	session_close(&session);
}

static void a_search_waits_for_all(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	session_search_sign(&session);
	session_foot_says(&session, "----] ");
	session_foot_says(&session, "% read; Esc stops");
	session_work(&session, SESSION_PAGES / 2);
	session_foot_says(&session, "[#####");
	session_finish(&session);
	assert_int_equal(session_page(&session), 100);
	assert_int_equal(session.app.reading.hits.count, 3);
	session_says(&session, 0, "1/3 ");
	session_close(&session);
}

/* A search of a large issue does not begin with folding all of it. */
static void what_is_loaded_is_folded(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	assert_int_equal(finder_follow(session.app.reading.finder), 0);
	session_work(&session, SESSION_PAGES / 2);
	assert_int_equal(finder_follow(session.app.reading.finder), 0);
	session_finish(&session);
	assert_int_equal(finder_follow(session.app.reading.finder), 0);
	session_close(&session);
}

/* What comes is looked at while it comes. */
static void a_filtered_list_grows(void **state)
{
	struct session session;
	const struct filter *filter = &session.app.list_filter;

	(void)state;
	session_open(&session);
	session_type(&session, "t/30");
	assert_int_equal(filter_count(filter), 0);
	session_foot_says(&session, "0/");
	session_foot_says(&session, "+");
	session_work(&session, 250);
	assert_int_equal(filter_count(filter), 3); /* 30 130 230 */
	assert_int_equal(session_page(&session), 30);
	session_finish(&session);
	assert_int_equal(filter_count(filter), 4);
	session_foot_says(&session, "4/300");
	session_type(&session, "x");
	session_says(&session, SESSION_ROWS / 2 - 1, "No headline matches");
	session_press(&session, PRESS_ESC);
	assert_int_equal(session_page(&session), 1);
	session_close(&session);
}

static void the_last_of_a_filtered_list_waits(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	session_type(&session, "t/30");
	session_press(&session, PRESS_ENTER);
	session_type(&session, "G");
	session_foot_says(&session, "Esc stops");
	session_finish(&session);
	assert_int_equal(session_page(&session), 300);
	session_close(&session);
}

static void esc_stops_the_waiting(void **state)
{
	static const uint32_t keys[] = { PRESS_ESC, 'q' };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct session session;

		session_open(&session);
		session_search_sign(&session);
		session_work(&session, 20);
		session_type(&session, "jt]");
		session_foot_says(&session, "Esc stops");
		session_press(&session, keys[i]);
		session_foot_says(&session, "Stopped; pages read so far: 2");
		assert_int_equal(session_page(&session), 1);
		/* What was asked for can be asked for again. */
		session_finish(&session);
		assert_int_equal(session_page(&session), 1);
		session_type(&session, "n");
		assert_int_equal(session_page(&session), 100);
		session_close(&session);
	}
}

/* Of a part that has hits the rest is searched when it is there. */
static void a_hit_that_is_there_is_shown_at_once(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	session_work(&session, 150);
	session_search_sign(&session);
	assert_int_equal(session_page(&session), 100);
	session_says(&session, 0, "1/1+");
	session_type(&session, "n");
	session_foot_says(&session, "Esc stops");
	session_finish(&session);
	assert_int_equal(session_page(&session), 200);
	session_says(&session, 0, "2/3 ");
	session_close(&session);
}

static void the_end_of_the_list_waits(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	session_type(&session, "tG");
	session_foot_says(&session, "Esc stops");
	session_finish(&session);
	assert_int_equal(session_page(&session), SESSION_PAGES);
	session_close(&session);
}

static void an_article_is_waited_for(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	session_type(&session, "120");
	session_press(&session, PRESS_ENTER);
	session_foot_says(&session, "Esc stops");
	session_work(&session, 200);
	assert_int_equal(session_page(&session), 120);
	assert_true(app_has_work(&session.app));
	session_type(&session, "999");
	session_press(&session, PRESS_ENTER);
	session_finish(&session);
	session_foot_says(&session, "There is no article 999; they are 1 to 300");
	session_close(&session);
}

static void the_whole_issue_is_saved(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	session_type(&session, "S");
	assert_int_equal(session.app.asking, ASK_FILE);
	session_press(&session, PRESS_ENTER);
	session_foot_says(&session, "Esc stops");
	session_finish(&session);
	session_foot_says(&session, "Saved");
	session_close(&session);
	assert_int_equal(remove("pages.md"), 0);
}

/* What is read again is loaded as far as one was, and one stays there. */
static void it_is_read_again_while_it_loads(void **state)
{
	struct session session;
	struct place place;

	(void)state;
	session_open(&session);
	for (int i = 1; i < 50; i++)
		session_type(&session, "]");
	place = session.app.reading.place;
	session_type(&session, "R");
	session_foot_says(&session, "Read again");
	assert_int_equal(session_page(&session), 50);
	assert_int_equal(session.app.reading.place.passage, place.passage);
	assert_true(app_has_work(&session.app));
	session_finish(&session);
	assert_int_equal(session.desk.issue->pages_read, SESSION_PAGES);
	session_search_sign(&session);
	session_finish(&session);
	session_type(&session, "R");
	assert_int_equal(session_page(&session), 100);
	session_finish(&session);
	session_type(&session, "n");
	assert_int_equal(session_page(&session), 200);
	session_close(&session);
}

static void one_may_leave_while_it_loads(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	session_search_sign(&session);
	session_type(&session, "Q");
	assert_false(session.app.running);
	session_close(&session);
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

	return cmocka_run_group_tests(tests, session_make_issue,
	                              session_remove_issue) < 0;
}
