/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "cli/config_dump.h"
#include "cli/configuration.h"
#include "cli/option_parser.h"
#include "cli/options.h"
#include "ui/key.h"
#include "ui/term/event.h"

#include <stdlib.h>
#include <string.h>

#define ARGS_MOST 32
/* A line with a value of so many bytes can be read wherever libinih was built. */
#define VALUE_BYTES 120

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

/* Can a file say the value?  If not, it is in a comment of the dump. */
static bool can_be_said(struct str value)
{
	for (size_t i = 0; i < value.len; i++)
		if ((unsigned char)value.ptr[i] < ' ' || value.ptr[i] == '\x7f')
			return false;
	return value.len <= VALUE_BYTES && utf8_is_valid(value);
}

static bool all_can_be_said(const struct options *options)
{
	bool can = true;

	for (size_t i = 0; i < option_row_count && can; i++) {
		struct buf value;

		buf_init(&value);
		if (option_rows[i].name && option_is_setting(&option_rows[i]))
			option_add_value(&value, &option_rows[i], options);
		can = can_be_said(buf_str(&value));
		buf_release(&value);
	}
	return can;
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
		if (can_be_said(buf_str(&value)) &&
		    !str_equal(buf_str(&value), buf_str(&other)))
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
	if (!error && all_can_be_said(options) &&
	    !str_equal(buf_str(&dump), buf_str(&second)))
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

/* The sentence of an error is there where one was made, and only then. */
static char *check_error(bool well, const char *error)
{
	if (well)
		return error ? wrong("an error of what is well",
		                     str_from(error))
		             : NULL;
	return error && *error ? NULL : wrong("no error", STR(""));
}

char *oracle_options_bytes(struct str bytes)
{
	struct options options = { 0 };
	struct config config;
	char program[] = "baolan", *argv[ARGS_MOST + 1] = { program };
	char *error = NULL, *fault;
	char *lines = mem_dup(bytes.ptr, bytes.len), *at = lines;
	int argc = 1;
	bool well;

	while (at < lines + bytes.len && argc < ARGS_MOST) {
		argv[argc++] = at;
		at += strcspn(at, "\n");
		*at++ = '\0';
	}
	config_init(&config);
	well = options_read(&options, argc, argv, &error);
	if (well) {
		config_read_text(&config, &options, STR(""));
		well = options_settle(&options, &error);
	}
	fault = check_error(well, error);
	if (!fault && well)
		fault = oracle_config(&options);
	config_release(&config);
	free(error);
	free(lines);
	return fault;
}
