/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/command.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "ui/term/event.h"

#include <string.h>
#include <unistr.h>

static const struct {
	const char *name, *help;
} table[COMMAND_COUNT] = {
#define COMMAND_ROW(name, keys, help) { #name, help },
	COMMANDS(COMMAND_ROW)
#undef COMMAND_ROW
};

static const char *const answer_names[ANSWER_COUNT] = {
#define ANSWER_NAME(name, keys) #name,
	ANSWERS(ANSWER_NAME)
#undef ANSWER_NAME
};

const struct keymap keymap_default = {
	.commands = {
#define COMMAND_KEYS(name, keys, help) keys,
		COMMANDS(COMMAND_KEYS)
#undef COMMAND_KEYS
	},
	.answers = {
#define ANSWER_KEYS(name, keys) keys,
		ANSWERS(ANSWER_KEYS)
#undef ANSWER_KEYS
	},
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

/* The key of a name that is not empty: one of those above, ^ and a letter, or the
 * character itself. */
static uint32_t key_named(struct str name)
{
	ucs4_t c;

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (str_equal(name, str_from(names[i].name)))
			return names[i].key;
	if (name.len == 2 && name.ptr[0] == '^')
		return (uint32_t)PRESS_CTRL(name.ptr[1]);
	utf8_next(name, 0, &c);
	return c;
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

/* Is `key`, plain, one of `keys`? */
static bool command_has_key(const char *keys, uint32_t key)
{
	while (*keys) {
		size_t len = word_len(keys);

		if (key_named((struct str){ keys, len }) == key)
			return true;
		keys += len + (keys[len] == ' ');
	}
	return false;
}

enum command command_for_key(const struct keymap *keymap, uint32_t key)
{
	key = key_plain(key);
	for (int i = 0; i < COMMAND_COUNT; i++)
		if (command_has_key(keymap->commands[i], key))
			return (enum command)i;
	return COMMAND_NONE;
}

enum answer answer_for_key(const struct keymap *keymap, uint32_t key)
{
	key = key_plain(key);
	for (int i = 0; i < ANSWER_COUNT; i++)
		if (command_has_key(keymap->answers[i], key))
			return (enum answer)i;
	return ANSWER_NONE;
}

void command_add_keys(struct buf *out, const struct keymap *keymap,
                      enum command command, size_t most)
{
	const char *keys = keymap->commands[command];

	for (size_t i = 0; *keys && i < most; i++) {
		struct str name = { keys, word_len(keys) };

		if (i)
			buf_add_byte(out, ' ');
		buf_add(out, command_shown(name));
		keys += name.len + (keys[name.len] == ' ');
	}
}

/* The keys of the command or answer of that name; NULL: there is none. */
static const char *command_keys_named(const struct keymap *keymap,
                                      struct str name)
{
	for (int i = 0; i < COMMAND_COUNT; i++)
		if (str_equal(name, str_from(table[i].name)))
			return keymap->commands[i];
	for (int i = 0; i < ANSWER_COUNT; i++)
		if (str_equal(name, str_from(answer_names[i])))
			return keymap->answers[i];
	return NULL;
}

/* Appends a message with keys in the place of names; what doubles stands twice where a
 * key has it. */
static void command_add_message(struct buf *out, const struct keymap *keymap,
                                const char *text, char doubled)
{
	while (*text) {
		size_t len = strcspn(text, "{");
		const char *end = strchr(text + len, '}');
		const char *keys = NULL;
		struct str key;

		buf_add(out, (struct str){ text, len });
		text += len;
		if (end)
			keys = command_keys_named(
				keymap,
				(struct str){ text + 1,
			                      (size_t)(end - text) - 1 });
		if (!keys) {
			if (*text)
				buf_add_byte(out, *text++);
			continue;
		}
		key = command_shown((struct str){ keys, word_len(keys) });
		for (size_t i = 0; i < key.len; i++) {
			if (key.ptr[i] == doubled)
				buf_add_byte(out, doubled);
			buf_add_byte(out, key.ptr[i]);
		}
		text = end + 1;
	}
}

void command_add_text(struct buf *out, const struct keymap *keymap,
                      const char *text)
{
	command_add_message(out, keymap, text, '\0');
}

void command_add_format(struct buf *out, const struct keymap *keymap,
                        const char *format)
{
	command_add_message(out, keymap, format, '%');
}

void command_add_help(struct buf *out, const struct keymap *keymap,
                      enum command command)
{
	command_add_text(out, keymap, _(table[command].help));
}

const char *command_help_untranslated(enum command command)
{
	return table[command].help;
}
