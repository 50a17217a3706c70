/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/session.h"
#include "base/mem.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Of a list of hits whose search begins anew nothing moves, and all of it is saved. */
static void a_list_of_hits_is_whole(void **state)
{
	struct session session;

	(void)state;
	session_open_searched(&session);
	session_type(&session, "*G/题目");
	session_press(&session, PRESS_ENTER);
	assert_int_equal(session_page(&session), 300);
	session_type(&session, "//没");
	session_press(&session, PRESS_ESC);
	assert_non_null(session.app.reading.search);
	app_work(&session.app);
	assert_int_equal(session_page(&session), 300);
	session_type(&session, "s");
	session_foot_says(&session, "% searched; Esc stops");
	session_finish(&session);
	assert_int_equal(session.app.asking, ASK_FILE);
	assert_int_equal(session.app.to_save.count, 3);
	session_press(&session, PRESS_ESC);
	assert_int_equal(session_page(&session), 300);
	session_says(&session, 0, "3/3 ");
	session_close(&session);
}

/* What is there is listed; more is added below, and one stays where one is. */
static void a_list_of_hits_grows(void **state)
{
	struct session session;
	const struct filter *filter = &session.app.hits_filter;

	(void)state;
	session_open(&session);
	session_work(&session, 150);
	session_search_sign(&session);
	session_type(&session, "*");
	session_says(&session, 0, "Hits  p. 100");
	session_says(&session, 0, "1/1+");
	assert_int_equal(filter_count(filter), 1);
	session_finish(&session);
	assert_int_equal(filter_count(filter), 3);
	session_says(&session, 0, "1/3 ");
	assert_int_equal(session_page(&session), 100);
	session_type(&session, "G");
	assert_int_equal(session_page(&session), 300);
	session_close(&session);
}

/* The hit that was chosen is chosen when all has been searched. */
static void a_hit_stays_chosen(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	session_work(&session, 250);
	session_search_sign(&session);
	session_type(&session, "n150");
	session_press(&session, PRESS_ENTER);
	session_type(&session, "*");
	session_says(&session, 0, "2/2+");
	session_type(&session, "/记号");
	session_press(&session, PRESS_ENTER);
	session_finish(&session);
	session_says(&session, 0, "2/3 ");
	assert_int_equal(session_page(&session), 150);
	session_type(&session, "j");
	assert_int_equal(session_page(&session), 300);
	session_close(&session);
}

/* While a list is filled again one moves from where one is. */
static void one_moves_in_a_list_that_is_filled_again(void **state)
{
	struct session session;

	(void)state;
	session_open_searched(&session);
	session_type(&session, "*G//没");
	session_press(&session, PRESS_ESC);
	while (session.app.reading.hits.count < 2)
		app_work(&session.app);
	session_press(&session, PRESS_DOWN);
	assert_true(session_page(&session) >= 200);
	session_finish(&session);
	session_press(&session, PRESS_DOWN);
	assert_int_equal(session_page(&session), 300);
	session_close(&session);
}

/* In the list of articles n and N go on; a filtered one does not hold them up. */
static void hits_are_gone_through_in_a_list(void **state)
{
	struct session session;

	(void)state;
	session_open(&session);
	session_finish(&session);
	session_search_sign(&session);
	session_type(&session, "tn");
	assert_int_equal(session_page(&session), 200);
	assert_int_equal(app_view(&session.app), VIEW_LIST);
	session_type(&session, "/第20");
	session_press(&session, PRESS_ENTER);
	session_type(&session, "n");
	assert_int_equal(session_page(&session), 300);
	assert_int_equal(app_view(&session.app), VIEW_PAGE);
	session_type(&session, "tNN");
	assert_int_equal(session_page(&session), 100);
	session_close(&session);
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

	return cmocka_run_group_tests(tests, session_make_issue,
	                              session_remove_issue) < 0;
}
