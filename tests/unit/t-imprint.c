/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which paper a page is of, and of which day; and who says so. */
#include "base/mem.h"
#include "export/citation.h"
#include "export/export.h"
#include "export/file_name.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define TEXT                                                                                                      \
 "　　本报讯　昨天下午，河边的小广场上来了许多人，大家一起种下了三十棵树，\n" \
 "孩子们给每棵树都挂上了名牌。\n"

static const char first_day[] = "青溪日报　2025年3月1日　第1版\n\n"
				"河边种下三十棵树\n\n" TEXT;
static const char second_day[] = "青溪日报　2025年3月8日　第1版\n\n"
				 "图书室周末也开门\n\n" TEXT;
static const char other_paper[] = "石桥晚报　2025年3月1日　第2版\n\n"
				  "渡口恢复夜间班次\n\n" TEXT;
static const char no_day[] = "食堂开到家门口\n\n" TEXT;

/* An issue of pages in files of these names, in a folder of its own. */
struct given {
	const char *name, *text;
};

static struct issue *load_given(const struct given *given, size_t count,
                                char paths[][64])
{
	const char *names[4] = { NULL };
	struct issue *issue;
	char *error;

	for (size_t i = 0; i < count; i++) {
		FILE *file;

		/* So many digits are no year, whatever process it is. */
		snprintf(paths[i], 64, "t-imprint-%010ld-%s", (long)getpid(),
		         given[i].name);
		file = fopen(paths[i], "w");
		assert_non_null(file);
		fputs(given[i].text, file);
		assert_int_equal(fclose(file), 0);
		names[i] = paths[i];
	}
	issue = load_files(names, count, NULL, &error);
	assert_non_null(issue);
	for (size_t i = 0; i < count; i++)
		unlink(paths[i]);
	return issue;
}

static void assert_str(struct str got, const char *want)
{
	if (!str_equal(got, str_from(want)))
		fail_msg("got '%.*s', wanted '%s'", (int)got.len, got.ptr,
		         want);
}

/* The end of the citation of the first article of each page. */
static void assert_cited(const struct issue *issue, const char *const *want)
{
	for (size_t i = 0; i < issue->page_count; i++) {
		struct buf cited;

		buf_init(&cited);
		assert_true(issue->pages[i].articles.start <
		            issue->pages[i].articles.end);
		citation_add(&cited, issue, issue->pages[i].articles.start);
		if (!str_ends(buf_str(&cited), str_from(want[i])) ||
		    (!*want[i] && cited.len))
			fail_msg("page %zu: '%s', wanted '%s'", i + 1,
			         cited.ptr, want[i]);
		buf_release(&cited);
	}
}

static void each_page_has_its_own_day(void **state)
{
	static const char *const want[] = { "青溪日报, 2025-03-01(1).",
		                            "青溪日报, 2025-03-08(1).",
		                            "青溪日报." };
	static const struct given given[] = { { "a.txt", first_day },
		                              { "b.txt", second_day },
		                              { "c.txt", no_day } };
	char paths[4][64];
	struct issue *issue = load_given(given, 3, paths);
	char *name;

	(void)state;
	assert_cited(issue, want);
	assert_str(issue->title, "青溪日报");
	assert_str(issue->date, "");
	name = file_name_make("%date-%paper", issue,
	                      issue->pages[1].articles.start, EXPORT_TEXT, 1);
	assert_string_equal(name, "2025-03-08-青溪日报.txt");
	free(name);
	issue_free(issue);
}

static void each_page_has_its_own_paper(void **state)
{
	static const char *const want[] = { "青溪日报, 2025-03-01(1).",
		                            "石桥晚报, 2025-03-01(2).", "" };
	static const struct given given[] = { { "a.txt", first_day },
		                              { "b.txt", other_paper },
		                              { "c.txt", no_day } };
	char paths[4][64];
	struct issue *issue = load_given(given, 3, paths);

	(void)state;
	assert_cited(issue, want);
	assert_str(issue->title, "");
	assert_str(issue->date, "2025-03-01");
	issue_free(issue);
}

static void the_only_day_is_everyones(void **state)
{
	static const char *const want[] = { "青溪日报, 2025-03-01(1).",
		                            "青溪日报, 2025-03-01." };
	static const struct given given[] = { { "a.txt", first_day },
		                              { "b.txt", no_day } };
	char paths[4][64];
	struct issue *issue = load_given(given, 2, paths);

	(void)state;
	assert_cited(issue, want);
	assert_str(issue->date, "2025-03-01");
	issue_free(issue);
}

