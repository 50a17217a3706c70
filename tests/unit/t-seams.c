/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/seams.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "search/index.h"
#include "search/report.h"
#include "search/search.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* An issue of a page an article, each with one paragraph; where a text ends in |, which is
 * none of it, the article goes on on the next page. */
static struct issue *issue_of(const char *const *texts, size_t count)
{
	struct issue *issue = issue_new();
	bool goes_on = false;

	for (size_t i = 0; i < count; i++) {
		struct str text = str_from(texts[i]);
		bool before = goes_on;

		goes_on = str_ends(text, STR("|"));
		text.len -= goes_on;
		*ARRAY_ADD(issue->passages, issue->passage_count,
		           issue->passage_cap) = (struct passage){
			.role = ROLE_BODY, .article = i, .page = i, .text = text
		};
		*ARRAY_ADD(issue->articles, issue->article_count,
		           issue->article_cap) = (struct article){
			.page = i,
			.runs_on = goes_on,
			.passages = { i, i + 1 },
		};
		parts_begin(issue);
		if (before)
			parts_join(issue, i, i - 1);
	}
	return issue;
}

/* Appends each hit as its text, with the number of its passage before it. */
static void add_hits(struct buf *out, const struct issue *issue,
                     const char *pattern, enum query_mode mode)
{
	struct search_index *index = search_index_new(issue);
	struct hits hits;

	hits_init(&hits);
	search_all(index, &hits, str_from(pattern), mode);
	for (size_t i = 0; i < hits.count; i++) {
		buf_addf(out, "%s%zu ", i ? ", " : "", hits.items[i].passage);
		seam_add_hit(out, issue, &hits.items[i]);
	}
	hits_release(&hits);
	search_index_free(index);
}

static const struct {
	const char *what, *texts[3], *pattern;
	enum query_mode mode;
	const char *hits;
} cases[] = {
	{ "a word over the seam",
	  { "今天全部|", "种在河边。", "全部种好。" },
	  "全部种",
	  QUERY_AUTO,
	  "0 全部种, 2 全部种" },
	{ "in the order of the pages",
	  { "种树，全部种|", "树。", "种树。" },
	  "种树",
	  QUERY_AUTO,
	  "0 种树, 0 种树, 2 种树" },
	{ "the text ends there",
	  { "今天全部", "种在河边。", "" },
	  "全部种",
	  QUERY_AUTO,
	  "" },
	{ "words are parted",
	  { "at the city hall on|", "Friday evening.", "" },
	  "HALL ON FRIDAY",
	  QUERY_AUTO,
	  "0 hall on Friday" },
	{ "and not joined",
	  { "the city hall|", "way to go", "" },
	  "hallway",
	  QUERY_AUTO,
	  "" },
	{ "a word that the page divides",
	  { "a plan-|", "ning office", "" },
	  "planning",
	  QUERY_AUTO,
	  "0 planning" },
	{ "over three pages",
	  { "一二|", "三四|", "五六" },
	  "四五",
	  QUERY_AUTO,
	  "1 四五" },
	{ "exactly",
	  { "City Hall|", "on Friday", "" },
	  "Hall on",
	  QUERY_EXACT,
	  "0 Hall on" },
	{ "by pinyin",
	  { "今天全部|", "种在河边。", "" },
	  "quanbuzhong",
	  QUERY_AUTO,
	  "0 全部种" },
	{ "two words, one of them over the seam",
	  { "松树，全部|", "种在河边。", "松树。" },
	  "松树 全部种",
	  QUERY_AUTO,
	  "0 松树, 0 全部种" },
	{ "no hit lies over another",
	  { "一一一|", "一一", "" },
	  "一一",
	  QUERY_AUTO,
	  "0 一一, 0 一一" },
};

static void hits_cross_seams(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue =
			issue_of(cases[i].texts, ARRAY_LEN(cases[i].texts));
		struct buf got;

		buf_init(&got);
		add_hits(&got, issue, cases[i].pattern, cases[i].mode);
		if (!str_equal(buf_str(&got), str_from(cases[i].hits)))
			fail_msg("%s: %s", cases[i].what, got.ptr);
		buf_release(&got);
		issue_free(issue);
	}
}

/* To the end of the sentence, on the other page. */
static void the_words_around_a_hit_go_on(void **state)
{
	static const char *const texts[] = { "第一句。他说全部|",
		                             "种在河边。第二句。" };
	struct issue *issue = issue_of(texts, ARRAY_LEN(texts));
	struct hit hit = { 0, STR("第一句。他说").len, 0, STR("种").len };
	struct hit context;
	struct buf got;

	(void)state;
	hit.end = issue->passages[0].text.len;
	context = hit_context(issue, &hit, 60);
	buf_init(&got);
	seam_add_hit(&got, issue, &context);
	assert_string_equal(got.ptr, "他说全部种在河边。");
	buf_release(&got);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hits_cross_seams),
		cmocka_unit_test(the_words_around_a_hit_go_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
