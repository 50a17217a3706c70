/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "../lib/oracle.h"
#include "../lib/test_reader.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "search/index.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/*
 * Whatever keys come, while an issue is loaded and searched in units of any size: a
 * reader is somewhere, hits are hits, nothing waits for what will not come, and in
 * the end the page is as many steps back as views are opened, and the hits are those of
 * one search.
 */

#define SESSIONS 100
#define STEPS    80
#define ENOUGH   200000 /* units of work: more than the smallest ones need */

static size_t pick(uint32_t *seed, size_t count)
{
	return fixture_random(seed, (uint32_t)count);
}

static void check(const struct test_reader *reader)
{
	const struct app *app = &reader->app;
	char *wrong = oracle_reader(app);

	if (wrong)
		fail_msg("%s", wrong);
	assert_ptr_equal(app->document->reading.issue, reader->session.issue);
}

static void work_to_the_end(struct test_reader *reader)
{
	for (size_t i = 0; loading_has_work(&reader->app); i++) {
		assert_true(i < ENOUGH);
		app_work(&reader->app);
	}
	check(reader);
	assert_null(reader->app.document->reading.search);
}

static void check_hits(const struct reading *reading)
{
	struct search_index *index = search_index_new(reading->issue);
	struct hits hits;

	hits_init(&hits);
	search_all(index, &hits, buf_str(&reading->pattern), QUERY_AUTO);
	assert_int_equal(hits.count, reading->hits.count);
	for (size_t i = 0; i < hits.count; i++)
		assert_memory_equal(&hits.items[i], &reading->hits.items[i],
		                    sizeof hits.items[i]);
	hits_release(&hits);
	search_index_free(index);
}

static void check_way_back(struct test_reader *reader)
{
	struct app *app = &reader->app;

	for (size_t steps = oracle_steps_back(app); steps; steps--) {
		test_reader_press(reader, PRESS_ESC);
		check(reader);
		assert_true(app->running);
	}
	assert_true(app_is_at_first(app));
	assert_int_equal(app_view(app), VIEW_PAGE);
}

/* What was searched last can be gone through, or is not there. */
static void check_end(struct test_reader *reader)
{
	struct app *app = &reader->app;

	work_to_the_end(reader);
	while (app->asking != ASK_NOTHING)
		test_reader_press(reader, PRESS_ESC);
	check_way_back(reader);
	test_reader_press(reader, 'n');
	work_to_the_end(reader);
	if (app->document->last_search.len && app->asking == ASK_NOTHING) {
		assert_true(reading_searched_all(&app->document->reading));
		check_hits(&app->document->reading);
	}
}

static void search(struct test_reader *reader, uint32_t *seed)
{
	static const char *const patterns[] = {
		"记号",  "没有",   "题目",
		"300",   "第2",    "zqx",
		"jihao", "题 页",  "\"报道\" \"记号\"",
		"'记号", "１００",
	};

	test_reader_type(reader, pick(seed, 3) ? "/" : "//");
	test_reader_type(reader, patterns[pick(seed, ARRAY_LEN(patterns))]);
	if (pick(seed, 4))
		test_reader_press(reader,
		                  pick(seed, 3) ? PRESS_ENTER : PRESS_ESC);
}

static void go(struct test_reader *reader, size_t article)
{
	char number[24];

	snprintf(number, sizeof number, "%zu", article);
	test_reader_type(reader, number);
	test_reader_press(reader, PRESS_ENTER);
}

static bool is_free(const struct app *app)
{
	return app->asking == ASK_NOTHING && !app->then;
}

/* Who reads is left where they are. */
static void work(struct test_reader *reader, size_t units)
{
	struct app *app = &reader->app;
	const struct place before = app->document->reading.place;
	bool reads = is_free(app) && view_is_main(app_view(app));

	while (units-- && loading_has_work(app))
		app_work(app);
	assert_true(!reads ||
	            (app->document->reading.place.passage == before.passage &&
	             app->document->reading.place.at == before.at));
}

static void step(struct test_reader *reader, uint32_t *seed)
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
	const struct app *app = &reader->app;

	if (!pick(seed, 4))
		work(reader, pick(seed, pick(seed, 4) ? 40 : 400));
	else if (app->then && pick(seed, 2))
		test_reader_press(reader, PRESS_ESC);
	else if (is_free(app) && !pick(seed, 4))
		search(reader, seed);
	else if (is_free(app) && !pick(seed, 5))
		go(reader, 1 + pick(seed, TEST_READER_PAGES));
	else if (app->asking == ASK_FILE || app->asking == ASK_ARTICLE)
		test_reader_press(reader, PRESS_ESC);
	else
		test_reader_press(reader, keys[pick(seed, ARRAY_LEN(keys))]);
	check(reader);
}

static void any_keys_at_any_time(void **state)
{
	static const size_t slices[] = { 1, 100, 1000, (size_t)4 << 20 };

	const struct seeds seeds = fixture_seeds(SESSIONS);

	(void)state;
	for (uint32_t n = seeds.first; n < seeds.end; n++) {
		struct test_reader reader;
		uint32_t seed = (n + 1) * 2654435761u;

		test_reader_open(&reader);
		reader.app.document->reading.slice_bytes =
			slices[pick(&seed, ARRAY_LEN(slices))];
		test_reader_work(&reader, pick(&seed, TEST_READER_PAGES + 1));
		for (int i = 0; i < STEPS && reader.app.running; i++)
			step(&reader, &seed);
		if (reader.app.running)
			check_end(&reader);
		test_reader_close(&reader);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_keys_at_any_time),
	};

	return cmocka_run_group_tests(tests, test_reader_make_issue,
	                              test_reader_remove_issue) < 0;
}
