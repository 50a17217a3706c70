/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/letter_style.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void letters_have_their_style(void **state)
{
	static const struct {
		const char *text;
		enum letter_style want;
	} cases[] = {
		{ "", LETTER_STYLE_PLAIN },
		{ "LE PARLEMENT", LETTER_STYLE_CAPITALS },
		{ "À TRAVERS L’ÎLE", LETTER_STYLE_CAPITALS },
		{ "НОВАЯ БИБЛИОТЕКА", LETTER_STYLE_CAPITALS },
		/* OCR read one of many as small. */
		{ "MOUVEMENT MARlTIME", LETTER_STYLE_CAPITALS },
		{ "Le Parlement", LETTER_STYLE_PLAIN },
		{ "M. B.", LETTER_STYLE_PLAIN },
		{ "NATO 的会议", LETTER_STYLE_PLAIN },
		{ "12 000", LETTER_STYLE_PLAIN },
		{ "通 知 一 则", LETTER_STYLE_SPACED },
		{ "台　风　来　了", LETTER_STYLE_SPACED },
		{ "T A B L E", LETTER_STYLE_SPACED },
		{ "通 知", LETTER_STYLE_PLAIN },
		{ "海湾 渡口 换船", LETTER_STYLE_PLAIN },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (letter_style_of(str_from(cases[i].text)) != cases[i].want)
			fail_msg("'%s'", cases[i].text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_have_their_style),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
