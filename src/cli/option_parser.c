/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option_parser.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "cli/option_checks.h"
#include "cli/option_hint.h"
#include "cli/option_rows.h"
#include "text/glyph.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HELP_COL  25
#define HELP_COLS 80 /* of a line */

/* getopt says which row it found by a number beyond all letters; which row's opposite, by
 * one beyond those. */
enum {
	CODE_FIRST = 256,
	CODE_OPPOSITE = CODE_FIRST + OPTION_ROWS_MOST
};

#define OPPOSITE   "no-"
#define NAME_BYTES 32

/* The long options as getopt_long() wants them. */
struct long_options {
	struct option longs[2 * OPTION_ROWS_MOST + 1];
	char opposites[OPTION_ROWS_MOST][NAME_BYTES]; /* their names */
};

static bool has_opposite(const struct option_row *row)
{
	return row->kind && row->kind->has_opposite;
}

static int row_code(const struct option_row *row)
{
	return row->letter ? row->letter
	                   : CODE_FIRST + (int)(row - option_rows);
}

static const struct option_row *row_of(int code)
{
	if (code >= CODE_OPPOSITE)
		return &option_rows[code - CODE_OPPOSITE];
	for (size_t i = 0; i < option_row_count; i++)
		if (option_rows[i].name && row_code(&option_rows[i]) == code)
			return &option_rows[i];
	return NULL;
}

static int option_argument(const struct option_row *row)
{
	return row->value          ? required_argument
	       : has_opposite(row) ? optional_argument
	                           : no_argument;
}

/* The rows as getopt_long() wants them. */
static void describe(struct buf *letters, struct long_options *all)
{
	struct option *longs = all->longs;

	/* Errors are ours to tell. */
	buf_add_byte(letters, ':');
	for (size_t i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];

		if (!row->name)
			continue;
		*longs++ = (struct option){
			.name = row->name,
			.has_arg = option_argument(row),
			.val = row_code(row),
		};
		if (has_opposite(row)) {
			snprintf(all->opposites[i], NAME_BYTES, OPPOSITE "%s",
			         row->name);
			*longs++ = (struct option){
				.name = all->opposites[i],
				.val = CODE_OPPOSITE + (int)i,
			};
		}
		if (row->letter) {
			buf_add_byte(letters, (char)row->letter);
			buf_add_c(letters, row->value ? ":" : "");
		}
	}
	*longs = (struct option){ 0 };
}

/* Breaks a line that begins at byte `start` and is too long: what stands behind the last
 * space that has room goes to a line of its own, below the helps. */
static void break_help(struct buf *out, size_t start)
{
	size_t at = out->len;
	struct buf rest;

	while (at > start &&
	       (text_cols_between(buf_str(out), start, at, 1) > HELP_COLS ||
	        out->ptr[at] != ' '))
		at--;
	if (text_cols_between(buf_str(out), start, out->len, 1) <= HELP_COLS ||
	    at <= start + HELP_COL)
		return;
	buf_init(&rest);
	buf_add(&rest, str_slice(buf_str(out), at + 1, out->len));
	out->len = at;
	buf_addf(out, "\n%*s%s", HELP_COL, "", rest.ptr);
	buf_release(&rest);
}

static void add_row_help(struct buf *out, const struct option_row *row)
{
	size_t start = out->len;

	if (row->letter)
		buf_addf(out, "  -%c, --%s", row->letter, row->name);
	else
		buf_addf(out, "      --%s%s",
		         has_opposite(row) ? "[" OPPOSITE "]" : "", row->name);
	if (row->value)
		buf_addf(out, "=%s", _(row->value));
	do
		buf_add_byte(out, ' ');
	while (text_cols_between(buf_str(out), start, out->len, 1) < HELP_COL);
	option_add_help(out, row);
	break_help(out, start);
	buf_add_byte(out, '\n');
}

