/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OPTION_PARSER_H
#define CLI_OPTION_PARSER_H

#include "base/str.h"

#include <stdbool.h>

struct options;

/* Reads the command line into *options, by the table of cli/option_rows.h.  True when
 * it is well; else *error is a sentence, which the caller frees. */
bool options_read(struct options *options, int argc, char *argv[],
                  char **error);

/* Checks options of which all settings are known, and sets what follows from them: to be
 * called once, behind options_read() and what else sets settings.  Returns as it does. */
bool options_settle(struct options *options, char **error);

/* Appends the text of --help, in the reader's language. */
void options_help(struct buf *out);

#endif
