/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/command.h"

#include "base/mem.h"
#include "ui/key.h"

#include <string.h>

static const struct {
	const char *name, *help;
	enum task task;
} table[COMMAND_COUNT] = {
#define COMMAND_ROW(name, task, keys, help) { #name, help, TASK_##task },
	COMMANDS(COMMAND_ROW)
#undef COMMAND_ROW
};

static const char *const task_titles[TASK_COUNT] = {
#define TASK_TITLE(name, title) title,
	TASKS(TASK_TITLE)
#undef TASK_TITLE
};

static const char *const answer_names[ANSWER_COUNT] = {
#define ANSWER_NAME(name, keys) #name,
	ANSWERS(ANSWER_NAME)
#undef ANSWER_NAME
};

const struct keymap keymap_default = {
	.commands = {
#define COMMAND_KEYS(name, task, keys, help) keys,
		COMMANDS(COMMAND_KEYS)
#undef COMMAND_KEYS
	},
	.answers = {
#define ANSWER_KEYS(name, keys) keys,
		ANSWERS(ANSWER_KEYS)
#undef ANSWER_KEYS
	},
};

static size_t word_len(const char *text)
{
	return strcspn(text, " ");
}

/* A key as a screen shows it: arrows as such, and the space bar by its name, as no letters
 * stand on it. */
static struct str command_shown(struct str name)
{
	static const struct {
		const char *name, *shown;
	} signs[] = {
		{ "Up", "↑" },
		{ "Down", "↓" },
		{ "Left", "←" },
		{ "Right", "→" },
		{ "Space", N_("Space") },
	};

	for (size_t i = 0; i < ARRAY_LEN(signs); i++)
		if (str_equal(name, str_from(signs[i].name)))
			return str_from(_(signs[i].shown));
	return name;
}

/* The letter by which a name such as next-article says a letter of NEXT_ARTICLE. */
static char command_letter(char of_table)
{
	return of_table == '_' ? '-' : (char)(of_table - 'A' + 'a');
}

void command_add_name(struct buf *out, enum command command)
{
	for (const char *at = table[command].name; *at; at++)
		buf_add_byte(out, command_letter(*at));
}

static bool command_is_named(const char *of_table, struct str name)
{
	size_t i = 0;

	while (i < name.len && of_table[i] &&
	       command_letter(of_table[i]) == name.ptr[i])
		i++;
	return i == name.len && !of_table[i];
}

enum command command_named(struct str name)
{
	int i = 0;

	while (i < COMMAND_COUNT && !command_is_named(table[i].name, name))
		i++;
	return (enum command)i;
}

bool command_has_key(const char *keys, uint32_t key)
{
	while (*keys) {
		size_t len = word_len(keys);

		if (key_named((struct str){ keys, len }) == key)
			return true;
		keys += len + (keys[len] == ' ');
	}
	return false;
}

/* The command of a key among those of the word cursor, or among the others. */
static enum command command_among(const struct keymap *keymap, uint32_t key,
                                  bool on_words)
{
	for (int i = 0; i < COMMAND_COUNT; i++)
		if (command_is_on_words((enum command)i) == on_words &&
		    command_has_key(keymap->commands[i], key))
			return (enum command)i;
	return COMMAND_NONE;
}

enum command command_for_key_in(const struct keymap *keymap, uint32_t key,
                                bool on_words)
{
	enum command command = COMMAND_NONE;

	key = key_plain(key);
	if (on_words)
		command = command_among(keymap, key, true);
	return command == COMMAND_NONE ? command_among(keymap, key, false)
	                               : command;
}

enum command command_for_key(const struct keymap *keymap, uint32_t key)
{
	return command_for_key_in(keymap, key, false);
}

enum answer answer_for_key(const struct keymap *keymap, uint32_t key)
{
	key = key_plain(key);
	for (int i = 0; i < ANSWER_COUNT; i++)
		if (command_has_key(keymap->answers[i], key))
			return (enum answer)i;
	return ANSWER_NONE;
}

static uint32_t first_key(const char *keys)
{
	return key_named((struct str){ keys, word_len(keys) });
}

uint32_t command_first_key(const struct keymap *keymap, enum command command)
{
	return first_key(keymap->commands[command]);
}

uint32_t answer_first_key(const struct keymap *keymap, enum answer answer)
{
	return first_key(keymap->answers[answer]);
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

/* Appends the first key of the command or answer of that name; false: there is none. */
static bool command_add_key_named(struct buf *out, const struct keymap *keymap,
                                  struct str name)
{
	for (int i = 0; i < COMMAND_COUNT; i++) {
		if (!str_equal(name, str_from(table[i].name)))
			continue;
		if (keymap->commands[i][0]) {
			command_add_keys(out, keymap, (enum command)i, 1);
		} else {
			buf_add_byte(out, ':');
			command_add_name(out, (enum command)i);
		}
		return true;
	}
	for (int i = 0; i < ANSWER_COUNT; i++)
		if (str_equal(name, str_from(answer_names[i]))) {
			buf_add(out,
			        (struct str){ keymap->answers[i],
			                      word_len(keymap->answers[i]) });
			return true;
		}
	return false;
}

/* Appends a message with keys in the place of names; what doubles stands twice where a
 * key has it. */
static void command_add_message(struct buf *out, const struct keymap *keymap,
                                const char *text, char doubled)
{
	struct buf key;

	buf_init(&key);
	while (*text) {
		size_t len = strcspn(text, "{");
		const char *end = strchr(text + len, '}');

		buf_add(out, (struct str){ text, len });
		text += len;
		buf_clear(&key);
		if (!end || !command_add_key_named(
				    &key, keymap,
				    (struct str){ text + 1,
		                                  (size_t)(end - text) - 1 })) {
			if (*text)
				buf_add_byte(out, *text++);
			continue;
		}
		for (size_t i = 0; i < key.len; i++) {
			if (key.ptr[i] == doubled)
				buf_add_byte(out, doubled);
			buf_add_byte(out, key.ptr[i]);
		}
		text = end + 1;
	}
	buf_release(&key);
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

enum task command_task(enum command command)
{
	return table[command].task;
}

const char *task_title_untranslated(enum task task)
{
	return task_titles[task];
}
