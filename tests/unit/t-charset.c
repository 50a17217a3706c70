/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodings that the system does not bring: a C library may come in parts. */
#include "load/input/charset.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/decode.h"
#include "load/load.h"

#include <dlfcn.h>
#include <errno.h>
#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "texts.h"

static const char *const chinese_parts[] = { "GB18030", "Big5-HKSCS", "EUC-JP",
	                                     "Shift_JIS", NULL };
static const char *const no_parts[] = { NULL };

/* Those that are hidden from the program; cmocka has no state that a function of
 * the C library could be given. */
static const char *const *hidden = no_parts;

/* In the place of the C library's. */
iconv_t iconv_open(const char *to, const char *from)
{
	iconv_t (*real)(const char *, const char *);
	void *found = dlsym(RTLD_NEXT, "iconv_open");

	for (size_t i = 0; hidden[i]; i++)
		if (!strcmp(from, hidden[i])) {
			errno = EINVAL;
			return (iconv_t)-1;
		}
	memcpy(&real, &found, sizeof real);
	return real(to, from);
}

static int hide_chinese(void **state)
{
	(void)state;
	hidden = chinese_parts;
	return 0;
}

static int hide_none(void **state)
{
	(void)state;
	hidden = no_parts;
	return 0;
}

static const char gbk[] = "\xb1\xa8\xb6\xc1\xb1\xa8\xb5\xc4\xc8\xcb\n"
			  "\xbd\xf1\xcc\xec\xb5\xc4\xb1\xa8\xd6\xbd\n";

static void a_missing_one_is_known_but_not_brought(void **state)
{
	struct buf names;

	(void)state;
	assert_true(decode_knows("gbk"));
	assert_false(decode_brings("gbk"));
	assert_true(decode_brings("utf-8"));
	assert_true(decode_brings("utf-16"));
	assert_false(decode_knows("klingon"));
	buf_init(&names);
	assert_true(charset_add_missing(&names));
	assert_string_equal(names.ptr,
	                    "GB18030, Big5-HKSCS, EUC-JP, Shift_JIS");
	buf_release(&names);
}

static void none_is_missing(void **state)
{
	struct buf names;

	(void)state;
	buf_init(&names);
	assert_false(charset_add_missing(&names));
	assert_true(decode_brings("gbk"));
	buf_release(&names);
	assert_decodes(str_from(gbk), NULL, "GB18030",
	               STR("报读报的人\n今天的报纸\n"), 0);
}

static void the_name_is_told_where_guessing_needs_it(void **state)
{
	struct issue *issue = load_bytes(str_from(gbk), "page.txt", NULL);

	(void)state;
	assert_int_equal(issue->diags.count > 0, 1);
	assert_non_null(strstr(issue->diags.items[0].text, "GB18030"));
	assert_non_null(strstr(issue->diags.items[0].text, "glibc-gconv"));
	assert_int_equal(issue->diags.items[0].level, DIAG_ERROR);
	for (size_t i = 1; i < issue->diags.count; i++)
		assert_null(strstr(issue->diags.items[i].text, "binary"));
	issue_free(issue);
}

/* What needs none of them is read as ever. */
static void others_are_found_out(void **state)
{
	(void)state;
	assert_decodes(STR("报读报的人\xff\n"), NULL, "UTF-8",
	               STR("报读报的人" BAD "\n"), 1);
	assert_decodes(STR("Du d\xe9j\xe0 vu partout.\n"), NULL, "windows-1252",
	               STR("Du déjà vu partout.\n"), 0);
	assert_decodes(STR("\xa5\x62\xfb\x8b\xa5\x62\x0a\x00\xa5\x62\xfb\x8b"),
	               NULL, "UTF-16LE", STR("报读报\n报读"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(a_missing_one_is_known_but_not_brought,
		                       hide_chinese),
		cmocka_unit_test_setup(none_is_missing, hide_none),
		cmocka_unit_test_setup(the_name_is_told_where_guessing_needs_it,
		                       hide_chinese),
		cmocka_unit_test_setup(others_are_found_out, hide_chinese),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
