/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option_checks.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "cli/option_rows.h"
#include "load/input/decode.h"
#include "text/neutralise.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *option_sentence(const char *format, const char *option, const char *value)
{
	char *safe_option = neutralised(option);
	char *safe_value = neutralised(value);
	struct buf text;

	buf_init(&text);
	buf_addf(&text, format, safe_option, safe_value);
	free(safe_option);
	free(safe_value);
	return buf_steal(&text);
}

const char *option_needs(unsigned shapes)
{
	return shapes == FOR_EXPORT ? _("--%s needs --export")
	       : shapes == FOR_SEARCH
	               ? _("--%s needs --search")
	               : _("--%s needs --export, --search or --list");
}

/* A search says which articles have a hit, and nothing about others. */
static char *check_hits(const struct options *options)
{
	bool hits = !strcmp(options->articles, PICK_HITS);

	if (options->action != ACTION_EXPORT || hits == !!options->pattern)
		return NULL;
	return hits ? option_sentence(option_needs(FOR_SEARCH),
	                              "export=" PICK_HITS, "")
	            : option_sentence(_("--%s does not go with another action"),
	                              "search", "");
}

/* No bytes for a terminal. */
static char *check_binary(const struct options *options)
{
	if (options->action == ACTION_EXPORT && !options->output &&
	    export_is_binary(options->format) && isatty(STDOUT_FILENO))
		return option_sentence(
			_("--%s=%s is not for a terminal; --output "
		          "writes a file"),
			"format", "epub");
	return NULL;
}

/* A C library may come without the parts that decode it. */
static char *check_encoding(const struct options *options)
{
	if (!options->encoding || decode_brings(options->encoding))
		return NULL;
	return option_sentence(
		_("--%s: this system cannot decode '%s'; install the "
	          "package glibc-gconv-extra (Fedora) or "
	          "libc-gconv-modules-extra (Debian)"),
		"encoding", options->encoding);
}

/* Hits and lists are lines, or JSON. */
static char *check_search(const struct options *options)
{
	if ((options->action == ACTION_SEARCH ||
	     options->action == ACTION_LIST) &&
	    options->format != EXPORT_TEXT && options->format != EXPORT_JSON)
		return option_sentence(
			_("--%s is text or json with --%s"), "format",
			options->action == ACTION_LIST ? "list" : "search");
	if (options->modes == (1u << QUERY_EXACT | 1u << QUERY_PINYIN))
		return option_sentence(_("--%s does not go with --%s"), "exact",
		                       "pinyin");
	if (options->count && options->format == EXPORT_JSON)
		return option_sentence(_("--%s does not go with --%s"), "count",
		                       "format=json");
	return NULL;
}

/* Not as printed and set anew; each in the formats that have it. */
static char *check_shape(const struct options *options)
{
	const struct export_options *as = &options->as;
	bool pages = options->format == EXPORT_HTML ||
	             options->format == EXPORT_EPUB;

	if (as->width_cols && options->format != EXPORT_TEXT)
		return option_sentence(_("--%s is for the format text"),
		                       "width", "");
	if (as->as_printed && !pages && options->format != EXPORT_TEXT)
		return option_sentence(
			_("--%s is for the formats text, html and "
		          "epub"),
			"as-printed", "");
	if (as->upright && !pages)
		return option_sentence(
			_("--%s is for the formats html and epub"), "upright",
			"");
	if (as->as_printed && as->width_cols)
		return option_sentence(_("--%s does not go with --%s"),
		                       "as-printed", "width");
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
	export_add_endings(&endings);
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
		check_encoding, check_shape,  check_search,
		check_hits,     check_binary,
	};
	char *error = find_format(options);

	for (size_t i = 0; i < ARRAY_LEN(checks) && !error; i++)
		error = checks[i](options);
	return error;
}
