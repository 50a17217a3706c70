/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/key_bytes.h"

#include "base/str.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include <cmocka.h>

static struct buf left; /* to be read, the last one first */

static int unread(int byte)
{
	buf_add_byte(&left, (char)byte);
	return 0;
}

/* The characters that the bytes become, as UTF-8, with ? for each byte that was dropped; what
 * was not complete at the end is behind a /. */
static void assert_becomes(const char *bytes, size_t len, const char *want)
{
	struct key_bytes key = { .count = 0 };
	struct buf got;

	buf_init(&got);
	buf_init(&left);
	for (size_t i = len; i--;)
		buf_add_byte(&left, bytes[i]);
	while (left.len) {
		unsigned char byte = (unsigned char)left.ptr[--left.len];
		uint32_t c = 0;

		switch (key_bytes_add(&key, byte, unread, &c)) {
		case KEY_BYTES_GO_ON:
			break;
		case KEY_BYTES_END:
			buf_addf(&got, "%lc", (wint_t)c);
			break;
		case KEY_BYTES_WRONG:
			buf_add_byte(&got, '?');
		}
	}
	if (key.count)
		buf_addf(&got, "/%zu", key.count);
	assert_string_equal(got.ptr, want);
	buf_release(&left);
	buf_release(&got);
}

static int enter_utf8(void **state)
{
	*state = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
	uselocale(*state ? *state : LC_GLOBAL_LOCALE);
	return 0;
}

static int leave_utf8(void **state)
{
	uselocale(LC_GLOBAL_LOCALE);
	if (*state)
		freelocale(*state);
	return 0;
}

static void bytes_are_characters(void **state)
{
	if (!*state)
		skip();
	assert_becomes("j疫é𠮷Q", strlen("j疫é𠮷Q"), "j疫é𠮷Q");
	assert_becomes("", 0, "");
	assert_becomes("\xe7\x96", 2, "/2");
}

/* Of Latin-1, cut off, overlong, a surrogate, out of Unicode. */
static void wrong_bytes_take_no_others_with_them(void **state)
{
	if (!*state)
		skip();
	assert_becomes("\xe9Q", 2, "?Q");
	assert_becomes("\xe9\xe9\xe9\xe9\xe9j", 6, "?????j");
	assert_becomes("caf\xe9 \xe7\x96\xab", 8, "caf? 疫");
	assert_becomes("\xe7\x96\x1b[", 4, "??\x1b[");
	assert_becomes("\x80\xbf\xff\xfe", 4, "????");
	assert_becomes("\xc0\xaf.", 3, "??.");
	assert_becomes("\xed\xa0\x80.", 4, "???.");
	assert_becomes("\xf5\x80\x80\x80.", 5, "????.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_are_characters),
		cmocka_unit_test(wrong_bytes_take_no_others_with_them),
	};

	return cmocka_run_group_tests(tests, enter_utf8, leave_utf8) < 0;
}
