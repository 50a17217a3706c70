/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/search.h"

#include "../lib/fixture.h"
#include "../lib/oracle.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "search/index.h"
#include "search/report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void hits_are_counted_across_lines(void **state)
{
	static const struct {
		const char *pattern;
		size_t hits;
	} cases[] = {
		{ "疫情防控", 32 },  { "四方责任", 6 },     { "工作指南", 3 },
		{ "2月19日", 1 },    { "2 月 19 日", 1 },   { "57万", 1 },
		{ "５７ 万", 1 },    { "总体战阻击战", 2 }, { "１２３４５", 1 },
		{ "“四方责任”", 6 }, { "「四方责任」", 6 }, { "[2版]", 1 },
		{ "［２版］", 1 },   { "没有这个词", 0 },   { "", 0 },
		{ " \u3000\n", 0 },  { "\u200b", 0 },
	};
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);
	struct search_index *index = search_index_new(issue);
	struct hits hits;

	(void)state;
	hits_init(&hits);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char *wrong = oracle_search(issue, str_from(cases[i].pattern));

		if (wrong)
			fail_msg("'%s': %s", cases[i].pattern, wrong);
		search_all(index, &hits, str_from(cases[i].pattern),
		           QUERY_AUTO);
		if (hits.count != cases[i].hits)
			fail_msg("'%s': %zu hits, not %zu", cases[i].pattern,
			         hits.count, cases[i].hits);
	}
	hits_release(&hits);
	search_index_free(index);
	search_index_free(NULL);
	issue_free(issue);
}

/* An issue of passages with these texts, and no lines. */
static struct issue *issue_of(const char *const *texts, size_t count)
{
	struct issue *issue = issue_new();

	for (size_t i = 0; i < count; i++)
		*ARRAY_ADD(issue->passages, issue->passage_count,
		           issue->passage_cap) =
			(struct passage){ .role = ROLE_BODY,
			                  .text = str_from(texts[i]) };
	*ARRAY_ADD(issue->articles, issue->article_count, issue->article_cap) =
		(struct article){ .passages = { 0, count } };
	parts_begin(issue);
	return issue;
}

/* Hits of `pattern` as "passage:start-end …". */
static char *places(const struct issue *issue, const char *pattern)
{
	struct search_index *index = search_index_new(issue);
	struct hits hits;
	struct buf out;

	buf_init(&out);
	hits_init(&hits);
	search_all(index, &hits, str_from(pattern), QUERY_AUTO);
	for (size_t i = 0; i < hits.count; i++)
		buf_addf(&out, "%s%zu:%zu-%zu", i ? " " : "",
		         hits.items[i].passage, hits.items[i].start,
		         hits.items[i].end);
	hits_release(&hits);
	search_index_free(index);
	return buf_steal(&out);
}

static void hits_are_whole_characters(void **state)
{
	static const char *const texts[] = {
		"报 栏报", "栏 100㎡　m2",      "m\u200b aaa",
		"",        "㎜㎜㎜㎜ 疫情防控",
	};
	static const struct {
		const char *pattern, *want;
	} cases[] = {
		{ "报栏", "0:0-7" },        /* the space inside is hit */
		{ "报", "0:0-3 0:7-10" },   /* the one behind it is not */
		{ "栏栏", "" },             /* no hit crosses a passage */
		{ "m2", "1:7-10 1:13-15" }, /* nor takes U+3000 with it */
		{ "2", "1:7-10 1:14-15" },
		{ "m", "1:7-10 1:13-14 2:0-1 4:0-3 4:3-6 4:6-9 4:9-12" },
		{ "mmm", "4:0-6 4:6-12" }, /* each where the last ended */
		{ "aa", "2:5-7" },         /* hits do not overlap */
		{ "\n", "" },
		{ "没有 这个", "" },
		{ "'情", "4:16-19" },
		{ "'\xe6\x83", "" }, /* nor a part of a character */
		{ "情防 疫情", "4:13-19" },
		{ "疫情 疫情防控 情防", "4:13-25" }, /* the longest */
		{ "疫病 情报", "" },
	};
	struct issue *issue = issue_of(texts, ARRAY_LEN(texts));

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char *got = places(issue, cases[i].pattern);

		assert_string_equal(got, cases[i].want);
		free(got);
	}
	issue_free(issue);
}

