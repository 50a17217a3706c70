/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/codeset.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Locales that every system has, and ones that none has. */
static void the_locale_names_the_encoding(void **state)
{
	static const struct {
		const char *lc_all, *lc_ctype, *lang;
		enum codeset_fit fit;
		const char *name;
	} cases[] = {
		{ "C.UTF-8", "", "", CODESET_UTF8, NULL },
		{ "C", "", "", CODESET_UTF8, NULL },
		{ "", "", "", CODESET_UTF8, NULL },
		{ "", "", "POSIX", CODESET_UTF8, NULL },
		{ "qq_QQ", "", "", CODESET_UTF8, NULL },
		{ "qq_QQ.UTF-8", "", "", CODESET_UTF8, NULL },
		{ "qq_QQ.utf8@new", "", "", CODESET_UTF8, NULL },
		{ "qq_QQ.GBK@new", "", "C", CODESET_ABSENT, "GBK" },
		{ "", "qq_QQ.BIG5", "C", CODESET_ABSENT, "BIG5" },
		{ "", "", "qq_QQ.\033[1m", CODESET_ABSENT, "<U+001B>[1m" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct codeset codeset;
		char *warning;

		setenv("LC_ALL", cases[i].lc_all, 1);
		setenv("LC_CTYPE", cases[i].lc_ctype, 1);
		setenv("LANG", cases[i].lang, 1);
		codeset_init(&codeset);
		warning = codeset_warning(&codeset);
		assert_int_equal(codeset.fit, cases[i].fit);
		assert_int_equal(!!warning, !!cases[i].name);
		if (warning)
			assert_non_null(strstr(warning, cases[i].name));
		assert_true(codeset_has(&codeset, 0x20bb7));
		free(warning);
		codeset_release(&codeset);
	}
}

static void utf8_stays_as_it_is(void **state)
{
	struct str text = STR("报栏 \xff \ufffd");
	struct codeset codeset;
	struct buf out;

	(void)state;
	setenv("LC_ALL", "C.UTF-8", 1);
	codeset_init(&codeset);
	buf_init(&out);
	assert_int_equal(codeset_add(&out, &codeset, text, 1), 0);
	assert_true(str_equal(buf_str(&out), text));
	buf_release(&out);
	codeset_release(&codeset);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_locale_names_the_encoding),
		cmocka_unit_test(utf8_stays_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
