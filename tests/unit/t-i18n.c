/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/i18n.h"

#include "base/catalogue.h"
#include "base/mem.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include <cmocka.h>

static void the_environment_chooses_the_language(void **state)
{
	static const struct {
		const char *language, *lc_all, *lc_messages, *lang;
		bool chinese;
	} cases[] = {
		{ NULL, NULL, NULL, NULL, false },
		{ NULL, NULL, NULL, "zh_CN.UTF-8", true },
		{ NULL, NULL, NULL, "zh_CN", true },
		{ NULL, NULL, NULL, "zh_TW.BIG5", true },
		{ NULL, NULL, NULL, "zh_HK.utf8", true },
		{ NULL, NULL, NULL, "zh_SG@pinyin", true },
		{ NULL, NULL, NULL, "zh", true },
		{ NULL, NULL, NULL, "zh.UTF-8", true },
		{ NULL, NULL, NULL, "zh-Hant", true },
		{ NULL, NULL, NULL, "zhx_CN", false },
		{ NULL, NULL, NULL, "z", false },
		{ NULL, NULL, NULL, "ZH", false },
		{ NULL, NULL, NULL, "fr_FR.UTF-8", false },
		{ NULL, NULL, NULL, "C.UTF-8", false },
		/* the first that is set, an empty one is not */
		{ NULL, "zh_CN.UTF-8", NULL, "en_US.UTF-8", true },
		{ NULL, "en_US.UTF-8", NULL, "zh_CN.UTF-8", false },
		{ NULL, "C.UTF-8", NULL, "zh_CN.UTF-8", false },
		{ NULL, NULL, "zh_CN.UTF-8", "en_US.UTF-8", true },
		{ NULL, NULL, "en_US.UTF-8", "zh_CN.UTF-8", false },
		{ NULL, "de_DE", "zh_CN.UTF-8", "zh_CN.UTF-8", false },
		{ "", "", "", "zh_CN.UTF-8", true },
		/* LANGUAGE goes before */
		{ "zh_CN", NULL, NULL, "en_US.UTF-8", true },
		{ "zh_CN", "C.UTF-8", NULL, NULL, true },
		{ "zh_TW", NULL, NULL, NULL, true },
		{ "en", NULL, NULL, "zh_CN.UTF-8", false },
		{ "de", NULL, NULL, "zh_CN.UTF-8", false },
		/* of a list, the first that is known */
		{ "zh_CN:en", NULL, NULL, "en_US.UTF-8", true },
		{ "en_US:en:zh_CN", NULL, NULL, "zh_CN.UTF-8", false },
		{ "de:fr:zh_SG:en", NULL, NULL, "de_DE.UTF-8", true },
		{ "::de::zh", NULL, NULL, "de_DE.UTF-8", true },
		{ "C:zh", NULL, NULL, "de_DE.UTF-8", false },
		{ ":", NULL, NULL, "zh_CN.UTF-8", false },
		/* but not where the locale is C */
		{ "zh_CN", "C", NULL, "zh_CN.UTF-8", false },
		{ "zh_CN", NULL, NULL, "POSIX", false },
		{ "zh_CN", NULL, "C", "zh_CN.UTF-8", false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const char *const names[] = { "LANGUAGE", "LC_ALL",
			                      "LC_MESSAGES", "LANG" };
		const char *const values[] = { cases[i].language,
			                       cases[i].lc_all,
			                       cases[i].lc_messages,
			                       cases[i].lang };
		const struct catalogue *asked;

		for (size_t k = 0; k < ARRAY_LEN(names); k++)
			if (values[k])
				setenv(names[k], values[k], 1);
			else
				unsetenv(names[k]);
		asked = i18n_asked();
		if (asked != (cases[i].chinese ? &catalogue_zh_CN : NULL))
			fail_msg("case %zu: LANGUAGE=%s LC_ALL=%s "
			         "LC_MESSAGES=%s LANG=%s",
			         i, values[0], values[1], values[2], values[3]);
	}
}

static void a_catalogue_is_sorted_and_utf8(void **state)
{
	const struct message *messages = catalogue_zh_CN.messages;

	(void)state;
	assert_true(catalogue_zh_CN.count > 300);
	for (size_t i = 0; i < catalogue_zh_CN.count; i++) {
		const char *text = messages[i].text;

		if (i && strcmp(messages[i - 1].id, messages[i].id) >= 0)
			fail_msg("not sorted: %s", messages[i].id);
		if (!*text || u8_check((const uint8_t *)text, strlen(text)))
			fail_msg("no text: %s", messages[i].id);
		assert_ptr_equal(
			catalogue_find(&catalogue_zh_CN, messages[i].id), text);
	}
	assert_null(catalogue_find(&catalogue_zh_CN, ""));
	assert_null(catalogue_find(&catalogue_zh_CN, "zzz"));
	assert_null(catalogue_find(&catalogue_zh_CN, "!"));
}

/* The language is chosen once, so both are one test. */
static void messages_are_english_until_a_language_is_chosen(void **state)
{
	(void)state;
	assert_string_equal(_("Contents"), "Contents");
	assert_string_equal(i18n_plural("%d column", "%d columns", 0),
	                    "%d columns");
	assert_string_equal(i18n_plural("%d column", "%d columns", 1),
	                    "%d column");
	assert_string_equal(i18n_plural("%d column", "%d columns", 21),
	                    "%d columns");
	assert_string_equal(i18n_reason(ENOENT), strerror(ENOENT));
	i18n_start(&catalogue_zh_CN);
	assert_string_equal(i18n_reason(ENOENT), "没有那个文件或文件夹");
	assert_string_equal(i18n_reason(ENOTCONN), strerror(ENOTCONN));
	assert_string_equal(_("Contents"), "目录");
	assert_string_equal(_("no message of ours"), "no message of ours");
	assert_string_equal(_(""), "");
	assert_string_equal(i18n_plural("%d column", "%d columns", 1), "%d 栏");
	assert_string_equal(i18n_plural("%d column", "%d columns", 2), "%d 栏");
	assert_string_equal(i18n_plural("a %d", "some %d", 2), "some %d");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_environment_chooses_the_language),
		cmocka_unit_test(a_catalogue_is_sorted_and_utf8),
		cmocka_unit_test(
			messages_are_english_until_a_language_is_chosen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
