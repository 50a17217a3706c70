/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/export.h"
#include "export/file_name.h"
#include "export/passage_text.h"
#include "export/provenance.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "text/neutralise.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unistr.h>

#define TEN "一二三四五六七八九十"

/* An issue of one article with this headline. */
static struct issue *issue_headed(const char *headline)
{
	struct issue *issue = issue_new();

	*ARRAY_ADD(issue->articles, issue->article_count, issue->article_cap) =
		(struct article){ .headline = str_from(headline) };
	return issue;
}

static void names_are_safe_and_telling(void **state)
{
	static const struct {
		const char *headline, *want;
	} cases[] = {
		{ "致读者的慰问信", "致读者的慰问信.txt" },
		{ "", "article-1.txt" },
		{ "/etc/passwd", "etcpasswd.txt" },
		{ "../../x", "x.txt" },
		{ "...", "article-1.txt" },
		{ "-rf", "rf.txt" },
		{ " .-a.- .", "a.txt" },
		{ "a\\b:c*d?e\"f<g>h|i", "abcdefghi.txt" },
		{ "a\nb\x1b[31m\x7f", "ab[31m.txt" },
		{ "报\u202e栏\u200b\ufeff\u2028", "报栏.txt" },
		{ "e\u0301", "é.txt" },
		{ "e:\u0301", "é.txt" }, /* composed when : is gone */
		{ "报\ufffd栏", "报栏.txt" },
		{ "检\u2060查\u200d防\u00ad汛\ufe0f\u3164", "检查防汛.txt" },
		{ "CON", "CON_.txt" },
		{ "nul", "nul_.txt" },
		{ "com1.v2", "com1_.v2.txt" },
		{ "COM¹", "COM¹_.txt" },
		{ "Lpt9 .a", "Lpt9_ .a.txt" },
		{ "conout$", "conout$_.txt" },
		{ "console", "console.txt" },
		{ "com", "com.txt" },
		{ "com10", "com10.txt" },
		{ "（党建）“四个”！", "（党建）“四个”！.txt" },
		{ TEN TEN TEN, TEN TEN ".txt" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue = issue_headed(cases[i].headline);
		char *got;

		got = file_name_make("%headline", issue, 0, EXPORT_TEXT, 1);
		assert_string_equal(got, cases[i].want);
		free(got);
		issue_free(issue);
	}
}

/* JSON that is not CSL-JSON has no name that says so. */
static void no_name_is_that_of_another_format(void **state)
{
	struct issue *issue = issue_headed("甲.csl");
	char *json = file_name_make("%headline", issue, 0, EXPORT_JSON, 1);
	char *csl = file_name_make("%headline", issue, 0, EXPORT_CSL, 1);

	(void)state;
	assert_string_equal(json, "甲.csl_.json");
	assert_string_equal(csl, "甲.csl.csl.json");
	free(json);
	free(csl);
	issue_free(issue);
}

/* Whatever stands in a headline: one component, short, UTF-8, not hidden. */
static void any_headline_gives_a_name(void **state)
{
	static const uint32_t steps[] = { 1, 7, 97, 4099 };
	struct issue *issue = issue_new();
	struct buf headline;

	(void)state;
	buf_init(&headline);
	issue->articles = mem_alloc(sizeof *issue->articles);
	issue->article_count = 1;
	for (size_t i = 0; i < ARRAY_LEN(steps); i++)
		for (uint32_t c = 0; c < 0x110000; c += steps[i] * 24) {
			char *name;

			buf_clear(&headline);
			for (uint32_t k = 0; k < 24; k++)
				buf_add_uc(&headline, c + k * steps[i]);
			issue->articles[0].headline = buf_str(&headline);
			name = file_name_make("%headline", issue, 0,
			                      EXPORT_MARKDOWN, 1);
			assert_true(strlen(name) <= 200);
			assert_null(strchr(name, '/'));
			assert_true(name[0] != '.' && name[0] != '-');
			assert_null(u8_check((uint8_t *)name, strlen(name)));
			for (const uint8_t *at = (uint8_t *)name; *at;) {
				ucs4_t one;

				at += u8_strmbtouc(&one, at);
				assert_false(char_is_hostile(one));
			}
			free(name);
		}
	buf_release(&headline);
	issue_free(issue);
}

static void what_is_no_character_is_shown(void **state)
{
	struct buf out;

	(void)state;
	buf_init(&out);
	for (uint32_t plane = 0; plane <= 0x10; plane++)
		for (uint32_t c = 0xfffe; c <= 0xffff; c++) {
			struct buf text, want;

			buf_init(&text);
			buf_init(&want);
			buf_clear(&out);
			buf_add_uc(&text, plane << 16 | c);
			buf_addf(&want, "<U+%04X>",
			         (unsigned)(plane << 16 | c));
			export_visible(&out, buf_str(&text));
			assert_string_equal(out.ptr, want.ptr);
			buf_release(&text);
			buf_release(&want);
		}
	buf_clear(&out);
	export_visible(&out, STR("\ue000\U000ffffd\U0010fffd"));
	assert_string_equal(out.ptr, "\ue000\U000ffffd\U0010fffd");
	buf_release(&out);
}

static void an_issue_is_named_after_its_paper(void **state)
{
	struct issue *issue = issue_new();
	char *name = file_name_make(FILE_NAME_PATTERN_ISSUE, issue, NPOS,
	                            EXPORT_JSON, 1);

	(void)state;
	assert_string_equal(name, "issue.json");
	free(name);
	issue->title = STR("石景山报");
	name = file_name_make(FILE_NAME_PATTERN_ISSUE, issue, NPOS, EXPORT_HTML,
	                      1);
	assert_string_equal(name, "石景山报.html");
	free(name);
	issue_free(issue);
}

static void a_pattern_makes_names(void **state)
{
	static const struct {
		const char *pattern, *date, *label, *headline, *want;
		size_t copy;
	} cases[] = {
		{ FILE_NAME_PATTERN, "2020-02-19", "第2版", "图书室开门",
		  "2020-02-19-第2版-图书室开门.txt", 1 },
		{ FILE_NAME_PATTERN, "", "A06", "图书室开门",
		  "A06-图书室开门.txt", 1 },
		{ FILE_NAME_PATTERN, "", "", "图书室开门", "p3-图书室开门.txt",
		  1 },
		{ FILE_NAME_PATTERN, "2020-02-19", "", "", "2020-02-19-p3.txt",
		  1 },
		{ FILE_NAME_PATTERN, "", "", "图书室开门",
		  "p3-图书室开门-2.txt", 2 },
		{ "报：%headline", "", "", "甲", "报：甲.txt", 1 },
		{ "%headline（%date）", "2020-02-19", "", "甲",
		  "甲（2020-02-19）.txt", 1 },
		{ "%number", "", "", "甲", "1-12.txt", 12 },
		{ "%paper", "", "", "甲", "article-1.txt", 1 },
		{ FILE_NAME_PATTERN, "../..", "/", "..", "article-1.txt", 1 },
		{ FILE_NAME_PATTERN, "../..", "/", "甲", "甲.txt", 1 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue = issue_headed(cases[i].headline);
		char *got;

		*ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap) =
			(struct page){ .number = 3,
			               .label = str_from(cases[i].label) };
		issue->date = str_from(cases[i].date);
		got = file_name_make(cases[i].pattern, issue, 0, EXPORT_TEXT,
		                     cases[i].copy);
		assert_string_equal(got, cases[i].want);
		free(got);
		issue_free(issue);
	}
	assert_true(file_name_pattern_is_valid(FILE_NAME_PATTERN));
	assert_true(file_name_pattern_is_valid(FILE_NAME_PATTERN_ISSUE));
	assert_false(file_name_pattern_is_valid("a"));
	assert_false(file_name_pattern_is_valid("%headline%"));
	assert_false(file_name_pattern_is_valid("%headlines/%date"));
	assert_false(file_name_pattern_is_valid(""));
	assert_false(file_name_pattern_is_valid("%headline.pdf"));
	assert_true(file_name_pattern_is_valid("v1.%headline"));
}

#define NONE EXPORT_FORMAT_COUNT

static void formats_are_known_by_name_and_extension(void **state)
{
	static const struct {
		const char *path;
		enum export_format format;
	} cases[] = {
		{ "a.txt", EXPORT_TEXT },
		{ "a.md", EXPORT_MARKDOWN },
		{ "a.MD", EXPORT_MARKDOWN },
		{ "a.markdown", EXPORT_MARKDOWN },
		{ "a.html", EXPORT_HTML },
		{ "a.htm", EXPORT_HTML },
		{ "a.json", EXPORT_JSON },
		{ "a.epub", EXPORT_EPUB },
		{ "a", EXPORT_TEXT },
		{ "a.b.md", EXPORT_MARKDOWN },
		{ "x.md/a", EXPORT_TEXT },
		{ "", EXPORT_TEXT },
		{ ".", EXPORT_TEXT },
		{ ".md", EXPORT_TEXT },
		{ "x.pdf", NONE },
		{ "x.DOCX", NONE },
		{ "a/x.7z", NONE },
		{ "x.md.bak", NONE },
		{ "2020.02.19", EXPORT_TEXT },
		{ "x.", EXPORT_TEXT },
		{ "第1版.要闻", EXPORT_TEXT },
		{ "x.tar/a", EXPORT_TEXT },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (export_format_for(cases[i].path) != cases[i].format)
			fail_msg("'%s'", cases[i].path);
	assert_int_equal(export_format_named("markdown"), EXPORT_MARKDOWN);
	assert_int_equal(export_format_named("md"), EXPORT_FORMAT_COUNT);
	assert_int_equal(export_format_named(""), EXPORT_FORMAT_COUNT);
}

/* Each row of the table is found again by what stands in it. */
static void the_table_of_formats_is_well(void **state)
{
	(void)state;
	for (int i = 0; i < EXPORT_FORMAT_COUNT; i++) {
		enum export_format format = (enum export_format)i;
		struct buf path;

		assert_int_equal(
			export_format_named(export_format_name(format)), i);
		buf_init(&path);
		buf_add_c(&path, "a.");
		buf_add(&path, export_extension(format));
		assert_true(path.len > 2);
		assert_int_equal(export_format_for(path.ptr), i);
		buf_release(&path);
	}
}

static void formats_are_listed_by_what_they_can_do(void **state)
{
	static const struct {
		unsigned traits;
		const char *last, *want;
		size_t count;
	} cases[] = {
		{ EXPORT_LISTS, " or ", "text or json", 2 },
		{ EXPORT_UPRIGHT, " and ", "html and epub", 2 },
		{ EXPORT_AS_PRINTED, " and ", "text, html and epub", 3 },
		{ EXPORT_AS_PRINTED | EXPORT_BINARY, " or ", "epub", 1 },
	};
	struct buf got;

	(void)state;
	buf_init(&got);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		buf_clear(&got);
		assert_int_equal(
			export_add_names(&got, cases[i].traits, cases[i].last),
			cases[i].count);
		assert_string_equal(got.ptr, cases[i].want);
	}
	buf_clear(&got);
	export_add_endings(&got, EXPORT_MARKDOWN, " ");
	assert_true(
		str_starts(buf_str(&got), STR(".md .txt .html .json .epub")));
	buf_release(&got);
}

/* Two files with lines of three articles; 0: nobody's. */
static const struct {
	size_t file, number;
	const char *text;
	size_t article;
} rows[] = {
	{ 0, 7, "甲", 1 },  { 0, 8, "", 0 },   { 0, 9, "甲", 1 },
	{ 0, 10, "乙", 2 }, { 0, 11, " ", 0 }, { 0, 12, "甲", 1 },
	{ 1, 1, "甲", 1 },  { 1, 2, "", 0 },   { 1, 3, "乙", 2 },
	{ 1, 4, "丙", 3 },
};

/* Article `article` of the rows, with one passage. */
static void add_article(struct issue *issue, size_t article)
{
	struct span *spans =
		arena_alloc(&issue->arena, sizeof *spans * ARRAY_LEN(rows));
	struct passage passage = { .spans = spans };

	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		size_t end = passage.text.len + strlen(rows[i].text);

		if (rows[i].article != article)
			continue;
		spans[passage.span_count++] =
			(struct span){ passage.text.len, end, i, 0 };
		passage.text.len = end;
	}
	*ARRAY_ADD(issue->articles, issue->article_count, issue->article_cap) =
		(struct article){ .passages = { issue->passage_count,
		                                issue->passage_count + 1 } };
	*ARRAY_ADD(issue->passages, issue->passage_count, issue->passage_cap) =
		passage;
}

