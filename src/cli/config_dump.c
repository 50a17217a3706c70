/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/config_dump.h"

#include "base/i18n.h"
#include "base/ini.h"
#include "cli/config_file.h"
#include "cli/option_rows.h"
#include "text/neutralise.h"
#include "ui/command.h"

#include <stdlib.h>
#include <string.h>

#define NO_KEY "none"

/* Appends lines of a comment. */
static void dump_comment(struct buf *out, struct str text)
{
	bool begins = true;

	for (size_t i = 0; i < text.len; i++) {
		if (begins)
			buf_add_c(out, text.ptr[i] == '\n' ? "#" : "# ");
		buf_add_byte(out, text.ptr[i]);
		begins = text.ptr[i] == '\n';
	}
	buf_add_byte(out, '\n');
}

static void dump_head(struct buf *out)
{
	struct buf path;

	buf_init(&path);
	if (config_file_add_path(&path)) {
		struct buf text;
		char *safe = neutralised(path.ptr);

		buf_init(&text);
		/* TRANSLATORS: the path of a file */
		buf_addf(&text,
		         _("Settings of baolan, as baolan-config(5) describes "
		           "them.\n"
		           "The place of this file is %s."),
		         safe);
		dump_comment(out, buf_str(&text));
		buf_release(&text);
		free(safe);
	}
	buf_release(&path);
}

/* The reader of the file takes white space around a value away, and quotation marks. */
static void dump_value(struct buf *out, struct str value)
{
	bool quoted =
		str_trim(value).len < value.len || str_starts(value, STR("\""));

	buf_add_c(out, quoted ? "\"" : "");
	buf_add(out, value);
	buf_add_c(out, quoted ? "\"" : "");
}

static void dump_take(void *to, const struct ini_entry *entry)
{
	(void)entry;
	*(bool *)to = true;
}

/* Can the line stand in the file?  On the command line a value may have control characters,
 * bytes that are no text, and any length. */
static bool dump_is_read(struct str line)
{
	struct diags diags;
	bool taken = false;

	diags_init(&diags);
	ini_read(line, &diags, dump_take, &taken);
	taken = taken && !diags.count;
	diags_release(&diags);
	return taken;
}

/* Appends the line of a setting; as a comment where the file cannot say it. */
static void dump_line(struct buf *out, const char *name, struct str value)
{
	struct buf line;

	buf_init(&line);
	buf_addf(&line, "%s = ", name);
	dump_value(&line, value);
	if (memchr(line.ptr, '\n', line.len) || !dump_is_read(buf_str(&line))) {
		buf_add_c(out, "# ");
		neutralise(out, buf_str(&line));
	} else {
		buf_add(out, buf_str(&line));
	}
	buf_add_byte(out, '\n');
	buf_release(&line);
}

static void dump_setting(struct buf *out, const struct option_row *row,
                         const struct options *options)
{
	static const struct options defaults = { 0 };
	struct buf help, choices, usual, value;

	buf_init(&help);
	buf_init(&choices);
	buf_init(&usual);
	buf_init(&value);
	option_add_help(&help, row);
	option_add_choices(&choices, row);
	option_add_value(&usual, row, &defaults);
	option_add_value(&value, row, options);
	buf_add_byte(out, '\n');
	dump_comment(out, buf_str(&help));
	buf_clear(&help);
	/* TRANSLATORS: what a setting can be, what it usually is */
	buf_addf(&help, _("It can be: %s. The default is %s."), choices.ptr,
	         usual.ptr);
	dump_comment(out, buf_str(&help));
	dump_line(out, row->name, buf_str(&value));
	buf_release(&help);
	buf_release(&choices);
	buf_release(&usual);
	buf_release(&value);
}

static void dump_command(struct buf *out, const struct keymap *keymap,
                         enum command command)
{
	const char *keys = keymap->commands[command];
	struct buf help;

	buf_init(&help);
	command_add_help(&help, keymap, command);
	dump_comment(out, buf_str(&help));
	command_add_name(out, command);
	buf_addf(out, " = %s\n", *keys ? keys : NO_KEY);
	buf_release(&help);
}

void config_dump(struct buf *out, const struct options *options)
{
	const struct keymap *keymap = options->settings.keymap;

	dump_head(out);
	for (size_t i = 0; i < option_row_count; i++)
		if (option_rows[i].name && option_is_setting(&option_rows[i]))
			dump_setting(out, &option_rows[i], options);
	buf_add_c(out, "\n[keys]\n");
	dump_comment(out, str_from(_("Keys with spaces between: a character, "
	                             "^X, F1 to F12, Space, PgDn and so on; or "
	                             "none.")));
	for (int i = 0; i < COMMAND_COUNT; i++)
		dump_command(out, keymap, (enum command)i);
}

void config_print_keys(struct buf *out, const struct keymap *keymap)
{
	for (int i = 0; i < COMMAND_COUNT; i++) {
		const char *keys = keymap->commands[i];

		command_add_name(out, (enum command)i);
		buf_addf(out, "\t%s\t", *keys ? keys : NO_KEY);
		command_add_help(out, keymap, (enum command)i);
		buf_add_byte(out, '\n');
	}
}
