/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/reference.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "export/export.h"
#include "issue/issue.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#define NEWS "<!-- baolan: news, page 1 -->\n\n"

static struct issue *issue_of(const char *text)
{
	struct issue *issue = load_bytes(str_from(text), "a", NULL);

	issue->pages[0].title = STR("石桥日报");
	issue->pages[0].date = STR("2020-02-19");
	issue->pages[0].label = STR("第2版");
	return issue;
}

/* The articles in a format; the caller frees the text. */
static char *written(const struct issue *issue, enum export_format format)
{
	struct buf out;

	buf_init(&out);
	assert_null(
		export_write(&out, issue, selection_all(issue), format, NULL));
	return buf_steal(&out);
}

static void assert_has(const struct issue *issue, enum export_format format,
                       const char *want)
{
	char *text = written(issue, format);

	if (!strstr(text, want))
		fail_msg("no %s in\n%s", want, text);
	free(text);
}

static void assert_lacks(const struct issue *issue, enum export_format format,
                         const char *what)
{
	char *text = written(issue, format);

	if (strstr(text, what))
		fail_msg("%s in\n%s", what, text);
	free(text);
}

/* An export in JSON that is read may say any day. */
static void key_is_plain(void **state)
{
	struct issue *issue = issue_of(NEWS "# 图书室开门\n\n三千册书。\n");

	(void)state;
	issue->pages[0].date = STR("2020}\n@x 二");
	assert_has(issue, EXPORT_BIBTEX, "@article{news-2020---x-----p1-a1,\n");
	issue_free(issue);
}

static void what_is_known_is_written(void **state)
{
	struct issue *issue =
		issue_of(NEWS "*民生*\n\n# 图书室开门\n\n*三千册书*\n\n"
	                      "*本报记者 岳小棠　通讯员 欧阳向阳* <!-- byline "
	                      "-->\n\n三千册书昨天都上架了。\n");

	(void)state;
	issue->pages[0].volume = STR("7");
	issue->pages[0].issue_number = STR("288");
	assert_has(issue, EXPORT_BIBTEX,
	           "@article{news-2020-02-19-p1-a1,\n"
	           "\tentrysubtype = {newspaper},\n"
	           "\tauthor = {岳, 小棠 and 欧阳, 向阳},\n"
	           "\ttitle = {{图书室开门}},\n"
	           "\tjournal = {{石桥日报}},\n"
	           "\tdate = {2020-02-19},\n"
	           "\tyear = {2020},\n"
	           "\tmonth = feb,\n"
	           "\tvolume = {7},\n"
	           "\tnumber = {288},\n"
	           "\tpages = {2},\n"
	           "\tlanguage = {zh-Hans},\n"
	           "\tnote = {石桥日报 2020-02-19 page 1 · lines ");
	assert_has(issue, EXPORT_RIS,
	           "TY  - NEWS\r\nID  - news-2020-02-19-p1-a1\r\n"
	           "AU  - 岳, 小棠\r\nAU  - 欧阳, 向阳\r\n"
	           "TI  - 图书室开门\r\nT2  - 石桥日报\r\n"
	           "PY  - 2020\r\nDA  - 2020/02/19/\r\n"
	           "VL  - 7\r\nIS  - 288\r\nSP  - 2\r\nLA  - zh-Hans\r\n"
	           "N1  - 石桥日报 2020-02-19 page 1 · lines ");
	assert_has(issue, EXPORT_RIS, "\r\nER  - \r\n");
	issue_free(issue);
}

/* The one item of the JSON; the caller owns the tree. */
static json_t *item_of(const struct issue *issue, json_t **tree)
{
	char *text = written(issue, EXPORT_CSL);

	*tree = json_loads(text, 0, NULL);
	free(text);
	assert_non_null(*tree);
	assert_int_equal(json_array_size(*tree), 1);
	return json_array_get(*tree, 0);
}

static void csl_items_are_as_the_schema_has_them(void **state)
{
	struct issue *issue = issue_of(
		NEWS "# Night buses return\n\n*By Samuel Okafor-Reid and John "
		     "Smith Jr.* <!-- byline -->\n\nThe buses to the hill "
		     "villages will run again from the first of the month, "
		     "and the last of them leaves at midnight.\n");
	const char *key;
	const json_t *value;
	json_t *tree, *item = item_of(issue, &tree), *names, *parts;

	(void)state;
	json_object_foreach(item, key, value) assert_non_null(
		strstr(" id type title author container-title issued page "
	               "language note ",
	               key));
	assert_string_equal(json_string_value(json_object_get(item, "type")),
	                    "article-newspaper");
	names = json_object_get(item, "author");
	assert_int_equal(json_array_size(names), 2);
	assert_string_equal(json_string_value(json_object_get(
				    json_array_get(names, 0), "family")),
	                    "Okafor-Reid");
	assert_string_equal(json_string_value(json_object_get(
				    json_array_get(names, 1), "suffix")),
	                    "Jr.");
	parts = json_array_get(
		json_object_get(json_object_get(item, "issued"), "date-parts"),
		0);
	assert_int_equal(json_array_size(parts), 3);
	assert_int_equal(json_integer_value(json_array_get(parts, 2)), 19);
	assert_string_equal(
		json_string_value(json_object_get(item, "language")), "en");
	json_decref(tree);
	issue_free(issue);
}

