/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/tone_marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void marks_stand_where_they_belong(void **state)
{
	static const struct {
		const char *numbers, *parted, *joined;
	} cases[] = {
		{ "gong1 yuan2", "gōng yuán", "gōngyuán" },
		{ "tu2 shu1 guan3", "tú shū guǎn", "túshūguǎn" },
		{ "nu:3 er2", "nǚ ér", "nǚ'ér" },
		{ "lu:e4", "lüè", "lüè" },
		{ "Xi1 an1", "Xī ān", "Xī'ān" },
		{ "E2", "É", "É" },
		{ "hou4", "hòu", "hòu" },
		{ "jiu3 liu2", "jiǔ liú", "jiǔliú" },
		{ "gui4 mei2 ao4", "guì méi ào", "guìméi'ào" },
		{ "wo3 men5", "wǒ men", "wǒmen" },
		{ "hua1 r5", "huā r", "huār" },
		{ "m2 ng4", "ḿ ǹg", "ḿǹg" },
		{ "ka3 la1 O K", "kǎ lā O K", "kǎlāO K" },
		{ "er2 shi2 , san1", "ér shí , sān", "érshí, sān" },
		/* no syllables with numbers */
		{ "xx5", "xx", "xx" },
		{ "san1 C", "sān C", "sānC" },
		{ "gong6 abc", "gong6 abc", "gong6 abc" },
		{ "zhuangzhuang1", "zhuangzhuang1", "zhuangzhuang1" },
		{ "1", "1", "1" },
		{ "", "", "" },
	};
	struct buf got;

	(void)state;
	buf_init(&got);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		for (int joined = 0; joined < 2; joined++) {
			const char *want =
				joined ? cases[i].joined : cases[i].parted;

			buf_clear(&got);
			buf_add_c(&got, "");
			tone_marks_add(&got, str_from(cases[i].numbers),
			               joined);
			if (!str_equal(buf_str(&got), str_from(want)))
				fail_msg("%s: '%s'", want, got.ptr);
		}
	}
	buf_release(&got);
}

static void brackets_in_glosses_are_read(void **state)
{
	static const struct {
		const char *gloss, *want;
	} cases[] = {
		{ "park", "park" },
		{ "CL:座[zuo4],個|个[ge4]", "CL:座[zuò],個|个[gè]" },
		{ "a [b", "a [b" },
		{ "room 3 [", "room 3 [" },
	};
	struct buf got;

	(void)state;
	buf_init(&got);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		buf_clear(&got);
		tone_marks_add_gloss(&got, str_from(cases[i].gloss));
		assert_string_equal(got.ptr, cases[i].want);
	}
	buf_release(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_stand_where_they_belong),
		cmocka_unit_test(brackets_in_glosses_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
