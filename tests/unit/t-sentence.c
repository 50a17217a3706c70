/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/sentence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* Each text has a | where a sentence begins behind another. */
static void sentences_begin_where_they_should(void **state)
{
	static const char *const cases[] = {
		"",
		"没有句号",
		"公园开了。|我们去看。",
		"去吗？|去！|好……|那走吧",
		"他说……，然后走了。|我也走了。",
		/* whether …… ends one cannot be told before an ideograph */
		"他等了……|三年。",
		"“公园开了！”|他说。",
		"“公园开了”，他说。|“好。”|“再见。”",
		"（完。）|下一篇",
		"真的？！|真的。",
		"甲；乙：丙，丁、戊。|己",
		"He came. |She went. |“Why?” |“No.”",
		"It is 3.5 km. |The U.S. team won.",
		"Mr. |Smith said so.",
		"etc. and so on. |Then it ended.",
		"wait… what? |Wait… |What?",
		"„Ja.“ |Er ging. |“Yes.” |She (he?) |went.",
		"end.) |Next [1. |Two]",
		"一行。\n|二行",
		"a\r\n|b",
		"e\u0301. |A\u0301b.",
		"価格は3．5円。|次",
	};
	struct buf text, got;

	(void)state;
	buf_init(&text);
	buf_init(&got);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str want = str_from(cases[i]);

		buf_clear(&text);
		buf_clear(&got);
		buf_add_c(&got, "");
		for (size_t at = 0; at < want.len; at++)
			if (want.ptr[at] != '|')
				buf_add_byte(&text, want.ptr[at]);
		for (size_t at = 0; at < text.len;) {
			struct range one = sentence_at(buf_str(&text), at);

			assert_int_equal(one.start, at);
			if (at)
				buf_add_byte(&got, '|');
			buf_add(&got,
			        str_slice(buf_str(&text), one.start, one.end));
			at = one.end;
		}
		if (!str_equal(buf_str(&got), want))
			fail_msg("%s: %s", cases[i], got.ptr);
	}
	buf_release(&text);
	buf_release(&got);
}

static void each_byte_is_in_the_same_sentence(void **state)
{
	const struct str text = STR("公园开了。 “去吗？”他说…… ");

	(void)state;
	for (size_t at = 0; at < text.len; at++) {
		struct range here = sentence_at(text, at);

		assert_true(here.start <= at && at < here.end);
		for (size_t i = here.start; i < here.end; i++)
			assert_int_equal(sentence_at(text, i).start,
			                 here.start);
	}
	assert_true(sentence_begins(text, text.len));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_begin_where_they_should),
		cmocka_unit_test(each_byte_is_in_the_same_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