static void nothing_is_invented(void **state)
{
	struct issue *issue = load_bytes(
		STR("<!-- baolan: other, page 1 -->\n\n*某某老师们* <!-- byline "
	            "-->\n\n三千册书昨天都上架了，一共有二十多箱，来了很多孩子。\n"),
		"a", NULL);
	json_t *tree, *item = item_of(issue, &tree);

	(void)state;
	assert_null(json_object_get(item, "issued"));
	assert_null(json_object_get(item, "author"));
	assert_null(json_object_get(item, "container-title"));
	assert_null(json_object_get(item, "page"));
	json_decref(tree);
	assert_lacks(issue, EXPORT_BIBTEX, "date =");
	assert_lacks(issue, EXPORT_BIBTEX, "year =");
	assert_lacks(issue, EXPORT_RIS, "DA  - ");
	assert_lacks(issue, EXPORT_RIS, "AU  - ");
	/* A title is supplied in brackets; a byline that names nobody with
	 * certainty is in the note. */
	assert_has(issue, EXPORT_RIS, "TI  - [三千册书昨天都上架了，");
	assert_has(issue, EXPORT_RIS, "…]\r\n");
	assert_has(issue, EXPORT_RIS, "N1  - Byline: 某某老师们\r\n");
	issue_free(issue);
}

static void dates_are_as_long_as_known(void **state)
{
	static const struct {
		const char *date, *ris, *bibtex;
	} cases[] = {
		{ "1925-03", "DA  - 1925/03//\r\n", "month = mar,\n\tpages" },
		{ "1925", "DA  - 1925///\r\n", "year = {1925},\n\tpages" },
		{ "1925-03-08", "DA  - 1925/03/08/\r\n", "month = mar" },
	};
	struct issue *issue = issue_of(NEWS "# 图书室开门\n\n三千册书。\n");

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		issue->pages[0].date = str_from(cases[i].date);
		assert_has(issue, EXPORT_RIS, cases[i].ris);
		assert_has(issue, EXPORT_BIBTEX, cases[i].bibtex);
	}
	issue->pages[0].date = STR("spring");
	assert_lacks(issue, EXPORT_RIS, "DA  - ");
	assert_lacks(issue, EXPORT_BIBTEX, "year");
	issue_free(issue);
}

static void hostile_titles_stay_in_their_field(void **state)
{
	static const struct {
		const char *title, *bibtex, *ris;
	} cases[] = {
		{ "100% of #1 & a_b", "{{100\\% of \\#1 \\& a\\_b}}",
		  "TI  - 100% of #1 & a_b\r\n" },
		{ "\\input{/etc/passwd}",
		  "{{{\\textbackslash}input\\{/etc/passwd\\}}}",
		  "TI  - \\input{/etc/passwd}\r\n" },
		{ "$5 ~ ^ 6", "{{\\$5 \\~{} \\^{} 6}}", "TI  - $5 ~ ^ 6\r\n" },
		/* BibTeX counts braces, whatever is before them */
		{ "a} b", "{{a{\\textbraceright} b}}", "TI  - a} b\r\n" },
		{ "a{ b", "{{a{\\textbraceleft} b}}", "TI  - a{ b\r\n" },
		{ "}{", "{{{\\textbraceright}{\\textbraceleft}}}",
		  "TI  - }{\r\n" },
		{ "a\"b, c} @book{x,",
		  "{\\textbraceright} @book"
		  "{\\textbraceleft}x,}}",
		  "TI  - a\"b, c} @book{x,\r\n" },
		/* a line end ends no field, nothing steers a terminal */
		{ "报\nER  - \nTY  - BOOK",
		  "{{报<U+000A>ER  - <U+000A>TY  - BOOK}}",
		  "TI  - 报<U+000A>ER  - <U+000A>TY  - BOOK\r\n" },
		{ "报\r栏\x1b[31m\u202e",
		  "{{报<U+000D>栏<U+001B>[31m<U+202E>}}",
		  "TI  - 报<U+000D>栏<U+001B>[31m<U+202E>\r\n" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue = issue_of(NEWS "# x\n\n三千册书。\n");
		struct passage *head = &issue->passages[0];
		json_t *tree;

		head->text = str_from(cases[i].title);
		head->span_count = 0;
		issue->articles[0].headline = head->text;
		assert_has(issue, EXPORT_BIBTEX, cases[i].bibtex);
		assert_has(issue, EXPORT_RIS, cases[i].ris);
		assert_string_equal(json_string_value(json_object_get(
					    item_of(issue, &tree), "title")),
		                    cases[i].title);
		json_decref(tree);
		issue_free(issue);
	}
}

static void articles_have_keys_of_their_own(void **state)
{
	struct issue *issue =
		issue_of(NEWS "# 图书室开门\n\n三千册书。\n\n"
	                      "---\n\n" NEWS "# 书店关门\n\n一册也没有。\n");

	(void)state;
	assert_int_equal(issue->article_count, 2);
	assert_has(issue, EXPORT_BIBTEX, "@article{news-2020-02-19-p1-a1,");
	assert_has(issue, EXPORT_BIBTEX,
	           "}\n\n@article{news-2020-02-19-p1-a2,");
	assert_has(issue, EXPORT_RIS, "ER  - \r\n\r\nTY  - NEWS\r\n");
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(key_is_plain),
		cmocka_unit_test(what_is_known_is_written),
		cmocka_unit_test(csl_items_are_as_the_schema_has_them),
		cmocka_unit_test(nothing_is_invented),
		cmocka_unit_test(dates_are_as_long_as_known),
		cmocka_unit_test(hostile_titles_stay_in_their_field),
		cmocka_unit_test(articles_have_keys_of_their_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
