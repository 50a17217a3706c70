/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_THEME_H
#define UI_TERM_THEME_H

#include "settings/settings.h"
#include "ui/term/canvas.h"

/*
 * The themes: how each style looks.  Two themes use the eight colours that every
 * terminal with colours has, for a dark and for a light background; one uses none.
 */

enum {
	LOOK_BOLD = 1,
	LOOK_UNDERLINE = 2,
	LOOK_REVERSE = 4,
	LOOK_DIM = 8,
};

struct look {
	unsigned attributes;
	short front, back; /* 0 to 7; -1: the terminal's own */
};

/* The look of a style; AUTO looks dark. */
struct look look_of(enum theme theme, enum style style);

/* The theme called `name` (auto dark light none), or THEMES; the name of a theme. */
enum theme theme_named(const char *name);
const char *theme_name(enum theme theme);

/* The theme for a terminal that says "15;0" (or NULL) in COLORFGBG: foreground and
 * background. */
enum theme theme_of_terminal(const char *colours);

#endif
