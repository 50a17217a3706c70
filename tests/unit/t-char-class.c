/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/char_class.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Each character of `text`. */
static void assert_each(const char *text, bool (*is)(unsigned c), bool want)
{
	struct str all = str_from(text);

	for (size_t at = 0; at < all.len;) {
		unsigned c = char_at(all, at, &at);

		if (is(c) != want)
			fail_msg("U+%04X of '%s' is %s", c, text,
			         want ? "none" : "one");
	}
}

static void what_is_set_solid_is_known(void **state)
{
	(void)state;
	assert_each("报栏。、《》「」カなㄅ⼯ＡＢ１！㈠𠀀“”‘’…—·\ue000\ufffd",
	            char_is_cjk, true);
	assert_each("aé9.,;ßЖωאبअ강ㅏ𝐓😀 ", char_is_cjk, false);
}

static void letters_are_of_any_alphabet(void **state)
{
	(void)state;
	assert_each("aZéßŁЖёωאبअ강ㅏﬁ𝐓", char_is_alphabetic, true);
	assert_each("报な。９Ａ9.-— 😀", char_is_alphabetic, false);
	assert_each("강ㅏ한", char_is_hangul, true);
	assert_each("Ａｚ０９", char_is_wide_alnum, true);
	assert_each("A（：＠｛报", char_is_wide_alnum, false);
}

/* Both know the same white space, from either side. */
static void white_space_is_one_set(void **state)
{
	(void)state;
	for (unsigned c = 1; c < 0x10000; c++) {
		struct buf text;

		if (c >= 0xd800 && c < 0xe000)
			continue;
		buf_init(&text);
		buf_add_uc(&text, c);
		assert_int_equal(str_space_at(buf_str(&text), 0),
		                 char_is_space(c) ? text.len : 0);
		assert_int_equal(str_space_before(buf_str(&text), text.len),
		                 char_is_space(c) ? text.len : 0);
		buf_release(&text);
	}
	assert_int_equal(str_space_at(STR(""), 0), 0);
	assert_int_equal(str_space_before(STR(""), 0), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_set_solid_is_known),
		cmocka_unit_test(letters_are_of_any_alphabet),
		cmocka_unit_test(white_space_is_one_set),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
