/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CONFIGURATION_H
#define CLI_CONFIGURATION_H

#include "base/diag.h"
#include "base/mem.h"
#include "cli/config_keys.h"
#include "cli/option_rows.h"

#include <stdbool.h>

struct options;

/*
 * The configuration file: INI (base/ini.h) whose keys are the long options that are
 * settings (option_is_setting()), and whose section [keys] binds keys to commands.  The
 * command line overrides it.  What is wrong in it is told with line and column and left
 * out; all else of it holds.
 */

struct config {
	struct buf path;         /* of the file; empty: there is none */
	struct diags diags;      /* what was wrong in it */
	struct config_keys keys; /* of [keys] */
	struct arena strings;    /* values of settings */
	struct options *options; /* while the file is read */
	size_t setting_lines[OPTION_ROWS_MOST]; /* by row: where it was set, or
	                                           0 */
	struct buf
		unknown_section; /* of which it was told that there is none */
};

void config_init(struct config *config);
void config_release(struct config *config);

/*
 * Reads the file that `options` names, or else the usual one, if there is one and
 * --no-config does not forbid it, into the settings of `options`, and makes the keymap of
 * the settings.  Their strings are those of `config`.  False: the file that was named
 * cannot be read; *error is a sentence, which the caller frees.
 */
bool config_read(struct config *config, struct options *options, char **error);

/* The same with the text of a file: what config_read() does behind the reading of it. */
void config_read_text(struct config *config, struct options *options,
                      struct str text);

/* Appends "baolan: FILE:LINE:COLUMN: error: SENTENCE", a line for each thing that was
 * wrong, safe for a terminal. */
void config_add_diags(struct buf *out, const struct config *config);

/* The first thing that was wrong, in short, and how many more there are, for the line at
 * the foot of the screen; empty: nothing.  Not neutralised. */
void config_add_summary(struct buf *out, const struct config *config);

#endif