static struct issue *issue_of_rows(void)
{
	struct issue *issue = issue_new();

	for (size_t i = 0; i < 2; i++) {
		*ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap) =
			(struct page){ .number = i + 1, .file = i };
		*ARRAY_ADD(issue->files, issue->file_count, issue->file_cap) =
			(struct file){ .name = str_from(i ? "b" : "a") };
	}
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		*ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap) =
			(struct line){ .text = str_from(rows[i].text),
			               .page = rows[i].file,
			               .number = rows[i].number };
	for (size_t article = 1; article <= 3; article++)
		add_article(issue, article);
	return issue;
}

/* Lines of another article are not told as one's own, blank ones between are;
 * a file has numbers of its own. */
static void a_source_names_its_lines(void **state)
{
	static const char *const want[] = {
		"page 1 · lines 7–9, 12 of a · line 1 of b",
		"page 1 · line 10 of a · line 3 of b",
		"page 1 · line 4 of b",
	};
	struct issue *issue = issue_of_rows();

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(want); i++) {
		struct buf got;

		buf_init(&got);
		export_source(&got, issue, i);
		assert_string_equal(got.ptr, want[i]);
		buf_release(&got);
	}
	issue_free(issue);
}

/* As printed, a broken word keeps the hyphen that its paragraph drops. */
static void printed_lines_keep_their_hyphens(void **state)
{
	static const struct {
		bool as_printed;
		const char *part;
	} cases[] = {
		{ false, "his ferryman's boat" },
		{ true, "his ferry-\nman's boat" },
	};
	struct issue *issue =
		fixture_page("the ferryman is glad, and so is his ferry-\n"
	                     "man's boat, on the river and on the shore.\n",
	                     0);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct export_options options = {
			.ambiguous_cols = 1, .as_printed = cases[i].as_printed
		};
		struct buf got;

		buf_init(&got);
		assert_null(export_write(&got, issue, selection_all(issue),
		                         EXPORT_TEXT, &options));
		if (str_find(buf_str(&got), str_from(cases[i].part), 0) == NPOS)
			fail_msg("%s", got.ptr);
		buf_release(&got);
	}
	issue_free(issue);
}

static void a_dot_before_a_field_ends_nothing(void **state)
{
	(void)state;
	assert_string_equal(file_name_pattern_extension("%date-%page.md"),
	                    ".md");
	assert_string_equal(file_name_pattern_extension("v1.%headline.html"),
	                    ".html");
	assert_null(file_name_pattern_extension("v1.%headline"));
	assert_null(file_name_pattern_extension("%headline"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_safe_and_telling),
		cmocka_unit_test(no_name_is_that_of_another_format),
		cmocka_unit_test(any_headline_gives_a_name),
		cmocka_unit_test(an_issue_is_named_after_its_paper),
		cmocka_unit_test(what_is_no_character_is_shown),
		cmocka_unit_test(a_pattern_makes_names),
		cmocka_unit_test(formats_are_known_by_name_and_extension),
		cmocka_unit_test(the_table_of_formats_is_well),
		cmocka_unit_test(formats_are_listed_by_what_they_can_do),
		cmocka_unit_test(a_source_names_its_lines),
		cmocka_unit_test(printed_lines_keep_their_hyphens),
		cmocka_unit_test(a_dot_before_a_field_ends_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
