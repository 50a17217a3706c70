/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/keymap.h"

#include "ui/key.h"
#include "ui/term/event.h"

#include <string.h>

/* What is done by keys that cannot be bound; the terminal or the program takes the
 * control characters before they become commands. */
static const struct {
	const char *name;
	enum command command;
} reserved[] = {
	{ "0", COMMAND_MENU },   { "Enter", COMMAND_OPEN },
	{ "Esc", COMMAND_BACK }, { ":", COMMAND_PROMPT },
	{ "^C", COMMAND_NONE },  { "^Z", COMMAND_NONE },
	{ "^\\", COMMAND_NONE }, { "^Q", COMMAND_NONE },
	{ "^S", COMMAND_NONE },
};

void keymap_maker_init(struct keymap_maker *maker)
{
	*maker = (struct keymap_maker){ .keymap = keymap_default };
	arena_init(&maker->strings);
}

void keymap_maker_release(struct keymap_maker *maker)
{
	arena_release(&maker->strings);
}

const char *keymap_reserved(enum command command)
{
	for (size_t i = 0; i < ARRAY_LEN(reserved); i++)
		if (reserved[i].command == command)
			return reserved[i].name;
	return NULL;
}

/* May no command but `command` have the key? */
static bool keymap_is_reserved(uint32_t key, enum command command)
{
	if (key >= '1' && key <= '9')
		return true;
	for (size_t i = 0; i < ARRAY_LEN(reserved); i++)
		if (key_named(str_from(reserved[i].name)) == key)
			return reserved[i].command != command;
	return false;
}

void keymap_unbind(struct keymap_maker *maker, enum command command)
{
	maker->is_bound[command] = true;
	maker->keymap.commands[command] = "";
}

void keymap_reset(struct keymap_maker *maker, enum command command)
{
	maker->is_bound[command] = false;
	maker->keymap.commands[command] = keymap_default.commands[command];
}

/* Sets the keys of a command to a copy of `keys`. */
static void keymap_set(struct keymap_maker *maker, enum command command,
                       const struct buf *keys)
{
	maker->keymap.commands[command] =
		arena_copy_text(&maker->strings, keys->ptr, keys->len + 1);
}

static void keymap_add(struct keymap_maker *maker, enum command command,
                       uint32_t key)
{
	struct buf keys;

	buf_init(&keys);
	buf_add_c(&keys, maker->keymap.commands[command]);
	if (keys.len)
		buf_add_byte(&keys, ' ');
	key_add_name(&keys, key);
	keymap_set(maker, command, &keys);
	buf_release(&keys);
}

/* The command that was bound to a key where `command` would have it, or COMMAND_NONE. */
static enum command keymap_bound_to(const struct keymap_maker *maker,
                                    uint32_t key, enum command command)
{
	const bool on_words = command_is_on_words(command);
	int i = 0;

	while (i < COMMAND_COUNT &&
	       !(maker->is_bound[i] &&
	         command_is_on_words((enum command)i) == on_words &&
	         command_has_key(maker->keymap.commands[i], key)))
		i++;
	return (enum command)i;
}

enum keymap_result keymap_bind(struct keymap_maker *maker, enum command command,
                               struct str key_name, enum command *other)
{
	uint32_t key = key_named(key_name);

	*other = COMMAND_NONE;
	if (!key)
		return KEYMAP_NO_KEY;
	if (keymap_is_reserved(key, command))
		return KEYMAP_RESERVED;
	*other = keymap_bound_to(maker, key, command);
	if (*other == command)
		return KEYMAP_BOUND;
	if (*other != COMMAND_NONE)
		return KEYMAP_TAKEN;
	if (!maker->is_bound[command])
		keymap_unbind(maker, command);
	keymap_add(maker, command, key);
	return KEYMAP_BOUND;
}

/* Leaves a command those of its usual keys that no command was bound to. */
static void keymap_keep_unbound(struct keymap_maker *maker,
                                enum command command)
{
	const char *at = maker->keymap.commands[command];
	struct buf left;

	buf_init(&left);
	while (*at) {
		struct str name = { at, strcspn(at, " ") };

		if (keymap_bound_to(maker, key_named(name), command) ==
		    COMMAND_NONE) {
			if (left.len)
				buf_add_byte(&left, ' ');
			buf_add(&left, name);
		}
		at += name.len + (at[name.len] == ' ');
	}
	keymap_set(maker, command, &left);
	buf_release(&left);
}

void keymap_finish(struct keymap_maker *maker)
{
	for (int i = 0; i < COMMAND_COUNT; i++)
		if (!maker->is_bound[i])
			keymap_keep_unbound(maker, (enum command)i);
	for (size_t i = 0; i < ARRAY_LEN(reserved); i++) {
		enum command command = reserved[i].command;
		uint32_t key = key_named(str_from(reserved[i].name));

		if (command != COMMAND_NONE &&
		    !command_has_key(maker->keymap.commands[command], key))
			keymap_add(maker, command, key);
	}
}
