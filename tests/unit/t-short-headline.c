/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/short_headline.h"

#include "base/mem.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COLS       40
#define SPANS_MOST 8

/* An article of one head, whose text has a line end at each |, before a joining space if one
 * stands behind it. */
static void assert_short(const char *lines, const char *want)
{
	struct issue *issue = issue_new();
	struct span spans[SPANS_MOST];
	struct passage head = { .role = ROLE_HEAD, .spans = spans };
	struct buf text, got;
	uint32_t line = 0, start = 0;

	buf_init(&text);
	for (const char *at = lines;; at++) {
		if (*at && *at != '|') {
			buf_add_byte(&text, *at);
			continue;
		}
		assert_true(head.span_count < SPANS_MOST);
		spans[head.span_count++] =
			(struct span){ start, (uint32_t)text.len, line++, 0 };
		if (!*at)
			break;
		if (at[1] == ' ')
			buf_add_byte(&text, *++at);
		start = (uint32_t)text.len;
	}
	head.text = buf_str(&text);
	*ARRAY_ADD(issue->passages, issue->passage_count, issue->passage_cap) =
		head;
	*ARRAY_ADD(issue->articles, issue->article_count, issue->article_cap) =
		(struct article){ .passages = { 0, 1 },
		                  .headline = STR("kicker head deck") };
	buf_init(&got);
	short_headline_add(&got, issue, 0, COLS);
	assert_string_equal(got.ptr, want);
	buf_release(&got);
	buf_release(&text);
	issue_free(issue);
}

static void a_head_is_cut_where_it_may_be(void **state)
{
	static const struct {
		const char *lines, *want;
	} cases[] = {
		{ "", "kicker head deck" },
		{ "边角地长出“口袋公园”", "边角地长出“口袋公园”" },
		/* lines, while they fit */
		{ "凌晨两点的城市菜篮子|城北批发市场搬家记",
		  "凌晨两点的城市菜篮子 城北批发市场搬家记" },
		{ "车位难，难在“看不见”|一个应用管住三万个车位",
		  "车位难，难在“看不见”" },
		/* a number stays with its unit, a word is whole */
		{ "边角地长出口袋公园望河区一年里头添了2310处绿地",
		  "边角地长出口袋公园望河区一年里头添了" },
		{ "Harbour council votes to reopen| the old swimming baths",
		  "Harbour council votes to reopen the old" },
		{ "Night buses return| to the hill villages",
		  "Night buses return to the hill villages" },
		/* nothing that leads on stands at the end */
		{ "那双在雪地里抬担架的手，|一封在路上走了三十四年才到的感谢信",
		  "那双在雪地里抬担架的手" },
		{ "那双在雪地里抬担架的手、一封在路上——走了三十四年才到的信",
		  "那双在雪地里抬担架的手、一封在路上——走" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_short(cases[i].lines, cases[i].want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_head_is_cut_where_it_may_be),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
