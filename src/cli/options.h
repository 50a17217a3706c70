/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "export/export.h"
#include "search/query.h"
#include "settings/settings.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the command line asks for, as values; cli/option_parser.h fills it. */

enum action {
	ACTION_READ, /* open the reader */
	ACTION_LIST,
	ACTION_SEARCH,
	ACTION_EXPORT,
	ACTION_DUMP_CONFIG,
	ACTION_PRINT_KEYS,
	ACTION_HELP,
	ACTION_VERSION,
};

/* Strings are borrowed from argv, those of settings perhaps from the configuration. */
struct options {
	enum action action;
	uint64_t given; /* bit n: row n of the table of options was given */
	const char *pattern; /* ACTION_SEARCH */
	enum query_mode mode;
	unsigned modes; /* bit n: query mode n was given */
	bool count;
	const char *articles; /* ACTION_EXPORT: which (export/selection.h) */
	enum export_format format;
	const char *output; /* NULL: standard output */
	struct export_options as;
	struct settings settings;
	bool force, verbose;
	const char *config_file; /* of settings; NULL: the usual one */
	bool no_config;
	const char *complaint; /* about that file, for the reader; or NULL */
	const char *
		password_file; /* of encrypted files; NULL: they are asked for */
	const char *const *files; /* borrowed from argv; NULL-terminated */
	size_t file_count;
};

/* True when the output is a folder (its name ends with a slash); each article then gets
 * a file of its own in it. */
bool options_name_files(const struct options *options);

/* True when the name that is written to has the extension of another format than the
 * one that --format names. */
bool options_contradict(const struct options *options);

/* The name whose extension says which format is written: that of the output file, or
 * the pattern of names in an output folder; NULL: standard output has none. */
const char *options_written_name(const struct options *options);

#endif
