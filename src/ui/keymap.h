/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_KEYMAP_H
#define UI_KEYMAP_H

#include "base/mem.h"
#include "base/str.h"
#include "ui/command.h"

#include <stdbool.h>

/*
 * A keymap that is made at run time: the usual keys (keymap_default), and those that a
 * person has bound.  What is bound takes a key from the command whose usual key it is.
 *
 * Enter, Esc, 0 and : cannot be bound to anything else, nor taken from what they do, so
 * that every question can be answered, every view left, the menu opened and every command
 * typed; the other digits are numbers of articles and pages.
 */

struct keymap_maker {
	struct keymap keymap;         /* strings are those of the maker */
	bool is_bound[COMMAND_COUNT]; /* its keys were named */
	struct arena strings;
};

enum keymap_result {
	KEYMAP_BOUND,
	KEYMAP_NO_KEY,   /* no key is called so */
	KEYMAP_RESERVED, /* the key cannot be bound */
	KEYMAP_TAKEN     /* another command was bound to it before */
};

/* With the usual keys. */
void keymap_maker_init(struct keymap_maker *maker);
void keymap_maker_release(struct keymap_maker *maker);

/* Takes all keys of a command away, also those that were bound to it. */
void keymap_unbind(struct keymap_maker *maker, enum command command);

/* Gives a command its usual keys again, as if nothing had been bound to it. */
void keymap_reset(struct keymap_maker *maker, enum command command);

/* Binds a key to a command, in the place of its usual keys, behind those that were bound
 * to it; where the result is not KEYMAP_BOUND, nothing changes.  For KEYMAP_TAKEN, `other`
 * is the command that has the key. */
enum keymap_result keymap_bind(struct keymap_maker *maker, enum command command,
                               struct str key_name, enum command *other);

/* Takes from the other commands what was bound, and adds the keys that cannot be taken
 * away.  To be called once, when all is bound. */
void keymap_finish(struct keymap_maker *maker);

/* The key that a command has in any keymap, as its name, or NULL. */
const char *keymap_reserved(enum command command);

#endif
