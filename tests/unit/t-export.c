/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/export.h"

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
		{ " .-a.- .", "a.-.txt" },
		{ "a\\b:c*d?e\"f<g>h|i", "abcdefghi.txt" },
		{ "a\nb\x1b[31m\x7f", "ab[31m.txt" },
		{ "报\u202e栏\u200b\ufeff\u2028", "报栏.txt" },
		{ "e\u0301", "é.txt" },
		{ "报\ufffd栏", "报栏.txt" },
		{ "（党建）“四个”！", "（党建）“四个”！.txt" },
		{ TEN TEN TEN, TEN TEN ".txt" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue = issue_new();
		char *got;

		*ARRAY_ADD(issue->articles, issue->article_count,
		           issue->article_cap) =
			(struct article){ .headline =
			                          str_from(cases[i].headline) };
		got = export_name(issue, 0, EXPORT_TEXT);
		assert_string_equal(got, cases[i].want);
		free(got);
		issue_free(issue);
	}
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
			name = export_name(issue, 0, EXPORT_MARKDOWN);
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

static void an_issue_is_named_after_its_paper(void **state)
{
	struct issue *issue = issue_new();
	char *name = export_name(issue, NPOS, EXPORT_JSON);

	(void)state;
	assert_string_equal(name, "issue.json");
	free(name);
	issue->title = STR("石景山报");
	name = export_name(issue, NPOS, EXPORT_HTML);
	assert_string_equal(name, "石景山报.html");
	free(name);
	issue_free(issue);
}

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
		{ "a", EXPORT_TEXT },
		{ "a.b.md", EXPORT_MARKDOWN },
		{ "x.md/a", EXPORT_TEXT },
		{ "", EXPORT_TEXT },
		{ ".", EXPORT_TEXT },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (export_format_for(cases[i].path) != cases[i].format)
			fail_msg("'%s'", cases[i].path);
	assert_int_equal(export_format_named("markdown"), EXPORT_MARKDOWN);
	assert_int_equal(export_format_named("md"), EXPORT_FORMAT_COUNT);
	assert_int_equal(export_format_named(""), EXPORT_FORMAT_COUNT);
	for (int i = 0; i < EXPORT_FORMAT_COUNT; i++)
		assert_non_null(export_extension((enum export_format)i));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_safe_and_telling),
		cmocka_unit_test(any_headline_gives_a_name),
		cmocka_unit_test(an_issue_is_named_after_its_paper),
		cmocka_unit_test(formats_are_known_by_name_and_extension),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
