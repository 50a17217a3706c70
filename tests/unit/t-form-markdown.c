/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/form_markdown.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/markdown_dialect.h"
#include "issue/validate.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void lines_say_what_they_are(void **state)
{
	static const struct {
		const char *raw, *text;
		enum role role;
	} cases[] = {
		{ "# 报栏", "报栏", ROLE_HEAD },
		{ "## 报栏", "报栏", ROLE_SUBHEAD },
		{ "*报栏*", "报栏", ROLE_KICKER },
		{ "**报栏**", "报栏", ROLE_DECK },
		{ "*张三* <!-- byline -->", "张三", ROLE_BYLINE },
		{ "2020年2月1日 <!-- date -->", "2020年2月1日", ROLE_DATE },
		{ "> 报栏", "报栏", ROLE_QUOTE },
		{ "\\# 报\\*栏 \\<!-- date --\\>", "# 报*栏 <!-- date -->",
		  ROLE_BODY },
		{ "1\\. 报\\\\栏\\", "1. 报\\栏\\", ROLE_BODY },
		{ "2020\\. 报栏", "2020. 报栏", ROLE_BODY },
		{ "1\\) 报栏", "1) 报栏", ROLE_BODY },
		{ "**", "**", ROLE_BODY },
		{ "  报栏  ", "报栏", ROLE_BODY },
		{ "    a*b   1.5", "a*b   1.5", ROLE_ROW },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct markdown_line line;
		struct buf text;

		buf_init(&text);
		markdown_line_read(&line, str_from(cases[i].raw), &text);
		assert_string_equal(text.ptr, cases[i].text);
		assert_int_equal(line.line_kind, MARKDOWN_TEXT);
		assert_int_equal(line.role, cases[i].role);
		buf_release(&text);
	}
}

/* What CommonMark takes for another block than a paragraph is escaped, and is read
 * as it was. */
static void the_head_of_a_paragraph_is_its_own(void **state)
{
	static const struct {
		const char *text, *raw;
	} cases[] = {
		{ "2020. 大事", "2020\\. 大事" },
		{ "1) 大事", "1\\) 大事" },
		{ "123456789. 大事", "123456789\\. 大事" },
		{ "1234567890. 大事", "1234567890. 大事" },
		{ "3.5万人", "3\\.5万人" },
		{ "a1. 大事", "a1. 大事" },
		{ "+ 大事", "\\+ 大事" },
		{ "- 大事", "\\- 大事" },
		{ "# 大事", "\\# 大事" },
		{ "> 大事", "\\> 大事" },
		{ "* 大事", "\\* 大事" },
		{ "~~~", "\\~~~" },
		{ "=====", "\\=====" },
		{ "<b>&amp;", "\\<b>\\&amp;" },
		{ "1\\) 大事", "1\\\\) 大事" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf raw, text;
		struct markdown_line line;

		buf_init(&raw);
		buf_init(&text);
		dialect_add_escaped(&raw, str_from(cases[i].text));
		assert_string_equal(raw.ptr, cases[i].raw);
		markdown_line_read(&line, buf_str(&raw), &text);
		assert_string_equal(text.ptr, cases[i].text);
		assert_int_equal(line.line_kind, MARKDOWN_TEXT);
		assert_int_equal(line.role, ROLE_BODY);
		buf_release(&raw);
		buf_release(&text);
	}
}

static void articles_say_where_they_begin(void **state)
{
	static const struct {
		const char *raw;
		enum kind kind;
		size_t page;
	} cases[] = {
		{ "<!-- baolan: letter, page 12; of x -->", KIND_LETTER, 12 },
		{ "<!-- baolan: poem, page 1 -->", KIND_POEM, 1 },
		{ "<!-- baolan: song, page -->", KIND_OTHER, 0 },
	};
	struct markdown_line line;
	struct buf text;

	(void)state;
	buf_init(&text);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		markdown_line_read(&line, str_from(cases[i].raw), &text);
		assert_int_equal(line.line_kind, MARKDOWN_ARTICLE);
		assert_int_equal(line.kind, cases[i].kind);
		assert_int_equal(line.page.number, cases[i].page);
	}
	assert_int_equal(text.len, 0);
	buf_release(&text);
}

