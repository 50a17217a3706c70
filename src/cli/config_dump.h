/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CONFIG_DUMP_H
#define CLI_CONFIG_DUMP_H

#include "base/str.h"

struct keymap;
struct options;

/* Appends all settings and keys as a configuration file (cli/configuration.h) that gives the
 * same ones, with comments in the reader's language: --dump-config. */
void config_dump(struct buf *out, const struct options *options);

/* Appends a line for each command: its name, its keys with spaces between, and what it
 * does, with tabs between: --print-keys. */
void config_print_keys(struct buf *out, const struct keymap *keymap);

#endif
