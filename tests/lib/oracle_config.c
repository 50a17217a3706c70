/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "cli/config_dump.h"
#include "cli/configuration.h"
#include "cli/options.h"
#include "ui/key.h"
#include "ui/term/event.h"

#include <stdlib.h>
#include <string.h>

static char *wrong(const char *sentence, struct str with)
{
	struct buf text;

	buf_init(&text);
	buf_addf(&text, "%s: %.*s", sentence, (int)with.len, with.ptr);
	return buf_steal(&text);
}

/* The keys by which questions are answered and the reader is left. */
static char *check_ways_out(const struct keymap *keymap)
{
	return command_for_key(keymap, '0') != COMMAND_MENU ||
	                       command_for_key(keymap, ':') != COMMAND_PROMPT ||
	                       command_for_key(keymap, PRESS_ENTER) !=
	                               COMMAND_OPEN ||
	                       command_for_key(keymap, PRESS_ESC) !=
	                               COMMAND_BACK
	               ? wrong("a reserved key was bound", STR(""))
	               : NULL;
}

/* Each key of a keymap is the key of its command alone, where that is done. */
static char *check_keys(const struct keymap *keymap)
{
	for (int i = 0; i < COMMAND_COUNT; i++) {
		const char *at = keymap->commands[i];

		while (*at) {
			struct str name = { at, strcspn(at, " ") };
			uint32_t key = key_named(name);

			if (!key ||
			    (int)command_for_key_in(
				    keymap, key,
				    command_is_on_words((enum command)i)) != i)
				return wrong("not a key of one command", name);
			at += name.len + (at[name.len] == ' ');
		}
	}
	return check_ways_out(keymap);
}

static char *check_settings(const struct options *a, const struct options *b)
{
	char *error = NULL;
	struct buf value, other;

	buf_init(&value);
	buf_init(&other);
	for (size_t i = 0; i < option_row_count && !error; i++) {
		const struct option_row *row = &option_rows[i];

		if (!row->name || !option_is_setting(row))
			continue;
		buf_clear(&value);
		buf_clear(&other);
		option_add_value(&value, row, a);
		option_add_value(&other, row, b);
		if (!str_equal(buf_str(&value), buf_str(&other)))
			error = wrong("another value is read again",
			              str_from(row->name));
	}
	for (int i = 0; i < COMMAND_COUNT && !error; i++)
		if (strcmp(a->settings.keymap->commands[i],
		           b->settings.keymap->commands[i]))
			error = wrong(
				"other keys are read again",
				str_from(a->settings.keymap->commands[i]));
	buf_release(&value);
	buf_release(&other);
	return error;
}

char *oracle_config(const struct options *options)
{
	struct options again = { 0 };
	struct config config;
	struct buf dump, second;
	char *error = check_keys(options->settings.keymap);

	buf_init(&dump);
	buf_init(&second);
	config_init(&config);
	config_dump(&dump, options);
	config_read_text(&config, &again, buf_str(&dump));
	config_dump(&second, &again);
	if (!error && config.diags.count)
		error = wrong("a dump is wrong",
		              str_from(config.diags.items[0].text));
	if (!error)
		error = check_settings(options, &again);
	if (!error && !str_equal(buf_str(&dump), buf_str(&second)))
		error = wrong("the dump of a dump is another",
		              buf_str(&second));
	config_release(&config);
	buf_release(&dump);
	buf_release(&second);
	return error;
}

static char *check_diags(const struct diags *diags, struct str text)
{
	size_t lines = 1;

	for (size_t i = 0; i < text.len; i++)
		lines += text.ptr[i] == '\n';
	for (size_t i = 0; i < diags->count; i++)
		if (diags->items[i].line > lines ||
		    !diags->items[i].line != !diags->items[i].column)
			return wrong("a diagnostic of no line",
			             str_from(diags->items[i].text));
	return NULL;
}

char *oracle_config_bytes(struct str bytes)
{
	struct options options = { 0 };
	struct config config;
	char *error;

	/* Such a file is refused before it is read (cli/config_file.h). */
	if (bytes.len && memchr(bytes.ptr, '\0', bytes.len))
		return NULL;
	config_init(&config);
	config_read_text(&config, &options, bytes);
	error = check_diags(&config.diags, bytes);
	if (!error)
		error = oracle_config(&options);
	config_release(&config);
	return error;
}
