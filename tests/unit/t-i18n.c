/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

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

#ifdef ENABLE_NLS
static void the_environment_chooses_the_language(void **state)
{
	static const struct {
		const char *language, *lc_all, *lc_messages, *lang;
		const struct catalogue *catalogue;
	} cases[] = {
		{ NULL, NULL, NULL, NULL, NULL },
		{ NULL, NULL, NULL, "zh_CN.UTF-8", &catalogue_zh_CN },
		{ NULL, NULL, NULL, "zh_CN", &catalogue_zh_CN },
		{ NULL, NULL, NULL, "zh_TW.BIG5", &catalogue_zh_TW },
		{ NULL, NULL, NULL, "zh_HK.utf8", &catalogue_zh_TW },
		{ NULL, NULL, NULL, "zh_SG@pinyin", &catalogue_zh_CN },
		{ NULL, NULL, NULL, "zh", &catalogue_zh_CN },
		{ NULL, NULL, NULL, "zh.UTF-8", &catalogue_zh_CN },
		{ NULL, NULL, NULL, "zh-Hant", &catalogue_zh_TW },
		{ NULL, NULL, NULL, "zh_MO", &catalogue_zh_TW },
		{ NULL, NULL, NULL, "zh_TWX", &catalogue_zh_CN },
		{ NULL, NULL, NULL, "zhx_CN", NULL },
		{ NULL, NULL, NULL, "z", NULL },
		{ NULL, NULL, NULL, "ZH", NULL },
		{ NULL, NULL, NULL, "fr_FR.UTF-8", NULL },
		{ NULL, NULL, NULL, "C.UTF-8", NULL },
		/* the first that is set, an empty one is not */
		{ NULL, "zh_CN.UTF-8", NULL, "en_US.UTF-8", &catalogue_zh_CN },
		{ NULL, "en_US.UTF-8", NULL, "zh_CN.UTF-8", NULL },
		{ NULL, "C.UTF-8", NULL, "zh_CN.UTF-8", NULL },
		{ NULL, NULL, "zh_CN.UTF-8", "en_US.UTF-8", &catalogue_zh_CN },
		{ NULL, NULL, "en_US.UTF-8", "zh_CN.UTF-8", NULL },
		{ NULL, "de_DE", "zh_CN.UTF-8", "zh_CN.UTF-8", NULL },
		{ "", "", "", "zh_CN.UTF-8", &catalogue_zh_CN },
		/* LANGUAGE goes before */
		{ "zh_CN", NULL, NULL, "en_US.UTF-8", &catalogue_zh_CN },
		{ "zh_CN", "C.UTF-8", NULL, NULL, &catalogue_zh_CN },
		{ "zh_TW", NULL, NULL, NULL, &catalogue_zh_TW },
		{ "en", NULL, NULL, "zh_CN.UTF-8", NULL },
		{ "de", NULL, NULL, "zh_CN.UTF-8", NULL },
		/* of a list, the first that is known */
		{ "zh_CN:en", NULL, NULL, "en_US.UTF-8", &catalogue_zh_CN },
		{ "en_US:en:zh_CN", NULL, NULL, "zh_CN.UTF-8", NULL },
		{ "de:fr:zh_SG:en", NULL, NULL, "de_DE.UTF-8",
		  &catalogue_zh_CN },
		{ "::de::zh", NULL, NULL, "de_DE.UTF-8", &catalogue_zh_CN },
		{ "C:zh", NULL, NULL, "de_DE.UTF-8", NULL },
		{ ":", NULL, NULL, "zh_CN.UTF-8", NULL },
		/* but not where the locale is C */
		{ "zh_CN", "C", NULL, "zh_CN.UTF-8", NULL },
		{ "zh_CN", NULL, NULL, "POSIX", NULL },
		{ "zh_CN", NULL, "C", "zh_CN.UTF-8", NULL },
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
		if (asked != cases[i].catalogue)
			fail_msg("case %zu: LANGUAGE=%s LC_ALL=%s "
			         "LC_MESSAGES=%s LANG=%s",
			         i, values[0], values[1], values[2], values[3]);
	}
}
#endif

static void check_catalogue(const struct catalogue *catalogue)
{
	const struct message *messages = catalogue->messages;

	assert_true(catalogue->count > 300);
	for (size_t i = 0; i < catalogue->count; i++) {
		const char *text = messages[i].text;

		if (i && strcmp(messages[i - 1].id, messages[i].id) >= 0)
			fail_msg("not sorted: %s", messages[i].id);
		if (!*text || u8_check((const uint8_t *)text, strlen(text)))
			fail_msg("no text: %s", messages[i].id);
		assert_ptr_equal(catalogue_find(catalogue, messages[i].id),
		                 text);
	}
	assert_null(catalogue_find(catalogue, ""));
	assert_null(catalogue_find(catalogue, "zzz"));
	assert_null(catalogue_find(catalogue, "!"));
}

static void catalogues_are_sorted_and_utf8(void **state)
{
	(void)state;
	check_catalogue(&catalogue_zh_CN);
	check_catalogue(&catalogue_zh_TW);
	assert_string_equal(catalogue_find(&catalogue_zh_TW, "Menu"), "選單");
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
#ifdef ENABLE_NLS
		cmocka_unit_test(the_environment_chooses_the_language),
#endif
		cmocka_unit_test(catalogues_are_sorted_and_utf8),
		cmocka_unit_test(
			messages_are_english_until_a_language_is_chosen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
