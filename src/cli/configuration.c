/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/configuration.h"

#include "base/i18n.h"
#include "base/ini.h"
#include "base/near_name.h"
#include "cli/config_file.h"
#include "cli/option_checks.h"
#include "cli/option_rows.h"
#include "cli/options.h"
#include "cli/print.h"
#include "text/neutralise.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

void config_init(struct config *config)
{
	*config = (struct config){ 0 };
	buf_init(&config->path);
	buf_init(&config->unknown_section);
	diags_init(&config->diags);
	config_keys_init(&config->keys);
	arena_init(&config->strings);
}

void config_release(struct config *config)
{
	buf_release(&config->path);
	buf_release(&config->unknown_section);
	diags_release(&config->diags);
	config_keys_release(&config->keys);
	arena_release(&config->strings);
}

static void unknown_setting(struct config *config,
                            const struct ini_entry *entry)
{
	const struct diag where = ini_place(entry, entry->name, DIAG_WARNING);
	const int len = (int)entry->name.len;
	struct near_name nearest;

	near_name_init(&nearest, entry->name);
	for (size_t i = 0; i < option_row_count; i++)
		if (option_rows[i].name && option_is_setting(&option_rows[i]))
			near_name_try(&nearest, str_from(option_rows[i].name));
	if (option_named(entry->name))
		diags_add(&config->diags, where,
		          _("'%.*s' is for the command line alone"), len,
		          entry->name.ptr);
	else if (nearest.best.len)
		diags_add(&config->diags, where,
		          _("there is no setting '%.*s'; did you mean %s?"),
		          len, entry->name.ptr, nearest.best.ptr);
	else
		diags_add(&config->diags, where,
		          _("there is no setting '%.*s'; --dump-config prints "
		            "all"),
		          len, entry->name.ptr);
}

/* A value in quotation marks is what is between them. */
static char *config_value(struct config *config, struct str value)
{
	char *copy;

	if (value.len >= 2 && str_starts(value, STR("\"")) &&
	    str_ends(value, STR("\"")))
		value = str_slice(value, 1, value.len - 1);
	copy = arena_alloc(&config->strings, value.len + 1);
	if (value.len)
		memcpy(copy, value.ptr, value.len);
	return copy;
}

static void wrong_setting(struct config *config, const struct ini_entry *entry,
                          const struct option_row *row)
{
	const struct diag where = ini_place(entry, entry->value, DIAG_ERROR);
	bool has_comment = str_find(entry->value, STR(" #"), 0) != NPOS ||
	                   str_find(entry->value, STR(" ;"), 0) != NPOS;
	struct buf choices;

	buf_init(&choices);
	option_add_choices(&choices, row);
	if (has_comment)
		buf_add_c(&choices,
		          _("; a comment stands on a line of its own"));
	/* TRANSLATORS: a setting, its value, what would be right */
	diags_add(&config->diags, where,
	          _("%s cannot be '%.*s'; it can be: %s"), row->name,
	          (int)entry->value.len, entry->value.ptr, choices.ptr);
	buf_release(&choices);
}

/* What the command line gave holds; all the same a wrong value is told. */
static void take_setting(struct config *config, const struct ini_entry *entry)
{
	const struct option_row *row = option_named(entry->name);
	struct options trial = *config->options;
	char *why;

	if (!row || !option_is_setting(row)) {
		unknown_setting(config, entry);
		return;
	}
	ini_note_once(entry, &config->diags,
	              &config->setting_lines[row - option_rows]);
	if (!option_set(row, &trial, config_value(config, entry->value))) {
		wrong_setting(config, entry, row);
		return;
	}
	why = option_check_settings(&trial);
	if (why)
		diags_add(&config->diags,
		          ini_place(entry, entry->value, DIAG_ERROR), "%s",
		          why);
	else if (!option_is_given(row, config->options))
		*config->options = trial;
	free(why);
}

/* Told of the first entry of each such section. */
static void unknown_section(struct config *config,
                            const struct ini_entry *entry)
{
	if (str_equal(entry->section, buf_str(&config->unknown_section)))
		return;
	buf_clear(&config->unknown_section);
	buf_add(&config->unknown_section, entry->section);
	diags_add(&config->diags, ini_place(entry, entry->name, DIAG_WARNING),
	          _("there is no section [%s], so this is left out; there is "
	            "[keys], and what stands before it"),
	          config->unknown_section.ptr);
}

static void config_take(void *to, const struct ini_entry *entry)
{
	struct config *config = to;

	if (!entry->section.len)
		take_setting(config, entry);
	else if (str_equal(entry->section, STR("keys")))
		config_keys_take(&config->keys, entry, &config->diags);
	else
		unknown_section(config, entry);
}

/* NULL, or why the file that was named is not read. */
static char *config_read_file(struct config *config, struct buf *text,
                              const char *named)
{
	char *why;

	if (named)
		buf_add_c(&config->path, named);
	else if (!config_file_add_path(&config->path))
		return NULL;
	why = config_file_read(text, config->path.ptr);
	if (named || !why)
		return why;
	if (errno != ENOENT)
		diags_add(&config->diags, (struct diag){ .level = DIAG_ERROR },
		          "%s", why);
	free(why);
	return NULL;
}

void config_read_text(struct config *config, struct options *options,
                      struct str text)
{
	config->options = options;
	ini_read(text, &config->diags, config_take, config);
	keymap_finish(&config->keys.maker);
	options->settings.keymap = &config->keys.maker.keymap;
	diags_sort(&config->diags);
}

bool config_read(struct config *config, struct options *options, char **error)
{
	struct buf text;

	*error = NULL;
	buf_init(&text);
	if (!options->no_config)
		*error = config_read_file(config, &text, options->config_file);
	config_read_text(config, options, buf_str(&text));
	buf_release(&text);
	return !*error;
}

/* "/home/li/.config/baolan/config:3:9: ", or nothing of a diagnostic without a line:
 * its sentence names the file. */
static void config_add_place(struct buf *out, const struct diag *diag,
                             struct str path)
{
	if (!diag->line)
		return;
	buf_add(out, path);
	buf_addf(out, ":%zu:%zu: ", diag->line, diag->column);
}

void config_add_diags(struct buf *out, const struct config *config)
{
	for (size_t i = 0; i < config->diags.count; i++) {
		const struct diag *diag = &config->diags.items[i];
		struct buf line;

		buf_init(&line);
		config_add_place(&line, diag, buf_str(&config->path));
		buf_addf(&line, "%s: %s", diag_level_name(diag->level),
		         diag->text);
		buf_add_c(out, PRINT_NAME);
		neutralise(out, buf_str(&line));
		buf_add_byte(out, '\n');
		buf_release(&line);
	}
}

void config_add_summary(struct buf *out, const struct config *config)
{
	size_t count = config->diags.count;

	if (!count)
		return;
	config_add_place(out, &config->diags.items[0],
	                 str_base_name(buf_str(&config->path)));
	buf_add_c(out, config->diags.items[0].text);
	if (count > 1)
		buf_addf(out,
		         i18n_plural(" (%zu more is told by --dump-config)",
		                     " (%zu more are told by --dump-config)",
		                     count - 1),
		         count - 1);
}
