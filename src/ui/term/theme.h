/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_THEME_H
#define UI_TERM_THEME_H

#include "settings/settings.h"
#include "ui/term/canvas.h"

#include <stdint.h>

/*
 * The themes: how each style looks, on a dark and on a light background, and without
 * colours.  Text has a contrast of at least 4.5 to 1 to what is behind it, marks of at
 * least 3 to 1 (WCAG 2.2, success criteria 1.4.3 and 1.4.11), or at least that of the
 * terminal's own text.
 *
 * Where a terminal has 256 colours or more the themes use colours that no palette changes.
 * Elsewhere they use those of the eight of ANSI that have this contrast in the palettes of
 * xterm, VGA and Solarized; where none has it, text is bold or underlined in the terminal's
 * own colour.  The attribute "dim" is not used: xterm, Alacritty and VTE draw two thirds of
 * a colour, others half of it, and both take text of Solarized and of VGA below 4.5.
 */

enum {
	LOOK_BOLD = 1,
	LOOK_UNDERLINE = 2,
	LOOK_REVERSE = 4,
};

/* Marks a colour of a look that is 0xrrggbb. */
#define LOOK_RGB (1 << 24)

/* So many colours a terminal has that shows such colours. */
#define LOOK_RGB_COLOURS 256

struct look {
	unsigned attributes;
	int front,
		back; /* 0 to 7, LOOK_RGB | 0xrrggbb, or -1: the terminal's own */
};

/* The look of a style on a terminal of so many colours; AUTO looks dark. */
struct look look_of(enum theme theme, int colours, enum style style);

/* The same, in the terminal's own colour where there is not enough contrast to its
 * background, 0xrrggbb. */
struct look look_on(enum theme theme, int colours, enum style style,
                    uint32_t background_rgb);

/* The least contrast of a style; 0: it has no colours of a theme. */
double look_least_contrast(enum style style);

/* The theme for a background 0xrrggbb: light where black text has more contrast to it than
 * white text has. */
enum theme theme_on(uint32_t background_rgb);

/* The theme called `name` (auto dark light none), or THEMES; the name of a theme. */
enum theme theme_named(const char *name);
const char *theme_name(enum theme theme);

/* The theme for a terminal that says "15;0" (or NULL) in COLORFGBG: foreground and
 * background. */
enum theme theme_of_terminal(const char *colours);

/* The theme where none was chosen: none where NO_COLOR asks for that (no-color.org: a
 * setting goes before it), else for a background 0xrrggbb, else, where that is NULL, as
 * COLORFGBG says. */
enum theme theme_unchosen(const uint32_t *background_rgb);

#endif
