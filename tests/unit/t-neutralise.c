/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/neutralise.h"

#include "../lib/oracle.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void hostile_characters_are_shown(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "", "" },
		{ "报栏 a", "报栏 a" },
		{ "\x1b[2J", "<U+001B>[2J" },
		{ "a\nb\tc\r\x7f", "a<U+000A>b<U+0009>c<U+000D><U+007F>" },
		{ "\xc2\x9b", "<U+009B>" },
		{ "报\u202e栏\u2066", "报<U+202E>栏<U+2066>" },
		{ "\u2028\u2029", "<U+2028><U+2029>" },
		{ "\U000e0041\ue000", "<U+E0041>〓" },
		{ "\U0010ffff", "<U+10FFFF>" },
		/* not UTF-8: lone, cut, overlong, surrogate, too large */
		{ "\x80", "<80>" },
		{ "\xe6\x8a", "<E6><8A>" },
		{ "\xe6\x8a报", "<E6><8A>报" },
		{ "\xc0\xaf", "<C0><AF>" },
		{ "\xed\xa0\x80", "<ED><A0><80>" },
		{ "\xf4\x90\x80\x80", "<F4><90><80><80>" },
		/* seen by nobody, shown to nobody */
		{ "a\u200bb\ufeff\u00ad", "ab" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char *got = neutralised(cases[i].text);

		assert_string_equal(got, cases[i].want);
		free(got);
	}
}

static void assert_neutral(struct str bytes)
{
	char *wrong = oracle_neutral(bytes);

	if (wrong)
		fail_msg("byte %02X…: %s", (unsigned char)bytes.ptr[0], wrong);
}

static void no_code_point_gets_out(void **state)
{
	struct buf all;

	(void)state;
	buf_init(&all);
	for (uint32_t c = 0; c <= 0x10ffff; c++)
		if (c < 0xd800 || c > 0xdfff)
			buf_add_uc(&all, c);
	assert_neutral(buf_str(&all));
	buf_release(&all);
}

static void no_byte_gets_out(void **state)
{
	(void)state;
	for (int a = 0; a < 256; a++)
		for (int b = 0; b < 256; b++) {
			const char bytes[] = { (char)a, (char)b };

			assert_neutral((struct str){ bytes, 1 });
			assert_neutral((struct str){ bytes, 2 });
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hostile_characters_are_shown),
		cmocka_unit_test(no_code_point_gets_out),
		cmocka_unit_test(no_byte_gets_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
