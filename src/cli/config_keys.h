/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CONFIG_KEYS_H
#define CLI_CONFIG_KEYS_H

#include "base/ini.h"
#include "ui/keymap.h"

/* The section [keys] of the configuration file: COMMAND = KEY KEY, or none. */

struct config_keys {
	struct keymap_maker maker;
	size_t lines[COMMAND_COUNT]; /* in which a command was bound, or 0 */
};

void config_keys_init(struct config_keys *keys);
void config_keys_release(struct config_keys *keys);

/* Binds the keys of an entry of that section; what is wrong is told.  A command of which
 * no key is right keeps its usual ones. */
void config_keys_take(struct config_keys *keys, const struct ini_entry *entry,
                      struct diags *diags);

#endif
