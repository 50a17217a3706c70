/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "../lib/session.h"
#include "base/mem.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/*
 * Whatever keys come, while an issue is loaded and searched in units of any size: a
 * reader is somewhere, hits are hits, nothing waits for what will not come, and in
 * the end the hits are those of one search.
 */

#define SESSIONS 100
#define STEPS    80
#define ENOUGH   200000 /* units of work: more than the smallest ones need */

static size_t pick(uint32_t *seed, size_t count)
{
	return fixture_random(seed, (uint32_t)count);
}

static void check(const struct session *session)
{
	const struct app *app = &session->app;
	const struct reading *reading = &app->reading;
	const struct issue *issue = reading->issue;
	const struct hit *hits = reading->hits.items;

	assert_ptr_equal(issue, session->desk.issue);
	assert_true(reading->place.passage < issue->passage_count);
	assert_true(reading->place.at <=
	            issue->passages[reading->place.passage].text.len);
	assert_true(reading->hit == NPOS || reading->hit < reading->hits.count);
	for (size_t i = 0; i < reading->hits.count; i++) {
		assert_true(hits[i].start < hits[i].end);
		assert_true(hits[i].end <=
		            issue->passages[hits[i].passage].text.len);
		assert_true(!i || hits[i].passage > hits[i - 1].passage ||
		            (hits[i].passage == hits[i - 1].passage &&
		             hits[i].start >= hits[i - 1].end));
	}
	assert_true(app_has_work(app) || !app->then);
	for (size_t i = 0; i < app->tagged.count; i++)
		assert_true(app->tagged.items[i] < issue->article_count);
}

static void work_to_the_end(struct session *session)
{
	for (size_t i = 0; app_has_work(&session->app); i++) {
		assert_true(i < ENOUGH);
		app_work(&session->app);
	}
	check(session);
	assert_null(session->app.reading.search);
}

static void check_hits(const struct reading *reading)
{
	struct finder *finder = finder_new(reading->issue);
	struct hits hits;

	hits_init(&hits);
	finder_search(finder, &hits, buf_str(&reading->pattern), QUERY_AUTO);
	assert_int_equal(hits.count, reading->hits.count);
	for (size_t i = 0; i < hits.count; i++)
		assert_memory_equal(&hits.items[i], &reading->hits.items[i],
		                    sizeof hits.items[i]);
	hits_release(&hits);
	finder_free(finder);
}

/* What was searched last can be gone through, or is not there. */
static void check_end(struct session *session)
{
	struct app *app = &session->app;

	work_to_the_end(session);
	while (app->asking != ASK_NOTHING)
		session_press(session, PRESS_ESC);
	session_press(session, 'n');
	work_to_the_end(session);
	if (app->last_search.len && app->asking == ASK_NOTHING) {
		assert_true(reading_searched_all(&app->reading));
		check_hits(&app->reading);
	}
}

static void search(struct session *session, uint32_t *seed)
{
	static const char *const patterns[] = {
		"记号",  "没有",   "题目",
		"300",   "第2",    "zqx",
		"jihao", "题 页",  "\"报道\" \"记号\"",
		"'记号", "１００",
	};

	session_type(session, pick(seed, 3) ? "/" : "//");
	session_type(session, patterns[pick(seed, ARRAY_LEN(patterns))]);
	if (pick(seed, 4))
		session_press(session, pick(seed, 3) ? PRESS_ENTER : PRESS_ESC);
}

static void go(struct session *session, size_t article)
{
	char number[24];

	snprintf(number, sizeof number, "%zu", article);
	session_type(session, number);
	session_press(session, PRESS_ENTER);
}

static bool is_free(const struct app *app)
{
	return app->asking == ASK_NOTHING && !app->then;
}

/* Who reads is left where they are. */
static void work(struct session *session, size_t units)
{
	struct app *app = &session->app;
	const struct place before = app->reading.place;
	bool reads = is_free(app) && app->over == VIEW_NONE;

	while (units-- && app_has_work(app))
		app_work(app);
	assert_true(!reads || (app->reading.place.passage == before.passage &&
	                       app->reading.place.at == before.at));
}

static void step(struct session *session, uint32_t *seed)
{
	static const uint32_t keys[] = {
		'n',        'N',       '*',         'n',         'N',
		'*',        't',       'v',         'M',         'l',
		']',        '[',       '>',         '<',         'x',
		'X',        's',       'i',         '0',         '?',
		'r',        'u',       '1',         '/',         '2',
		PRESS_ESC,  PRESS_ESC, PRESS_ENTER, PRESS_DOWN,  PRESS_UP,
		PRESS_HOME, PRESS_END, PRESS_PGDN,  PRESS_RIGHT, PRESS_TAB,
	};
	const struct app *app = &session->app;

	if (!pick(seed, 4))
		work(session, pick(seed, pick(seed, 4) ? 40 : 400));
	else if (app->then && pick(seed, 2))
		session_press(session, PRESS_ESC);
	else if (is_free(app) && !pick(seed, 4))
		search(session, seed);
	else if (is_free(app) && !pick(seed, 5))
		go(session, 1 + pick(seed, SESSION_PAGES));
	else if (app->asking == ASK_FILE || app->asking == ASK_ARTICLE)
		session_press(session, PRESS_ESC);
	else
		session_press(session, keys[pick(seed, ARRAY_LEN(keys))]);
	check(session);
}

static void any_keys_at_any_time(void **state)
{
	static const size_t slices[] = { 1, 100, 1000, (size_t)4 << 20 };

	(void)state;
	for (uint32_t n = 1; n <= SESSIONS; n++) {
		struct session session;
		uint32_t seed = n * 2654435761u;

		session_open(&session);
		session.app.reading.slice_bytes =
			slices[pick(&seed, ARRAY_LEN(slices))];
		session_work(&session, pick(&seed, SESSION_PAGES + 1));
		for (int i = 0; i < STEPS && session.app.running; i++)
			step(&session, &seed);
		if (session.app.running)
			check_end(&session);
		session_close(&session);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_keys_at_any_time),
	};

	return cmocka_run_group_tests(tests, session_make_issue,
	                              session_remove_issue) < 0;
}
