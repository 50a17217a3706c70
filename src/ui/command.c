/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/command.h"

#include "base/mem.h"
#include "ui/term/event.h"

#include <string.h>

static const struct {
	const char *keys, *help;
} table[COMMAND_COUNT] = {
#define COMMAND_ROW(name, keys, help) { keys, help },
	COMMANDS(COMMAND_ROW)
#undef COMMAND_ROW
};

static const struct {
	const char *name;
	uint32_t key;
} names[] = {
	{ "Up", PRESS_UP },       { "Down", PRESS_DOWN },
	{ "Left", PRESS_LEFT },   { "Right", PRESS_RIGHT },
	{ "Home", PRESS_HOME },   { "End", PRESS_END },
	{ "PgUp", PRESS_PGUP },   { "PgDn", PRESS_PGDN },
	{ "Enter", PRESS_ENTER }, { "Esc", PRESS_ESC },
	{ "Tab", PRESS_TAB },     { "Backspace", PRESS_BACKSPACE },
	{ "Space", ' ' },         { "F1", PRESS_F1 },
};

static uint32_t key_named(struct str name)
{
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (str_equal(name, str_from(names[i].name)))
			return names[i].key;
	if (name.len == 2 && name.ptr[0] == '^')
		return (uint32_t)PRESS_CTRL(name.ptr[1]);
	return (unsigned char)name.ptr[0];
}

static size_t word_len(const char *text)
{
	return strcspn(text, " ");
}

/* A key as a screen shows it. */
static struct str command_shown(struct str name)
{
	static const struct {
		const char *name, *arrow;
	} arrows[] = {
		{ "Up", "↑" },
		{ "Down", "↓" },
		{ "Left", "←" },
		{ "Right", "→" },
	};

	for (size_t i = 0; i < ARRAY_LEN(arrows); i++)
		if (str_equal(name, str_from(arrows[i].name)))
			return str_from(arrows[i].arrow);
	return name;
}

uint32_t key_plain(uint32_t key)
{
	static const struct {
		uint32_t from, to;
	} forms[] = {
		{ 0x3000, ' ' }, { 0x3001, '/' }, { 0x300a, '<' },
		{ 0x300b, '>' }, { 0x300c, '{' }, { 0x300d, '}' },
		{ 0x3010, '[' }, { 0x3011, ']' },
	};

	if (key >= 0xff01 && key <= 0xff5e)
		return key - 0xff01 + '!';
	for (size_t i = 0; i < ARRAY_LEN(forms); i++)
		if (forms[i].from == key)
			return forms[i].to;
	return key;
}

enum command command_for_key(uint32_t key)
{
	key = key_plain(key);
	for (int i = 0; i < COMMAND_COUNT; i++) {
		const char *keys = table[i].keys;

		while (*keys) {
			size_t len = word_len(keys);

			if (key_named((struct str){ keys, len }) == key)
				return (enum command)i;
			keys += len + (keys[len] == ' ');
		}
	}
	return COMMAND_NONE;
}

const char *command_keys(enum command command)
{
	return table[command].keys;
}

void command_add_keys(struct buf *out, enum command command, size_t most)
{
	const char *keys = table[command].keys;

	for (size_t i = 0; *keys && i < most; i++) {
		struct str name = { keys, word_len(keys) };

		if (i)
			buf_add_byte(out, ' ');
		buf_add(out, command_shown(name));
		keys += name.len + (keys[name.len] == ' ');
	}
}

const char *command_help(enum command command)
{
	return _(table[command].help);
}

const char *command_help_untranslated(enum command command)
{
	return table[command].help;
}
