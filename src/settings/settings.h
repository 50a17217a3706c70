/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SETTINGS_SETTINGS_H
#define SETTINGS_SETTINGS_H

#include "text/wrap.h"

#include <stdbool.h>

/*
 * What the user prefers, for layout, the user interface and the command line; values
 * only.  The table of options (cli/option_rows.h) fills it from the command line.  A new
 * setting is a member here, for which zero means the default, and a row there.
 */

enum theme {
	THEME_AUTO, /* dark or light, as the terminal says it is; else dark */
	THEME_DARK,
	THEME_LIGHT,
	THEME_NONE,
	THEMES
};

/* How pictures of a page are shown. */
enum pictures_shown {
	PICTURES_AUTO,  /* as blocks where the terminal has the colours */
	PICTURES_FRAME, /* as frames */
	PICTURES_CHOICES
};

struct settings {
	const char *encoding; /* of the input; NULL: detected; borrowed */
	int ambiguous_cols;   /* width of characters of ambiguous width, 1 or 2;
	                         0: the terminal is asked */
	enum wrap_level breaks; /* where lines may be broken */
	enum theme theme;
	enum pictures_shown pictures;
	bool plain_marks; /* no vertical forms of punctuation: the font lacks them */
	bool mouse;
	bool no_state; /* nothing is kept from one run to the next */
	const char *name_pattern; /* of files (export/file_name.h); NULL: the
	                             usual one; borrowed */
};

#endif
