/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"

#include "export/file_name.h"

#include <string.h>

bool options_name_files(const struct options *options)
{
	size_t len = options->output ? strlen(options->output) : 0;

	return len && options->output[len - 1] == '/';
}

const char *options_written_name(const struct options *options)
{
	if (!options->output || !options_name_files(options))
		return options->output;
	return options->settings.name_pattern ? options->settings.name_pattern
	                                      : FILE_NAME_PATTERN;
}

bool options_contradict(const struct options *options)
{
	const char *name = options_written_name(options);

	return name && export_ending(name) &&
	       export_format_for(name) != options->format;
}
