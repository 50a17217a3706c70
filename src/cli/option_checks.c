/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option_checks.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "cli/option_rows.h"
#include "load/input/decode.h"
#include "text/neutralise.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *option_sentence(const char *format, ...)
{
	struct buf text;
	va_list args;
	char *safe;

	buf_init(&text);
	va_start(args, format);
	buf_add_format(&text, format, args);
	va_end(args);
	safe = neutralised(text.ptr);
	buf_release(&text);
	return safe;
}

static const char *option_needs(unsigned shapes)
{
	return shapes == FOR_EXPORT ? _("--%s needs --export")
	       : shapes == FOR_SEARCH
	               ? _("--%s needs --search")
	               : _("--%s needs --export, --search or --list");
}

/* A search says which articles have a hit, and nothing about others. */
static char *check_hits(const struct options *options)
{
	bool hits = !strcmp(options->articles, SELECTION_HITS);

	if (options->action != ACTION_EXPORT || hits == !!options->pattern)
		return NULL;
	return hits ? option_sentence(option_needs(FOR_SEARCH),
	                              "export=" SELECTION_HITS)
	            : option_sentence(_("--%s does not go with another action"),
	                              "search");
}

/* No bytes for a terminal. */
static char *check_binary(const struct options *options)
{
	if (options->action == ACTION_EXPORT && !options->output &&
	    export_has(options->format, EXPORT_BINARY) && isatty(STDOUT_FILENO))
		return option_sentence(
			_("--%s=%s is not for a terminal; --output "
		          "writes a file"),
			"format", export_format_name(options->format));
	return NULL;
}

/* A C library may come without the parts that decode an encoding. */
char *option_check_settings(const struct options *options)
{
	if (!options->settings.encoding ||
	    decode_brings(options->settings.encoding))
		return NULL;
	return option_sentence(
		_("--%s: this system cannot decode '%s'; install the "
	          "package glibc-gconv-extra (Fedora) or "
	          "libc-gconv-modules-extra (Debian)"),
		"encoding", options->settings.encoding);
}

static char *wrong_list(const char *action)
{
	struct buf names;
	char *sentence;

	buf_init(&names);
	export_add_names(&names, EXPORT_LISTS, _(" or "));
	/* TRANSLATORS: option, names of formats, option */
	sentence = option_sentence(_("--%s is %s with --%s"), "format",
	                           names.ptr, action);
	buf_release(&names);
	return sentence;
}

/* Not all formats have lists of hits and of articles. */
static char *check_search(const struct options *options)
{
	if ((options->action == ACTION_SEARCH ||
	     options->action == ACTION_LIST) &&
	    !export_has(options->format, EXPORT_LISTS))
		return wrong_list(options->action == ACTION_LIST ? "list"
		                                                 : "search");
	if (options->modes == (1u << QUERY_EXACT | 1u << QUERY_PINYIN))
		return option_sentence(_("--%s does not go with --%s"), "exact",
		                       "pinyin");
	if (options->count && options->format == EXPORT_JSON)
		return option_sentence(_("--%s does not go with --%s"), "count",
		                       "format=json");
	return NULL;
}

static char *check_config(const struct options *options)
{
	return options->config_file && options->no_config
	               ? option_sentence(_("--%s does not go with --%s"),
	                                 "config", "no-config")
	               : NULL;
}

/* The formats that have what an option sets. */
static char *wrong_format(const struct option_row *row)
{
	struct buf names;
	char *sentence;
	size_t count;

	buf_init(&names);
	count = export_add_names(&names, row->traits, _(" and "));
	/* TRANSLATORS: option, names of formats */
	sentence = option_sentence(i18n_plural("--%s is for the format %s",
	                                       "--%s is for the formats %s",
	                                       count),
	                           row->name, names.ptr);
	buf_release(&names);
	return sentence;
}

/* Not as printed and set anew; each in the formats that have it. */
static char *check_shape(const struct options *options)
{
	for (size_t i = 0; i < option_row_count; i++)
		if (options->given & UINT64_C(1) << i &&
		    option_rows[i].traits &&
		    !export_has(options->format, option_rows[i].traits))
			return wrong_format(&option_rows[i]);
	if (options->as.as_printed && options->as.width_cols)
		return option_sentence(_("--%s does not go with --%s"),
		                       "as-printed", "width");
	return NULL;
}

/* With another action an option would be lost in silence. */
static char *check_actions(const struct options *options)
{
	for (size_t i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];

		if (options->given & UINT64_C(1) << i && row->shapes &&
		    !(row->shapes & 1u << options->action))
			return option_sentence(option_needs(row->shapes),
			                       row->name);
	}
	return NULL;
}

/* Without --format it is what the ending says; one that says nothing is refused. */
static char *find_format(struct options *options)
{
	const char *name = options_written_name(options);
	struct buf endings;
	char *error;

	if (options->format != EXPORT_FORMAT_COUNT)
		return NULL;
	options->format = name ? export_format_for(name) : EXPORT_TEXT;
	if (options->format != EXPORT_FORMAT_COUNT)
		return NULL;
	buf_init(&endings);
	export_add_endings(&endings, EXPORT_TEXT, ", ");
	/* TRANSLATORS: an ending, then those that are known */
	error = option_sentence(
		_("no format has the ending '%s'; it can be %s, or "
	          "--format says what is written"),
		export_ending(name), endings.ptr);
	buf_release(&endings);
	return error;
}

char *option_checks(struct options *options)
{
	static char *(*const checks[])(const struct options *options) = {
		option_check_settings, check_shape,  check_search, check_hits,
		check_binary,          check_config,
	};
	char *error = check_actions(options);

	if (!error)
		error = find_format(options);
	for (size_t i = 0; i < ARRAY_LEN(checks) && !error; i++)
		error = checks[i](options);
	return error;
}
