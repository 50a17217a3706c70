/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/linebreak.h"

#include "../lib/parted.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* `text` with '|' where a line may begin. */
static char *parted(struct str text)
{
	char *breaks = mem_alloc(text.len + 1);
	struct buf out;

	buf_init(&out);
	linebreak_find(text, breaks);
	for (size_t i = 0; i < text.len; i++) {
		if (breaks[i])
			buf_add_byte(&out, '|');
		buf_add_byte(&out, text.ptr[i]);
	}
	free(breaks);
	return buf_steal(&out);
}

static void each_rule_holds(void **state)
{
	/* '|' stands where a line may begin, in the order of UAX #14. */
	static const char *const cases[] = {
		"",
		"a\n|b\r\n|c\r|d\xc2\x85|e\u2028|f", /* LB4 LB5 LB6 */
		"a  |b \u200b|c\u200b  |d",          /* LB7 LB8 */
		"报\u200d栏",                        /* LB8a */
		"报\u0301|栏 |\u0301a",              /* LB9 LB10 */
		"报\u2060栏 \u2060a",                /* LB11 */
		"报\u00a0栏 |\u00a0a",               /* LB12 LB12a */
		"a )b !|c/|d|报 ）|栏",              /* LB13 */
		"( a |（ 报",                        /* LB14 */
		"« a »",                             /* LB15a LB15b */
		"a |.5 |a .b",                       /* LB15c LB15d */
		") \u3005）\u3005",                  /* LB16 */
		"— —|报",                            /* LB17 */
		"a\"b |报\"a“b",                     /* LB19 LB19a */
		"报|“栏|报”|栏",
		"a|\ufffc|b",                         /* LB20 */
		"a |-b |-5|报",                       /* LB20a */
		"a-|b |a|´b |a\u2010|b |报\u30fc|报", /* LB21 */
		"\u05d0-a\u05d0/\u05d0",              /* LB21a LB21b */
		"报…… |a…",                           /* LB22 */
		"a1 |1a",                             /* LB23 */
		"$报|$ |报%",                         /* LB23a */
		"$a |a$",                             /* LB24 */
		"-1.5% |$(.5) |(1,000)% |1/2",        /* LB25 */
		"\u1100\u1161\u11a8|각|가\u11a8",     /* LB26 */
		"각%|$각",                            /* LB27 */
		"ab",                                 /* LB28 */
		"\u1b05\u1b44\u1b05|\u1b05",          /* LB28a */
		"a.b |data/|page.txt",                /* LB29 */
		"a(b)c |1(2)3 |a|（b）|c",            /* LB30 */
		"🇨🇳|🇭🇰|🇨",                            /* LB30a */
		"👍🏽|👍",                      /* LB30b */
		"报|栏|ｱ|a|报|\U0002ebf0|\U0003fffd", /* LB31 */
		"\xff\xe6|报",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		parted_check(cases[i], parted);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_holds),
	};
	const char *file = getenv("LINE_BREAK_TEST");

	if (file)
		return parted_check_file(file, parted);
	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
