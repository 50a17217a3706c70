/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/number.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void digits_are_a_number(void **state)
{
	static const struct {
		const char *text;
		size_t most, number;
	} cases[] = {
		{ "1", 5, 1 },
		{ "5", 5, 5 },
		{ "6", 5, 0 },
		{ "0", 5, 0 },
		{ "007", 9, 7 },
		{ "１２", 99, 12 },
		{ "１2", 99, 12 },
		{ " 3\t", 9, 3 },
		{ "　３　", 9, 3 },
		{ "", 9, 0 },
		{ " ", 9, 0 },
		{ "-1", 9, 0 },
		{ "+1", 9, 0 },
		{ "－１", 9, 0 },
		{ "1 2", 99, 0 },
		{ "1x", 9, 0 },
		{ "x1", 9, 0 },
		{ "0x1", 9, 0 },
		{ "1.0", 9, 0 },
		{ "：", 9, 0 },
		{ "\xef\xbc", 9, 0 },
		{ "一", 9, 0 },
		{ "3", 2, 0 },
		{ "4294967295", SIZE_MAX, 4294967295 },
		{ "18446744073709551615", SIZE_MAX,
		  SIZE_MAX > 4294967295 ? SIZE_MAX : 0 },
		{ "18446744073709551616", SIZE_MAX, 0 },
		{ "18446744073709551617", 9, 0 },
		{ "99999999999999999999999999999999", SIZE_MAX, 0 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_int_equal(
			number_read(str_from(cases[i].text), cases[i].most),
			cases[i].number);
}

static void a_number_is_taken_from_the_head_of_a_text(void **state)
{
	struct str text = str_from("12-99999x");

	(void)state;
	assert_int_equal(number_take(&text, 999), 12);
	assert_string_equal(text.ptr, "-99999x");
	assert_int_equal(number_take(&text, 999), 0);
	assert_string_equal(text.ptr, "-99999x");
	text = str_slice(text, 1, text.len);
	assert_int_equal(number_take(&text, 999), 0);
	assert_string_equal(text.ptr, "x");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digits_are_a_number),
		cmocka_unit_test(a_number_is_taken_from_the_head_of_a_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