static void the_next_hit_is_found(void **state)
{
	static const char *const texts[] = { "报栏报", "栏", "报" };
	struct issue *issue = issue_of(texts, ARRAY_LEN(texts));
	struct search_index *index = search_index_new(issue);
	struct hits hits;

	(void)state;
	hits_init(&hits);
	search_all(index, &hits, STR("报"), QUERY_AUTO);
	assert_int_equal(hits.count, 3);
	assert_int_equal(hits_from(&hits, 0, 0), 0);
	assert_int_equal(hits_from(&hits, 0, 3), 1);
	assert_int_equal(hits_from(&hits, 0, 9), 2);
	assert_int_equal(hits_from(&hits, 1, 0), 2);
	assert_int_equal(hits_from(&hits, 2, 3), 3);
	hits_release(&hits);
	search_index_free(index);
	issue_free(issue);
}

static void a_hit_has_its_sentence(void **state)
{
	static const char *const texts[] = { "一。二三四五！六" };
	struct issue *issue = issue_of(texts, 1);
	struct hit hit = { .passage = 0, .start = 9, .end = 12 }; /* 三 */
	struct hit context = hit_context(issue, &hit, 60);

	(void)state;
	assert_int_equal(context.start, 6);
	assert_int_equal(context.end, 21);
	context = hit_context(issue, &hit, 1);
	assert_int_equal(context.start, 6);
	assert_int_equal(context.end, 15);
	context = hit_context(issue, &hit, 0);
	assert_int_equal(context.end, 12);
	issue_free(issue);
}

/* In how small steps it is done does not matter, nor that the issue grows. */
static void a_search_goes_in_steps(void **state)
{
	static const struct {
		const char *pattern;
		enum query_mode mode;
	} cases[] = {
		{ "疫情防控", QUERY_AUTO }, { "防控 12345", QUERY_AUTO },
		{ "'疫情", QUERY_AUTO },    { "yqfk", QUERY_AUTO },
		{ "没有", QUERY_EXACT },    { "", QUERY_AUTO },
	};
	static const size_t steps[] = { 1, 7, 1000, SIZE_MAX };
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);
	struct search_index *index = search_index_new(issue);
	struct hits all, hits;

	(void)state;
	hits_init(&all);
	hits_init(&hits);
	for (size_t i = 0; i < ARRAY_LEN(cases) * ARRAY_LEN(steps); i++) {
		struct str pattern =
			str_from(cases[i % ARRAY_LEN(cases)].pattern);
		enum query_mode mode = cases[i % ARRAY_LEN(cases)].mode;
		struct search *search = search_new(index, &hits, pattern, mode);
		double share = 0;

		search_all(index, &all, pattern, mode);
		while (search_step(search, steps[i / ARRAY_LEN(cases)])) {
			assert_true(hits.count <= all.count);
			assert_true(search_share(search) < 1);
			assert_true(search_share(search) >= 0);
			share = search_share(search);
		}
		assert_true(share < 1);
		assert_true(search_share(search) >= 1);
		search_free(search);
		assert_int_equal(hits.count, all.count);
		for (size_t h = 0; h < hits.count; h++)
			assert_memory_equal(&hits.items[h], &all.items[h],
			                    sizeof hits.items[h]);
	}
	hits_release(&hits);
	hits_release(&all);
	search_index_free(index);
	issue_free(issue);
}

static void what_comes_meanwhile_is_searched(void **state)
{
	static const char *const texts[] = { "报栏", "报", "栏报栏" };
	struct issue *issue = issue_of(texts, 3);
	struct search_index *index = search_index_new(issue);
	struct search *search;
	struct hits hits;

	(void)state;
	hits_init(&hits);
	issue->passage_count = 1;
	search = search_new(index, &hits, STR("栏"), QUERY_AUTO);
	assert_true(search_step(search, 1));
	issue->passage_count = 3;
	search_index_follow(index);
	while (search_step(search, 1))
		continue;
	assert_int_equal(hits.count, 3);
	search_free(search);
	search_free(NULL);
	hits_release(&hits);
	search_index_free(index);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hits_are_counted_across_lines),
		cmocka_unit_test(hits_are_whole_characters),
		cmocka_unit_test(the_next_hit_is_found),
		cmocka_unit_test(a_hit_has_its_sentence),
		cmocka_unit_test(a_search_goes_in_steps),
		cmocka_unit_test(what_comes_meanwhile_is_searched),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