void options_help(struct buf *out)
{
	buf_add_c(
		out,
		_("Usage: baolan [OPTION]... [FILE]...\n"
	          "Read a newspaper issue in the terminal; without FILE, what "
	          "standard input is\n"
	          "given, else the bundled one.\n"
	          "\n"
	          "A FILE is a page or an issue; several are the pages of one "
	          "issue, a folder is\n"
	          "all its page files, - is standard input.\n"));
	for (size_t i = 0; i < option_row_count; i++)
		if (option_rows[i].name)
			add_row_help(out, &option_rows[i]);
		else
			buf_addf(out, "\n%s\n", _(option_rows[i].help));
	buf_add_c(out, _("\nExit status: 0 done, 1 nothing found, 2 not read, "
	                 "not written or wrong usage.\n"));
}

/* What getopt did not take.  A letter may stand in a word with others, which
 * optind has not passed yet. */
static char *wrong_option(char *argv[], int found)
{
	const char letter[] = { '-', (char)optopt, '\0' };

	if (found == ':')
		return option_sentence(_("option '%s' needs a value"),
		                       argv[optind - 1]);
	if (!optopt)
		return option_hint(argv[optind - 1]);
	if (!row_of(optopt))
		return option_sentence(_("there is no option '%s'"), letter);
	return option_sentence(_("option '--%s' takes no value"),
	                       row_of(optopt)->name);
}

static char *wrong_value(const struct option_row *row, const char *value)
{
	/* TRANSLATORS: option, its value */
	char *wrong =
		option_sentence(_("--%s cannot be '%s'"), row->name, value);
	struct buf text, choices;

	buf_init(&text);
	/* TRANSLATORS: what is wrong, what would be right */
	buf_init(&choices);
	option_add_choices(&choices, row);
	buf_addf(&text, _("%s; it can be: %s"), wrong, choices.ptr);
	buf_release(&choices);
	free(wrong);
	return buf_steal(&text);
}

/* Sets what the option says; else the sentence that says why not. */
static char *options_take(struct options *options, const struct option_row *row,
                          const char *value)
{
	if (!option_set(row, options, value))
		return wrong_value(row, value);
	if (row->action == ACTION_READ)
		return NULL;
	/* What is searched can be what is exported (check_hits()). */
	if ((options->action == ACTION_SEARCH ||
	     options->action == ACTION_EXPORT) &&
	    (row->action == ACTION_SEARCH || row->action == ACTION_EXPORT)) {
		if (options->action != row->action)
			options->action = ACTION_EXPORT;
		return NULL;
	}
	if (options->action != ACTION_READ && options->action != row->action &&
	    row->action != ACTION_HELP && row->action != ACTION_VERSION)
		return option_sentence(
			_("--%s does not go with another action"), row->name);
	options->action = row->action;
	return NULL;
}

static char *options_read_all(struct options *options, int argc, char *argv[],
                              const char *letters, const struct option *longs)
{
	int found;

	while ((found = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
		const struct option_row *row = row_of(found);
		const char *value = found >= CODE_OPPOSITE ? "no" : optarg;
		char *error = row ? options_take(options, row, value)
		                  : wrong_option(argv, found);

		if (error || options->action == ACTION_HELP ||
		    options->action == ACTION_VERSION)
			return error;
		options->given |= UINT64_C(1) << (row - option_rows);
	}
	return NULL;
}

bool options_read(struct options *options, int argc, char *argv[], char **error)
{
	struct long_options all;
	struct buf letters;

	*options = (struct options){ .articles = "all",
		                     .format = EXPORT_FORMAT_COUNT,
		                     .as = { .ambiguous_cols = 1 } };
	buf_init(&letters);
	describe(&letters, &all);
	optind = 0;
	opterr = 0;
	*error = options_read_all(options, argc, argv, letters.ptr, all.longs);
	buf_release(&letters);
	options->files = (const char *const *)(argv + optind);
	options->file_count = (size_t)(argc - optind);
	return !*error;
}

bool options_settle(struct options *options, char **error)
{
	if (options->settings.ambiguous_cols)
		options->as.ambiguous_cols = options->settings.ambiguous_cols;
	options->as.breaks = options->settings.breaks;
	options->mode = options->modes & 1u << QUERY_EXACT    ? QUERY_EXACT
	                : options->modes & 1u << QUERY_PINYIN ? QUERY_PINYIN
	                                                      : QUERY_AUTO;
	*error = option_checks(options);
	return !*error;
}
