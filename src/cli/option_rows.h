/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OPTION_ROWS_H
#define CLI_OPTION_ROWS_H

#include "cli/options.h"

#include <stdbool.h>
#include <stddef.h>

/* With which actions an option means something; 0: with any. */
enum {
	FOR_ALL = 0,
	FOR_EXPORT = 1 << ACTION_EXPORT,
	FOR_SEARCH = 1 << ACTION_SEARCH,
	FOR_FORMAT = FOR_EXPORT | FOR_SEARCH | 1 << ACTION_LIST,
};

/* One row an option: what is read and what --help says.  A row without a name
 * is a heading of the help. */
struct option_row {
	int letter; /* 0: has only a name */
	const char *name;
	const char *value; /* NULL: takes none */
	const char *help;
	enum action action; /* what it asks for, or ACTION_READ */
	unsigned shapes;    /* FOR_… */
	bool (*set)(struct options *options, const char *value);
	const char *choices; /* what the value can be, for who wrote another */
	unsigned traits;     /* that the format needs (export/export.h) */
};

/* Appends what --help says of an option, translated. */
void option_add_help(struct buf *out, const struct option_row *row);

/* Appends what its value can be, translated. */
void option_add_choices(struct buf *out, const struct option_row *row);

extern const struct option_row option_rows[];
extern const size_t option_row_count;

#endif
