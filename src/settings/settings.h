/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SETTINGS_SETTINGS_H
#define SETTINGS_SETTINGS_H

#include "text/wrap.h"

#include <stdbool.h>

struct keymap;

/*
 * What the user prefers, for layout, the user interface and the command line; values
 * only.  The table of options (cli/option_rows.h) fills it from the command line and from
 * the configuration file (cli/configuration.h).  A new setting is a member here, for which zero
 * means the default, and a row there.
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

/* The widths of a column of text that can be chosen, and how many columns. */
#define MEASURE_LEAST_COLS 20
#define MEASURE_MOST_COLS  200
#define COLUMNS_MOST       20

struct settings {
	const char *encoding; /* of the input; NULL: detected; borrowed */
	int ambiguous_cols;   /* width of characters of ambiguous width, 1 or 2;
	                         0: the terminal is asked */
	enum wrap_level breaks; /* where lines may be broken */
	enum theme theme;
	enum pictures_shown pictures;
	int measure_cols; /* width of a column of text in cells; 0: as the window
	                     has room, but no wider than can be read */
	int columns;      /* of an article; 0: as many as fit */
	bool plain_marks; /* no vertical forms of punctuation: the font lacks them */
	bool mouse;
	bool no_state;            /* nothing is kept from one run to the next */
	const char *name_pattern; /* of files (export/file_name.h); NULL: the
	                             usual one; borrowed */
	const char *dictionary_file; /* in the format of CC-CEDICT; NULL: where
	                                one usually is; borrowed */
	const char *dictionary_command; /* that a word is added to; NULL: the
	                                   usual one; borrowed */
	bool pinyin_line; /* above the line of the cursor that is on words */
	const struct keymap *keymap; /* which keys mean what (ui/command.h);
	                                NULL: the usual ones; borrowed */
};

#endif
