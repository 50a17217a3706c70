/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OPTION_ROWS_H
#define CLI_OPTION_ROWS_H

#include "cli/option_kinds.h"
#include "cli/options.h"

#include <stdbool.h>
#include <stddef.h>

/* The actions an option is for, as a set; 0: it is for any. */
enum {
	FOR_ALL = 0,
	FOR_EXPORT = 1 << ACTION_EXPORT,
	FOR_SEARCH = 1 << ACTION_SEARCH,
	FOR_FORMAT = FOR_EXPORT | FOR_SEARCH | 1 << ACTION_LIST,
};

/* One row for each option: its name and value, what --help says, and which member of
 * struct options it sets.  A row without a name is a heading of the help. */
struct option_row {
	int letter; /* 0: has only a name */
	const char *name;
	const char *value; /* NULL: takes none */
	const char *help;
	enum action action; /* that the option asks for; ACTION_READ: none */
	unsigned shapes;    /* FOR_… */
	const struct option_kind *kind; /* NULL: nothing is set */
	size_t member;                  /* offset in struct options */
	const char *
		choices; /* what the value can be, for the error about another */
	unsigned traits; /* that the format needs (export/export.h) */
};

/* Sets what a row sets, from whatever source `value` comes, and keeps pointers into it;
 * false: the value is none of this option. */
bool option_set(const struct option_row *row, struct options *options,
                const char *value);

/* Does the row set a member of struct settings?  These rows are the keys of the
 * configuration file, too. */
bool option_is_setting(const struct option_row *row);

/* Appends the value of a setting as option_set() reads it, also where it is the default:
 * that of zeroed options. */
void option_add_value(struct buf *out, const struct option_row *row,
                      const struct options *options);

/* Was the option given on the command line? */
bool option_is_given(const struct option_row *row,
                     const struct options *options);

/* The row of a name, or NULL. */
const struct option_row *option_named(struct str name);

/* Appends what --help says of an option, translated. */
void option_add_help(struct buf *out, const struct option_row *row);

/* Appends what its value can be, translated. */
void option_add_choices(struct buf *out, const struct option_row *row);

/* Each has a bit of options.given. */
#define OPTION_ROWS_MOST 64

extern const struct option_row option_rows[];
extern const size_t option_row_count;

#endif
