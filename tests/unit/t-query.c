/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/query.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "search/index.h"
#include "search/search.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* The words with '|' between them, behind the letter of the mode. */
static void patterns_are_taken_apart(void **state)
{
	static const struct {
		const char *pattern, *want;
	} cases[] = {
		{ "疫情防控", "A疫情防控" },
		{ "疫情 防控", "A疫情|防控" },
		{ "疫情\u3000防控 ", "A疫情|防控" },
		{ "new york", "Anew york" },
		{ "new york 市长", "Anew york|市长" },
		{ "café au lait", "Acafé au lait" },
		{ "Straße München", "AStraße München" },
		{ "Нижний Новгород 市长", "AНижний Новгород|市长" },
		{ "Νέα Υόρκη", "AΝέα Υόρκη" },
		{ "ｎｅｗ ｙｏｒｋ", "Aｎｅｗ ｙｏｒｋ" },
		{ "naïve 市长 élan vital", "Anaïve|市长|élan vital" },
		{ "\"new\" \"york\"", "Anew|york" },
		{ "“四方 责任” 防控", "A四方 责任|防控" },
		/* text that was copied with spaces in it */
		{ "2 月 19 日", "A2 月 19 日" },
		{ "疫情 防 控", "A疫情 防 控" },
		{ "'2 月", "E2 月" },
		{ "'", "E" },
		{ "\"", "A\"" },
		{ "", "A" },
		{ "  ", "A" },
		{ "一一 二二 三三 四四 五五 六六 七七 八八 九九",
		  "A一一|二二|三三|四四|五五|六六|七七|八八 九九" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct query query =
			query_of(str_from(cases[i].pattern), QUERY_AUTO);
		struct buf got;

		buf_init(&got);
		buf_add_byte(&got, query.mode == QUERY_EXACT ? 'E' : 'A');
		for (size_t w = 0; w < query.count; w++) {
			if (w)
				buf_add_byte(&got, '|');
			buf_add(&got, query.words[w]);
		}
		assert_string_equal(got.ptr, cases[i].want);
		buf_release(&got);
	}
}

static void hits_are_counted(void **state)
{
	static const struct {
		const char *pattern;
		enum query_mode mode;
		size_t hits;
	} cases[] = {
		{ "聯防聯控", QUERY_AUTO, 4 },
		{ "聯防聯控", QUERY_EXACT, 0 },
		{ "'聯防聯控", QUERY_AUTO, 0 },
		{ "'联防联控", QUERY_AUTO, 4 },
		{ "lflk", QUERY_AUTO, 4 },
		{ "lflk", QUERY_PINYIN, 4 },
		{ "LianFang", QUERY_AUTO, 4 },
		{ "ｌｆｌｋ", QUERY_AUTO, 4 },
		{ "ｌｉａｎ　ｆａｎｇ", QUERY_PINYIN, 4 },
		/* all words in one article: 12345 is in one alone */
		{ "12345", QUERY_AUTO, 1 },
		{ "12345 工作指南", QUERY_AUTO, 3 },
		{ "12345 没有这个词", QUERY_AUTO, 0 },
		{ "12345 慰问信", QUERY_AUTO, 0 },
	};
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);
	struct search_index *index = search_index_new(issue);
	struct hits hits;

	(void)state;
	hits_init(&hits);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		search_all(index, &hits, str_from(cases[i].pattern),
		           cases[i].mode);
		if (hits.count != cases[i].hits)
			fail_msg("%s: %zu hits, not %zu", cases[i].pattern,
			         hits.count, cases[i].hits);
		for (size_t h = 1; h < hits.count; h++)
			assert_true(hits.items[h].passage >
			                    hits.items[h - 1].passage ||
			            hits.items[h].start >=
			                    hits.items[h - 1].end);
	}
	hits_release(&hits);
	search_index_free(index);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(patterns_are_taken_apart),
		cmocka_unit_test(hits_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
