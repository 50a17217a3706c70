/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/test_reader.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "issue/parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/*
 * Jumps make two articles one when all pages are read, while a reader has the first ones
 * before them.  Pages 1 and 2 have articles 1 to 4; 2 goes on in 4.
 */

#define FIRST 1 /* index of an article */
#define LATER 3 /* of its part on the next page */

static void assert_is_joined(const struct test_reader *reader, bool joined)
{
	const struct issue *issue = reader->session.issue;

	assert_int_equal(parts_last(issue, FIRST), joined ? LATER : FIRST);
}

static void the_list_gets_shorter(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	assert_is_joined(&reader, false);
	test_reader_type(&reader, "tjj");
	test_reader_says(&reader, 3, "  2  长篇第1页的题目 ···");
	test_reader_says(&reader, 7, "  4  三百棵柳树");
	test_reader_finish(&reader);
	assert_is_joined(&reader, true);
	test_reader_says(&reader, 3, "→p. 2  ");
	test_reader_says(&reader, 8, "  5 ");
	assert_int_equal(reader.session.issue->whole_count,
	                 TEST_READER_PAGES * 3 / 2);
	test_reader_close(&reader);
}

/* Who has a later part before them has the whole then, at the same place. */
static void the_open_article_grows_at_its_head(void **state)
{
	struct test_reader reader;
	struct place place;

	(void)state;
	test_reader_open(&reader);
	test_reader_type(&reader, "4");
	test_reader_press(&reader, '\r');
	place = reader.app.document->reading.place;
	assert_int_equal(reading_article(&reader.app.document->reading), LATER);
	test_reader_finish(&reader);
	assert_int_equal(reader.app.document->reading.place.passage,
	                 place.passage);
	assert_int_equal(reading_article(&reader.app.document->reading), FIRST);
	test_reader_says(&reader, 0, "长篇第1页的题目");
	test_reader_close(&reader);
}

static void marks_follow(void **state)
{
	struct test_reader reader;
	const struct selections *tagged;

	(void)state;
	test_reader_open(&reader);
	test_reader_type(&reader, "tjjjx");
	tagged = &reader.app.document->tagged;
	assert_int_equal(tagged->count, 1);
	assert_true(selections_has(tagged, LATER));
	test_reader_finish(&reader);
	assert_int_equal(tagged->count, 1);
	assert_true(selections_has(tagged, FIRST));
	assert_false(selections_has(tagged, LATER));
	test_reader_close(&reader);
}

/* The rows that a filter leaves are ordinals, which have become others. */
static void a_filter_follows(void **state)
{
	struct test_reader reader;
	const struct filter *filter;
	const struct issue *issue;

	(void)state;
	test_reader_open(&reader);
	test_reader_type(&reader, "t/长篇");
	filter = &reader.app.document->list_filter;
	assert_true(filter_count(filter) > 1);
	test_reader_finish(&reader);
	issue = reader.session.issue;
	assert_int_equal(filter_count(filter), TEST_READER_PAGES / 2);
	for (size_t row = 0; row < filter_count(filter); row++) {
		size_t whole = issue->wholes[filter_item(filter, row)];

		assert_int_equal(whole, row * 4 + FIRST);
	}
	test_reader_says(&reader, 2, "长篇第1页的题目");
	test_reader_close(&reader);
}

/* A search that was begun before finds what stands on both sides of a seam. */
static void a_search_goes_over_seams(void **state)
{
	struct test_reader reader;
	const struct hits *hits;

	(void)state;
	test_reader_open(&reader);
	test_reader_type(&reader, "/种了三百棵");
	test_reader_press(&reader, '\r');
	test_reader_finish(&reader);
	hits = &reader.app.document->reading.hits;
	assert_int_equal(hits->count, TEST_READER_PAGES / 2);
	assert_int_equal(
		reader.session.issue->passages[hits->items[0].passage].article,
		FIRST);
	assert_int_equal(hits->items[0].rest_end, strlen("三百棵"));
	test_reader_close(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_list_gets_shorter),
		cmocka_unit_test(the_open_article_grows_at_its_head),
		cmocka_unit_test(marks_follow),
		cmocka_unit_test(a_filter_follows),
		cmocka_unit_test(a_search_goes_over_seams),
	};

	return cmocka_run_group_tests(tests, test_reader_make_jumps,
	                              test_reader_remove_issue);
}
