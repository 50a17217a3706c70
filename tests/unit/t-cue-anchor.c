/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/cue_anchor.h"

#include "base/mem.h"
#include "load/lines/char_class.h"
#include "load/lines/cues.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void anchors_are_the_first_characters_of_patterns(void **state)
{
	static const struct {
		const char *pattern;
		enum cue_place place;
		const char *chars;
	} cases[] = {
		{ "此致$", CUE_AT_START, "此" },
		{ "月?日", CUE_AT_START, "月日" },
		{ "{报報}_讯", CUE_AT_START, "报報" },
		{ "{“「}?_图为", CUE_AT_START, "“「图" },
		{ "(本报|记者|图)?_第", CUE_AT_START, "本记图第" },
		{ "(文/|By )", CUE_AT_START, "文B" },
		{ "_版", CUE_AT_START, "版" },
		{ "@?{:}", CUE_AT_START, "ABCDEFGHIJKLMNOPQRSTUVWXYZ:" },
		{ "&_见", CUE_AT_START, CUE_MARKS "见" },
		/* Only the empty text has none of them. */
		{ "{（(}?_$", CUE_AT_START, "（(" },
		{ "*6社", CUE_NEAR_START, "社" },
		{ "{【}?*5{日晚}{报}", CUE_NEAR_START, "【日晚" },
		{ "*4*5社", CUE_NEAR_START, "社" },
		{ "*9*9, (From|from)", CUE_ANYWHERE, "," },
		{ "*5社?", CUE_NO_ANCHOR, NULL },
		{ "_*3$", CUE_NO_ANCHOR, NULL },
		{ "~$", CUE_NO_ANCHOR, NULL },
		{ "{（}?", CUE_NO_ANCHOR, NULL },
	};
	struct buf chars;

	(void)state;
	buf_init(&chars);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		buf_clear(&chars);
		if (cue_anchor(cases[i].pattern, &chars) != cases[i].place)
			fail_msg("'%s' has another place", cases[i].pattern);
		if (cases[i].chars &&
		    !str_equal(buf_str(&chars), str_from(cases[i].chars)))
			fail_msg("'%s' has the anchor '%s'", cases[i].pattern,
			         chars.ptr);
	}
	buf_release(&chars);
}

/* What an element of the language matches is in its anchor, for all characters of
 * Unicode's first plane. */
static void no_character_of_an_element_is_missing(void **state)
{
	static const char *const elements[] = { "#$", "@$", "&$" };
	struct buf chars, text;

	(void)state;
	buf_init(&chars);
	buf_init(&text);
	for (size_t i = 0; i < ARRAY_LEN(elements); i++) {
		size_t matched = 0;

		buf_clear(&chars);
		assert_int_equal(cue_anchor(elements[i], &chars), CUE_AT_START);
		for (unsigned c = 1; c < 0x10000; c++) {
			buf_clear(&text);
			buf_add_uc(&text, c);
			if ((c >= 0xd800 && c < 0xe000) ||
			    !cue_pattern_matches(elements[i], buf_str(&text),
			                         NULL))
				continue;
			matched++;
			if (str_find(buf_str(&chars), buf_str(&text), 0) ==
			    NPOS)
				fail_msg("U+%04X is not in the anchor of %s", c,
				         elements[i]);
		}
		assert_int_equal(matched, char_count_printed(buf_str(&chars)));
	}
	buf_release(&text);
	buf_release(&chars);
}

static void months_begin_with_their_initials(void **state)
{
	static const char *const months[] = {
		"January",   "February", "March",    "April",
		"May",       "June",     "July",     "August",
		"September", "October",  "November", "December",
	};
	struct buf chars;

	(void)state;
	buf_init(&chars);
	assert_int_equal(cue_anchor("%", &chars), CUE_AT_START);
	for (size_t i = 0; i < ARRAY_LEN(months); i++) {
		assert_true(
			cue_pattern_matches("%", str_from(months[i]), NULL));
		assert_int_not_equal(str_find(buf_str(&chars),
		                              (struct str){ months[i], 1 }, 0),
		                     NPOS);
	}
	buf_release(&chars);
}

/* Of all characters, those with which a name begins. */
static void names_begin_with_capitals(void **state)
{
	struct buf chars, text;
	size_t matched = 0;

	(void)state;
	buf_init(&chars);
	buf_init(&text);
	assert_int_equal(cue_anchor("=", &chars), CUE_AT_START);
	assert_int_equal(cue_anchor("^", &chars), CUE_AT_START);
	for (unsigned c = 1; c < 0xd800; c++) {
		buf_clear(&text);
		buf_add_uc(&text, c);
		buf_add_c(&text, "X");
		if (!cue_pattern_matches("=", buf_str(&text), NULL) &&
		    !cue_pattern_matches("^", buf_str(&text), NULL))
			continue;
		matched++;
		text.len--;
		assert_int_not_equal(
			str_find(buf_str(&chars), buf_str(&text), 0), NPOS);
	}
	assert_true(matched > 200);
	buf_release(&text);
	buf_release(&chars);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(anchors_are_the_first_characters_of_patterns),
		cmocka_unit_test(no_character_of_an_element_is_missing),
		cmocka_unit_test(months_begin_with_their_initials),
		cmocka_unit_test(names_begin_with_capitals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
