/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/theme.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void the_background_decides(void **state)
{
	static const struct {
		const char *colours;
		enum theme want;
	} cases[] = {
		{ NULL, THEME_DARK },
		{ "", THEME_DARK },
		{ "15;0", THEME_DARK },
		{ "0;7", THEME_LIGHT },
		{ "7;8", THEME_DARK },
		{ "0;15", THEME_LIGHT },
		{ "0;default;15", THEME_LIGHT },
		{ "0;default", THEME_DARK },
		{ "15", THEME_DARK },
		{ "0;16", THEME_DARK },
		{ "0;-7", THEME_DARK },
		{ "0;99999999999999999999", THEME_DARK },
		{ "0;9x", THEME_DARK },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (theme_of_terminal(cases[i].colours) != cases[i].want)
			fail_msg("'%s'", cases[i].colours);
}

static void a_theme_has_a_name(void **state)
{
	(void)state;
	assert_int_equal(theme_named("auto"), THEME_AUTO);
	assert_int_equal(theme_named("none"), THEME_NONE);
	assert_int_equal(theme_named("Light"), THEMES);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_background_decides),
		cmocka_unit_test(a_theme_has_a_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
