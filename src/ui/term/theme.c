/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/theme.h"

#include "base/mem.h"
#include "base/number.h"

#include <string.h>

enum {
	OWN = -1,
	BLACK,
	RED,
	GREEN,
	YELLOW,
	BLUE,
	MAGENTA,
	CYAN,
	WHITE
};

/* Of the bright colours, which COLORFGBG names as well. */
#define DARK_GREY 8
#define BRIGHTEST 15

static const struct {
	struct look dark;
	short light;   /* the colour in front, on a light background */
	unsigned none; /* attributes where there are no colours */
} looks[STYLE_COUNT] = {
	[STYLE_TEXT] = { { 0, OWN, OWN }, OWN, 0 },
	[STYLE_BAR] = { { LOOK_BOLD, OWN, OWN }, OWN, LOOK_BOLD },
	[STYLE_HINT] = { { 0, OWN, OWN }, OWN, 0 },
	[STYLE_KEY] = { { LOOK_BOLD, CYAN, OWN }, BLUE, LOOK_BOLD },
	[STYLE_HEAD] = { { LOOK_BOLD, OWN, OWN }, OWN, LOOK_BOLD },
	[STYLE_SMALL] = { { 0, CYAN, OWN }, BLUE, 0 },
	[STYLE_QUOTE] = { { 0, GREEN, OWN }, MAGENTA, LOOK_UNDERLINE },
	[STYLE_JUMP] = { { LOOK_UNDERLINE, BLUE, OWN }, BLUE, LOOK_UNDERLINE },
	[STYLE_RULE] = { { LOOK_DIM, OWN, OWN }, OWN, 0 },
	[STYLE_FOCUS] = { { LOOK_REVERSE, OWN, OWN }, OWN, LOOK_REVERSE },
	[STYLE_HIT] = { { 0, BLACK, YELLOW }, BLACK, LOOK_UNDERLINE },
	[STYLE_HERE] = { { LOOK_BOLD, WHITE, RED },
	                 WHITE,
	                 LOOK_REVERSE | LOOK_BOLD },
	[STYLE_ESCAPE] = { { LOOK_REVERSE, MAGENTA, OWN },
	                   MAGENTA,
	                   LOOK_REVERSE },
	[STYLE_PICTURE] = { { 0, OWN, OWN }, OWN, 0 },
	[STYLE_ERROR] = { { LOOK_BOLD, RED, OWN }, RED, LOOK_BOLD },
};

struct look look_of(enum theme theme, enum style style)
{
	struct look look = looks[style].dark;

	if (theme == THEME_LIGHT)
		look.front = looks[style].light;
	if (theme == THEME_NONE)
		look = (struct look){ looks[style].none, OWN, OWN };
	return look;
}

static const char *const theme_names[THEMES] = {
	[THEME_AUTO] = "auto",
	[THEME_DARK] = "dark",
	[THEME_LIGHT] = "light",
	[THEME_NONE] = "none",
};

enum theme theme_named(const char *name)
{
	int theme = 0;

	while (theme < THEMES && strcmp(name, theme_names[theme]))
		theme++;
	return (enum theme)theme;
}

const char *theme_name(enum theme theme)
{
	return theme_names[theme];
}

enum theme theme_of_terminal(const char *colours)
{
	const char *back = colours ? strrchr(colours, ';') : NULL;
	size_t colour = back ? number_read(str_from(back + 1), BRIGHTEST) : 0;

	return colour == WHITE || colour > DARK_GREY ? THEME_LIGHT : THEME_DARK;
}