static void what_holds_no_text_is_blank(void **state)
{
	static const char *const raws[] = {
		" ",     "---",      "石桥 <!-- source -->", "*  *",
		"** **", "*\u3000*", "  <!-- byline -->",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(raws); i++) {
		struct markdown_line line;
		struct issue *issue;
		struct buf text;
		char *wrong;

		buf_init(&text);
		markdown_line_read(&line, str_from(raws[i]), &text);
		if (line.line_kind == MARKDOWN_TEXT &&
		    !str_trim(buf_str(&text)).len)
			fail_msg("'%s' is text without a character", raws[i]);
		buf_clear(&text);
		buf_addf(&text, "<!-- baolan: news, page 1 -->\n\n%s\n\n文。\n",
		         raws[i]);
		issue = load_bytes(buf_str(&text), "a.md", NULL);
		wrong = issue_validate(issue);
		if (wrong)
			fail_msg("'%s': %s", raws[i], wrong);
		issue_free(issue);
		buf_release(&text);
	}
}

/* As a person may have edited it: wrapped lines, an article without its mark
 * behind a page break. */
static void edited_exports_are_read(void **state)
{
	struct issue *issue =
		load_bytes(STR("<!-- baolan: news, page 3 -->\n\n# 报栏\n\n"
	                       "石桥镇的图书室\n昨天开门。\n\n第二段。\n\f\n"
	                       "没有标记。\n"),
	                   "x.md", NULL);
	const struct passage *passages = issue->passages;

	(void)state;
	assert_null(issue_validate(issue));
	assert_int_equal(issue->page_count, 2);
	assert_int_equal(issue->pages[0].number, 3);
	assert_int_equal(issue->article_count, 2);
	assert_int_equal(issue->passage_count, 4);
	assert_true(
		str_equal(passages[1].text, STR("石桥镇的图书室昨天开门。")));
	assert_int_equal(issue->lines[passages[1].spans[1].line].number, 6);
	assert_int_equal(issue->articles[1].kind, KIND_OTHER);
	assert_true(str_equal(passages[3].text, STR("没有标记。")));
	assert_int_equal(issue->diags.count, 0);
	issue_free(issue);
}