static void but_not_where_a_name_says_another(void **state)
{
	static const struct {
		const char *name;
		bool denies;
	} cases[] = {
		{ "1930-04-03-p2.txt", true },    { "b-1930.txt", true },
		{ "19300403.txt", true },         { "1930.04.03.txt", true },
		{ "2025-03-02.txt", true },       { "20250302_b.txt", true },
		{ "2025-03-01-p2.txt", false },   { "20250301.txt", false },
		{ "b-2025.txt", false },          { "2.txt", false },
		{ "page-1024.txt", false },       { "12345.txt", false },
		{ "1930-2025-03-01.txt", false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct given given[] = { { "a.txt", first_day },
			                       { cases[i].name, no_day } };
		char paths[4][64];
		struct issue *issue = load_given(given, 2, paths);

		if (issue_page_date(issue, 1).len == !cases[i].denies * 10u)
			assert_int_equal(issue->page_count, 2);
		else
			fail_msg("%s: %.*s", cases[i].name,
			         (int)issue_page_date(issue, 1).len,
			         issue_page_date(issue, 1).ptr);
		issue_free(issue);
	}
}

/* What an export says is all that is known, also that nothing is. */
static void an_export_keeps_them(void **state)
{
	static const enum export_format formats[] = { EXPORT_MARKDOWN,
		                                      EXPORT_JSON };
	static const char *const want[] = { "青溪日报, 2025-03-01(1).",
		                            "青溪日报.",
		                            "青溪日报, 2025-03-08(1)." };
	static const struct given given[] = { { "a.txt", first_day },
		                              { "1930.txt", no_day },
		                              { "b.txt", second_day } };
	char paths[4][64];
	struct issue *issue = load_given(given, 3, paths);

	(void)state;
	assert_cited(issue, want);
	for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
		struct issue *again;
		struct buf out;

		buf_init(&out);
		assert_null(export_write(&out, issue, selection_all(issue),
		                         formats[i], NULL));
		again = load_bytes(buf_str(&out), "export", NULL);
		assert_int_equal(again->page_count, 3);
		assert_cited(again, want);
		assert_null(issue_validate(again));
		issue_free(again);
		buf_release(&out);
	}
	issue_free(issue);
}

/* Only what has the form of a day is one; a name may hold what it likes. */
static void a_mark_is_not_trusted(void **state)
{
	static const struct {
		const char *mark, *date, *title;
	} cases[] = {
		{ ", date 2025-03-08, paper 青溪日报", "2025-03-08",
		  "青溪日报" },
		{ ", date 2025-03-8, paper 青溪日报", "", "青溪日报" },
		{ ", date tomorrow", "", "" },
		{ ", printed 2 1, date 2025-03-08, label A1, paper X, Y",
		  "2025-03-08", "X, Y" },
		{ ", paper ", "", "" },
		{ "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue;
		struct buf text;

		buf_init(&text);
		buf_addf(&text, "<!-- baolan: news, page 1%s -->\n\n# A\n\nB\n",
		         cases[i].mark);
		issue = load_bytes(buf_str(&text), "export", NULL);
		assert_str(issue_page_date(issue, 0), cases[i].date);
		assert_str(issue_page_title(issue, 0), cases[i].title);
		issue_free(issue);
		buf_release(&text);
	}
}

/* Where JSON comes from elsewhere a date may be anything. */
static void json_is_not_trusted(void **state)
{
	struct issue *issue = load_bytes(
		STR("{\"baolan\":1,\"articles\":[{\"page\":1,\"kind\":\"news\","
	            "\"paper\":\"a -->\\nb\",\"date\":\"1 -->\\n# c\","
	            "\"headline_lines\":[{\"role\":\"head\",\"text\":\"H\"}],"
	            "\"paragraphs\":[{\"role\":\"body\",\"text\":\"T\"}]}]}"),
		"x", NULL);

	(void)state;
	assert_int_equal(issue->article_count, 1);
	assert_int_equal(issue->passage_count, 2);
	assert_str(issue->title, "");
	issue_free(issue);
	/* Exports of before said it once. */
	issue = load_bytes(
		STR("{\"baolan\":1,\"title\":\"青溪日报\",\"date\":\"2025-03-01\","
	            "\"articles\":[{\"page\":1,\"kind\":\"news\","
	            "\"headline_lines\":[{\"role\":\"head\",\"text\":\"H\"}],"
	            "\"paragraphs\":[{\"role\":\"body\",\"text\":\"T\"}]}]}"),
		"x", NULL);
	assert_str(issue->title, "青溪日报");
	assert_str(issue->date, "2025-03-01");
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_page_has_its_own_day),
		cmocka_unit_test(each_page_has_its_own_paper),
		cmocka_unit_test(the_only_day_is_everyones),
		cmocka_unit_test(but_not_where_a_name_says_another),
		cmocka_unit_test(an_export_keeps_them),
		cmocka_unit_test(a_mark_is_not_trusted),
		cmocka_unit_test(json_is_not_trusted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
