/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/citation.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void authors_are_named_or_left_out(void **state)
{
	static const struct {
		const char *byline, *want;
	} cases[] = {
		{ "本报记者 方砚", "方砚" },
		{ "本报记者 岳小棠　通讯员 向阳", "岳小棠, 向阳" },
		{ "本报记者方砚", "方砚" },
		{ "本报记者 方　砚　王小五", "方砚, 王小五" },
		{ "□文/方砚 图/王五", "方砚, 王五" },
		{ "记者 甲一 乙二 丙三 丁四 报道", "甲一, 乙二, 丙三, 等" },
		{ "記者范采真／澄灣報導", "范采真" },
		{ "【記者范采真／澄灣報導】", "范采真" },
		{ "阿依古丽·买买提", "阿依古丽·买买提" },
		{ "By Nora Whitcombe", "Nora Whitcombe" },
		{ "By Ann Lee and Bo Ek", "Ann Lee, Bo Ek" },
		{ "By A. One, B. Two, C. Three and D. Four",
		  "A. One, B. Two, C. Three, et al." },
		/* Where one name ends and the next begins is not to be seen. */
		{ "本报记者闻笛贺小满", "" },
		{ "本报记者 方", "" },
		{ "石桥镇图书室的三位老师", "" },
		{ "本报记者", "" },
		{ "", "" },
		{ "\xff\xfe", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf got;
		bool done;

		buf_init(&got);
		done = citation_add_authors(&got, str_from(cases[i].byline));
		assert_string_equal(got.ptr, cases[i].want);
		assert_int_equal(done, cases[i].want[0] != '\0');
		buf_release(&got);
	}
}

/* The first article of the issue, cited. */
static void assert_cited(const char *text, const char *want)
{
	struct issue *issue = load_bytes(str_from(text), "a", NULL);
	struct buf got;

	buf_init(&got);
	assert_true(issue->article_count > 0);
	issue->pages[0].title = STR("石桥日报");
	assert_true(citation_add(&got, issue, 0));
	assert_string_equal(got.ptr, want);
	buf_clear(&got);
	issue->pages[0].date = STR("2020-02-19");
	issue->pages[0].label = STR("第2版");
	assert_true(citation_add(&got, issue, 0));
	assert_non_null(strstr(got.ptr, "石桥日报, 2020-02-19(2)."));
	issue->pages[0].issue_number = STR("288");
	buf_clear(&got);
	assert_true(citation_add(&got, issue, 0));
	assert_non_null(strstr(got.ptr, "石桥日报, 2020-02-19, no. 288(2)."));
	issue->pages[0].volume = STR("7");
	buf_clear(&got);
	assert_true(citation_add(&got, issue, 0));
	assert_non_null(strstr(got.ptr, "2020-02-19, vol. 7, no. 288(2)."));
	issue->pages[0].volume = issue->pages[0].issue_number = STR("");
	issue->pages[0].label = STR("A06");
	assert_true(citation_add(&got, issue, 0));
	assert_non_null(strstr(got.ptr, "2020-02-19(A06)."));
	buf_clear(&got);
	issue->pages[0].title = STR("");
	assert_false(citation_add(&got, issue, 0));
	assert_int_equal(got.len, 0);
	buf_release(&got);
	issue_free(issue);
}

static void what_is_not_known_is_left_out(void **state)
{
	(void)state;
	assert_cited("<!-- baolan: news, page 1 -->\n\n*民生*\n\n# 图书室开门"
	             "\n\n*方砚　王五* <!-- byline -->\n\n三千册书。\n",
	             "方砚, 王五. 图书室开门[N]. 石桥日报.");
	assert_cited("<!-- baolan: news, page 1 -->\n\n# 图书室开门\n\n"
	             "三千册书。\n",
	             "图书室开门[N]. 石桥日报.");
}

static void without_a_headline_there_is_none(void **state)
{
	struct issue *issue = load_bytes(
		STR("<!-- baolan: other, page 1 -->\n\n三千册书。\n"), "a",
		NULL);
	struct buf got;

	(void)state;
	buf_init(&got);
	issue->pages[0].title = STR("石桥日报");
	assert_false(citation_add(&got, issue, 0));
	assert_int_equal(got.len, 0);
	buf_release(&got);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(authors_are_named_or_left_out),
		cmocka_unit_test(what_is_not_known_is_left_out),
		cmocka_unit_test(without_a_headline_there_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
