/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/theme.h"

#include "base/mem.h"
#include "base/number.h"
#include "ui/term/palette.h"

#include <stdlib.h>
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

#define RGB(rgb) (LOOK_RGB | 0x##rgb)

/* The accent, on dark and on light: keys, and the mark of the cursor. */
#define ACCENT_DARK  RGB(5fd7d7)
#define ACCENT_LIGHT RGB(005faf)

#define TEXT_LEAST 4.5
#define MARK_LEAST 3

/* Black and white have the same contrast to a colour of this luminance. */
#define MIDDLE_LUMINANCE .179

static const struct {
	double least; /* contrast */
	/* In colours that no palette changes, on dark and on light; of ANSI, on dark and
	 * on light; and the attributes where there are no colours. */
	struct look fixed[2], ansi[2];
	unsigned none;
} looks[STYLE_COUNT] = {
#define IN(attributes, colour)                                                 \
 {                                                                             \
  attributes, colour, OWN                                                      \
 }
#define SAME(attributes)                                                       \
 {                                                                             \
  IN(attributes, OWN), IN(attributes, OWN)                                     \
 }
	[STYLE_TEXT] = { TEXT_LEAST, SAME(0), SAME(0), 0 },
	[STYLE_BAR] = { TEXT_LEAST, SAME(LOOK_BOLD), SAME(LOOK_BOLD),
	                LOOK_BOLD },
	[STYLE_HINT] = { TEXT_LEAST, SAME(0), SAME(0), 0 },
	[STYLE_KEY] = { TEXT_LEAST,
	                { IN(LOOK_BOLD, ACCENT_DARK),
	                  IN(LOOK_BOLD, ACCENT_LIGHT) },
	                { IN(LOOK_BOLD, CYAN), IN(LOOK_BOLD, OWN) },
	                LOOK_BOLD },
	[STYLE_MARK] = { MARK_LEAST,
	                 { IN(LOOK_BOLD, ACCENT_DARK),
	                   IN(LOOK_BOLD, ACCENT_LIGHT) },
	                 { IN(LOOK_BOLD, CYAN), IN(0, BLUE) },
	                 LOOK_BOLD },
	[STYLE_HEAD] = { TEXT_LEAST, SAME(LOOK_BOLD), SAME(LOOK_BOLD),
	                 LOOK_BOLD },
	[STYLE_SUBHEAD] = { TEXT_LEAST, SAME(LOOK_UNDERLINE),
	                    SAME(LOOK_UNDERLINE), LOOK_UNDERLINE },
	[STYLE_SMALL] = { TEXT_LEAST,
	                  { IN(0, RGB(a8a8a8)), IN(0, RGB(626262)) },
	                  SAME(0),
	                  0 },
	[STYLE_QUOTE] = { TEXT_LEAST, SAME(0), SAME(0), 0 },
	[STYLE_JUMP] = { TEXT_LEAST, SAME(LOOK_UNDERLINE), SAME(LOOK_UNDERLINE),
	                 LOOK_UNDERLINE },
	[STYLE_RULE] = { MARK_LEAST,
	                 { IN(0, RGB(767676)), IN(0, RGB(8a8a8a)) },
	                 SAME(0),
	                 0 },
	[STYLE_FOCUS] = { TEXT_LEAST,
	                  { IN(LOOK_BOLD, ACCENT_DARK),
	                    IN(LOOK_BOLD, ACCENT_LIGHT) },
	                  { IN(LOOK_BOLD, CYAN),
	                    IN(LOOK_BOLD | LOOK_UNDERLINE, OWN) },
	                  LOOK_BOLD | LOOK_UNDERLINE },
	[STYLE_HIT] = { TEXT_LEAST,
	                { { 0, RGB(000000), RGB(ffd75f) },
	                  { 0, RGB(000000), RGB(ffd75f) } },
	                { IN(LOOK_UNDERLINE, CYAN), IN(LOOK_UNDERLINE, OWN) },
	                LOOK_UNDERLINE },
	[STYLE_HERE] = { TEXT_LEAST,
	                 { { LOOK_BOLD, RGB(ffffff), RGB(d70000) },
	                   { LOOK_BOLD, RGB(ffffff), RGB(d70000) } },
	                 SAME(LOOK_REVERSE),
	                 LOOK_REVERSE },
	[STYLE_ESCAPE] = { TEXT_LEAST,
	                   { IN(LOOK_UNDERLINE, RGB(d787d7)),
	                     IN(LOOK_UNDERLINE, RGB(870087)) },
	                   SAME(LOOK_UNDERLINE),
	                   LOOK_UNDERLINE },
	[STYLE_PICTURE] = { 0, SAME(0), SAME(0), 0 },
	[STYLE_ERROR] = { TEXT_LEAST,
	                  { IN(LOOK_BOLD, RGB(ff8787)),
	                    IN(LOOK_BOLD, RGB(af0000)) },
	                  SAME(LOOK_BOLD),
	                  LOOK_BOLD },
};

struct look look_of(enum theme theme, int colours, enum style style)
{
	const int on = theme == THEME_LIGHT;

	if (theme == THEME_NONE)
		return (struct look){ looks[style].none, OWN, OWN };
	return colours >= LOOK_RGB_COLOURS ? looks[style].fixed[on]
	                                   : looks[style].ansi[on];
}

struct look look_on(enum theme theme, int colours, enum style style,
                    uint32_t background_rgb)
{
	struct look look = look_of(theme, colours, style);

	if (look.back == OWN && look.front >= LOOK_RGB &&
	    palette_contrast((uint32_t)(look.front - LOOK_RGB),
	                     background_rgb) < looks[style].least)
		look.front = OWN;
	return look;
}

double look_least_contrast(enum style style)
{
	return looks[style].least;
}

enum theme theme_on(uint32_t background_rgb)
{
	return palette_luminance(background_rgb) > MIDDLE_LUMINANCE
	               ? THEME_LIGHT
	               : THEME_DARK;
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

enum theme theme_unchosen(const uint32_t *background_rgb)
{
	const char *no_colour = getenv("NO_COLOR");

	if (no_colour && *no_colour)
		return THEME_NONE;
	return background_rgb ? theme_on(*background_rgb)
	                      : theme_of_terminal(getenv("COLORFGBG"));
}