/* Read as it stands, called as it was printed. */
static void a_headline_may_have_been_printed_otherwise(void **state)
{
	static const struct {
		const char *text, *headline;
	} cases[] = {
		{ "<!-- baolan: news, page 1, printed 2 1 -->\n\n*眉*\n\n# 题\n\n文。\n",
		  "题 眉" },
		{ "<!-- baolan: news, page 1 -->\n\n*眉*\n\n# 题\n\n文。\n",
		  "眉 题" },
		{ "<!-- baolan: teaser, page 1, printed 2 1 -->\n\n# 题\n\n# 另\n",
		  "另" },
		/* Edited by hand: behind text, all but the only headline are subheads. */
		{ "<!-- baolan: news, page 1 -->\n\n方砚 <!-- byline -->\n\n# 题\n\n文。\n",
		  "题" },
		{ "<!-- baolan: news, page 1, printed 2 1 -->\n\n*眉*\n\n# 题\n\n文。\n\n"
		  "**副**\n",
		  "题 眉" },
		/* What is no order of just these is none. */
		{ "<!-- baolan: news, page 1, printed 2 2 -->\n\n*眉*\n\n# 题\n",
		  "眉 题" },
		{ "<!-- baolan: news, page 1, printed 3 1 -->\n\n*眉*\n\n# 题\n",
		  "眉 题" },
		{ "<!-- baolan: news, page 1, printed 2 -->\n\n*眉*\n\n# 题\n",
		  "眉 题" },
		{ "<!-- baolan: news, page 1, printed 0 99 x -->\n\n*眉*\n\n# 题\n",
		  "眉 题" },
		{ "{\"baolan\":1,\"articles\":[{\"page\":1,\"kind\":\"news\",\"headline\":"
		  "\"题目 题 眉\",\"headline_lines\":[{\"text\":\"题\"},"
		  "{\"text\":\"眉\"},{\"text\":\"题目\"}]}]}",
		  "题目 题 眉" },
		{ "{\"baolan\":1,\"articles\":[{\"page\":1,\"kind\":\"news\",\"headline\":"
		  "\"别的\",\"headline_lines\":[{\"text\":\"题\"},{\"text\":\"眉\"}]}]}",
		  "题 眉" },
		{ "{\"baolan\":1,\"articles\":[{\"page\":1,\"kind\":\"teaser\",\"headline\":"
		  "\"眉\",\"headline_lines\":[{\"text\":\"题\"},{\"text\":\"眉\"},"
		  "{\"text\":\"副\"}]}]}",
		  "眉" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue =
			load_bytes(str_from(cases[i].text), "a.md", NULL);

		assert_int_equal(issue->article_count, 1);
		if (!str_equal(issue->articles[0].headline,
		               str_from(cases[i].headline)))
			fail_msg("%s: %.*s", cases[i].text,
			         (int)issue->articles[0].headline.len,
			         issue->articles[0].headline.ptr);
		issue_free(issue);
	}
}

static void describe(struct buf *out, const struct issue *issue)
{
	for (size_t a = 0; a < issue->article_count; a++) {
		const struct article *article = &issue->articles[a];

		buf_addf(out, "%s %zu: ", kind_name(article->kind),
		         issue->pages[article->page].number);
		for (size_t p = article->passages.start;
		     p < article->passages.end; p++) {
			buf_addf(out, "%s ",
			         role_name(issue->passages[p].role));
			buf_add(out, issue->passages[p].text);
			buf_add_c(out, "; ");
		}
	}
}

/* By hand, too: what is no text is left out, what ends a line does not. */
static void json_of_any_kind_is_read(void **state)
{
	static const struct {
		const char *json, *want;
	} cases[] = {
		{ "{\"baolan\":1,\"articles\":[{\"page\":2,\"kind\":\"news\","
		  "\"headline_lines\":[{\"role\":\"head\",\"text\":\"石桥\\n镇\"}],"
		  "\"paragraphs\":[{\"role\":\"body\",\"text\":\"三千册。\"},"
		  "{\"role\":\"x\",\"text\":7},5,{\"role\":\"byline\","
		  "\"text\":\"方砚\"}],\"quotes\":[{\"text\":\"\"}]}]}",
		  "news 2: head 石桥 镇; body 三千册。; byline 方砚; " },
		{ "{\"baolan\":1,\"articles\":{\"a\":[[1]]}}", "" },
		{ "{\"baolan\":1}", "" },
		/* Not JSON, or of another kind: the text of a page. */
		{ "{\"baolan\":1,\"articles\":[",
		  "teaser 1: head {\"baolan\":1,\"articles\":[; " },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue =
			load_bytes(str_from(cases[i].json), "a.json", NULL);
		struct buf got;

		buf_init(&got);
		describe(&got, issue);
		assert_string_equal(got.ptr, cases[i].want);
		buf_release(&got);
		issue_free(issue);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_say_what_they_are),
		cmocka_unit_test(the_head_of_a_paragraph_is_its_own),
		cmocka_unit_test(articles_say_where_they_begin),
		cmocka_unit_test(what_holds_no_text_is_blank),
		cmocka_unit_test(edited_exports_are_read),
		cmocka_unit_test(a_headline_may_have_been_printed_otherwise),
		cmocka_unit_test(json_of_any_kind_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
