/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/theme.h"

#include "base/mem.h"
#include "ui/term/palette.h"

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

/* The sixteen colours of terminals, and their own text and background, dark and light. */
static const struct terminal {
	const char *name;
	uint32_t colours[16];
	struct {
		uint32_t front, back;
	} own[2];
} terminals[] = {
	{ "xterm",
	  { 0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd,
	    0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00,
	    0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff },
	  { { 0xe5e5e5, 0x000000 }, { 0x000000, 0xffffff } } },
	{ "VGA",
	  { 0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa,
	    0x00aaaa, 0xaaaaaa, 0x555555, 0xff5555, 0x55ff55, 0xffff55,
	    0x5555ff, 0xff55ff, 0x55ffff, 0xffffff },
	  { { 0xaaaaaa, 0x000000 }, { 0x000000, 0xffffff } } },
	{ "Solarized",
	  { 0x073642, 0xdc322f, 0x859900, 0xb58900, 0x268bd2, 0xd33682,
	    0x2aa198, 0xeee8d5, 0x002b36, 0xcb4b16, 0x586e75, 0x657b83,
	    0x839496, 0x6c71c4, 0x93a1a1, 0xfdf6e3 },
	  { { 0x839496, 0x002b36 }, { 0x657b83, 0xfdf6e3 } } },
};

/* A colour of a look as the terminal shows it; bold text may be in its bright form. */
static uint32_t shown(const struct terminal *terminal, int colour, uint32_t own,
                      bool bright)
{
	if (colour < 0)
		return own;
	return colour < LOOK_RGB ? terminal->colours[colour + 8 * bright]
	                         : (uint32_t)(colour - LOOK_RGB);
}

static void check_contrast(const struct terminal *terminal, enum theme theme,
                           int colours, enum style style)
{
	const struct look look = look_of(theme, colours, style);
	const uint32_t front = terminal->own[theme == THEME_LIGHT].front;
	const uint32_t back = terminal->own[theme == THEME_LIGHT].back;
	double own = palette_contrast(front, back);
	double least = look_least_contrast(style);

	if (own < least)
		least = own;
	for (int bright = 0; bright <= !!(look.attributes & LOOK_BOLD);
	     bright++) {
		double contrast = palette_contrast(
			shown(terminal, look.front, front, bright),
			shown(terminal, look.back, back, false));

		if (contrast < least)
			fail_msg("%s, theme %d, %d colours, style %d: %.2f",
			         terminal->name, theme, colours, style,
			         contrast);
	}
}

/* On backgrounds of three palettes, dark and light, with 8 colours and with 256. */
static void every_style_can_be_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(terminals); i++)
		for (int theme = THEME_DARK; theme <= THEME_LIGHT; theme++)
			for (int style = 0; style < STYLE_COUNT; style++) {
				check_contrast(&terminals[i], (enum theme)theme,
				               8, (enum style)style);
				check_contrast(&terminals[i], (enum theme)theme,
				               256, (enum style)style);
			}
}

/* What a theme of 256 colours asks for is what it gets. */
static void fixed_colours_are_in_the_cube(void **state)
{
	(void)state;
	for (int theme = THEME_DARK; theme <= THEME_LIGHT; theme++)
		for (int style = 0; style < STYLE_COUNT; style++) {
			struct look look = look_of((enum theme)theme, 256,
			                           (enum style)style);

			if (look.front >= 0)
				assert_int_equal(palette_rgb(palette_nearest(
							 (uint32_t)(look.front -
				                                    LOOK_RGB),
							 256)),
				                 look.front - LOOK_RGB);
		}
}

/* A grey background is near to all: the terminal's own colour is left. */
static void the_background_may_forbid_a_colour(void **state)
{
	struct look accent = look_of(THEME_DARK, 256, STYLE_KEY);

	(void)state;
	assert_true(accent.front >= LOOK_RGB);
	assert_int_equal(look_on(THEME_DARK, 256, STYLE_KEY, 0x000000).front,
	                 accent.front);
	assert_int_equal(look_on(THEME_DARK, 256, STYLE_KEY, 0x777777).front,
	                 -1);
	assert_int_equal(
		look_on(THEME_DARK, 256, STYLE_KEY, 0x777777).attributes,
		accent.attributes);
	/* A patch has its own background. */
	assert_true(look_on(THEME_DARK, 256, STYLE_HIT, 0x777777).front >=
	            LOOK_RGB);
}

static void luminance_is_light_or_dark(void **state)
{
	static const struct {
		uint32_t rgb;
		enum theme want;
	} cases[] = {
		{ 0x000000, THEME_DARK },  { 0x002b36, THEME_DARK },
		{ 0x2e3440, THEME_DARK },  { 0x0000ff, THEME_DARK },
		{ 0x707070, THEME_DARK },  { 0x808080, THEME_LIGHT },
		{ 0x00ff00, THEME_LIGHT }, { 0xfdf6e3, THEME_LIGHT },
		{ 0xffffff, THEME_LIGHT },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (theme_on(cases[i].rgb) != cases[i].want)
			fail_msg("%06x", (unsigned)cases[i].rgb);
}

/* Nothing else is inverse than the current hit, and that only without colours of its
 * own. */
static void one_style_is_inverse(void **state)
{
	(void)state;
	for (int theme = THEME_DARK; theme < THEMES; theme++)
		for (int style = 0; style < STYLE_COUNT; style++)
			if (look_of((enum theme)theme, 8, (enum style)style)
			            .attributes &
			    LOOK_REVERSE)
				assert_int_equal(style, STYLE_HERE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_background_decides),
		cmocka_unit_test(a_theme_has_a_name),
		cmocka_unit_test(every_style_can_be_read),
		cmocka_unit_test(fixed_colours_are_in_the_cube),
		cmocka_unit_test(the_background_may_forbid_a_colour),
		cmocka_unit_test(luminance_is_light_or_dark),
		cmocka_unit_test(one_style_is_inverse),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
