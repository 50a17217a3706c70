/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/not_news.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Texts whose lines are no running text. */
static void add_program(struct buf *out)
{
	for (int i = 1; i <= 10; i++)
		buf_addf(out,
		         "int step_%d(struct state *state)\n{\n"
		         "\tif (state->count > %d)\n"
		         "\t\treturn state->items[%d].value;\n"
		         "\treturn 0;\n}\n\n",
		         i, i * 7, i);
}

static void add_log(struct buf *out)
{
	for (int i = 10; i < 60; i++)
		buf_addf(out,
		         "2021-12-04 09:%d:%d [worker-%d] GET /page/%d took "
		         "%d ms\n",
		         i, 69 - i, i % 7, i * 3, i * 11 % 90);
}

static void add_table(struct buf *out)
{
	for (int i = 1; i <= 40; i++)
		buf_addf(out, "%d,row %d,%d.50,%d\n", i, i, i * 37 % 100,
		         i * 91 % 1000);
}

/* Paragraphs of a tale, in lines of so many characters; 0: of one line each. */
static void add_tale(struct buf *out, size_t line_chars)
{
	static const char *const parts[] = {
		"天还没有亮，渡口的石阶上结着一层薄霜，",
		"船工把缆绳解开又系上，好像怕它忘了自己是一根缆绳，",
		"对岸有人举着灯笼，喊声从水面上滑过来，",
		"他想起小时候跟着外婆过河，篮子里装着刚摘的豆角，",
		"雨落在篷布上，听起来像有人在远处炒豆子，",
	};

	for (size_t i = 0; i < 40; i++) {
		struct buf text;
		size_t chars = 0;

		if (i % 10 == 0)
			buf_addf(out, "\n第%zu章\n\n", i / 10 + 1);
		buf_init(&text);
		buf_addf(&text, "　　第%zu天，", i + 1);
		for (size_t k = 0; k <= i % 4 + 1; k++)
			buf_add_c(&text, parts[(i * 3 + k * (i % 3 + 1)) % 5]);
		buf_addf(&text, "一直到第%zu天。\n", i + 2);
		for (size_t at = 0; at < text.len; at++) {
			if (((unsigned char)text.ptr[at] & 0xc0) != 0x80 &&
			    line_chars && text.ptr[at] != '\n' &&
			    chars++ == line_chars) {
				buf_add_byte(out, '\n');
				chars = 1;
			}
			buf_add_byte(out, text.ptr[at]);
		}
		buf_release(&text);
	}
}

static size_t count_role(const struct issue *issue, enum role role)
{
	size_t count = 0;

	for (size_t i = 0; i < issue->passage_count; i++)
		count += issue->passages[i].role == role;
	return count;
}

static void what_is_no_newspaper_is_one_article(void **state)
{
	static const struct {
		void (*add)(struct buf *);
		size_t lines;
	} cases[] = {
		{ add_program, 60 },
		{ add_log, 50 },
		{ add_table, 40 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue;
		struct buf text;

		buf_init(&text);
		cases[i].add(&text);
		issue = load_bytes(buf_str(&text), "a", NULL);
		assert_null(issue_validate(issue));
		assert_int_equal(issue->article_count, 1);
		assert_int_equal(issue->articles[0].kind, KIND_OTHER);
		assert_int_equal(count_role(issue, ROLE_BODY), cases[i].lines);
		assert_int_equal(issue->passage_count, cases[i].lines);
		issue_free(issue);
		buf_release(&text);
	}
}

static void a_book_is_one_article(void **state)
{
	static const size_t line_chars[] = { 0, 36 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(line_chars); i++) {
		struct issue *issue;
		struct buf text;

		buf_init(&text);
		add_tale(&text, line_chars[i]);
		issue = load_bytes(buf_str(&text), "a", NULL);
		assert_null(issue_validate(issue));
		assert_int_equal(issue->article_count, 1);
		assert_int_equal(issue->articles[0].kind, KIND_OTHER);
		assert_int_equal(count_role(issue, ROLE_BODY), 40);
		assert_int_equal(count_role(issue, ROLE_HEAD), 1);
		assert_int_equal(count_role(issue, ROLE_SUBHEAD), 3);
		issue_free(issue);
		buf_release(&text);
	}
}

/* A full stop of a line of English counts, whatever stands between lines. */
static void english_lines_apart_are_paragraphs(void **state)
{
	struct issue *issue;
	struct buf text;

	(void)state;
	buf_init(&text);
	for (int i = 0; i < 30; i++)
		buf_addf(&text,
		         "The boat left the pier at %d in the morning, and "
		         "nobody was on board but the ferryman.\n\n",
		         i);
	issue = load_bytes(buf_str(&text), "a", NULL);
	assert_int_equal(count_role(issue, ROLE_BODY), 30);
	issue_free(issue);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_no_newspaper_is_one_article),
		cmocka_unit_test(a_book_is_one_article),
		cmocka_unit_test(english_lines_apart_are_paragraphs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
