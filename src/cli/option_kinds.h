/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OPTION_KINDS_H
#define CLI_OPTION_KINDS_H

#include "base/str.h"

#include <stdbool.h>

/* How the value of an option is read and written. */
struct option_kind {
	/* Parses a value (NULL for an option without one) into the member of struct
	 * options; false: it cannot be that. */
	bool (*parse)(void *member, const char *value);
	/* Appends the value of a member, as parse() reads it, so that both say the
	 * same; NULL: the kind is of no setting. */
	void (*print)(struct buf *out, const void *member);
	/* The values are yes and no: the option --NAME has none, and there is
	 * --no-NAME. */
	bool has_opposite;
};

/* The kinds of values of options (struct option_kind), by what they set. */
extern const struct option_kind option_flag, option_text, option_articles,
	option_format, option_output, option_exact, option_pinyin, option_width;

/* Those of settings, which are written as well.  The member of option_no_yes is true for
 * no, so that yes is the default. */
extern const struct option_kind option_yes_no, option_no_yes, option_name,
	option_encoding, option_ambiguous, option_breaks, option_theme,
	option_pictures, option_measure, option_columns, option_path,
	option_command;

#endif
