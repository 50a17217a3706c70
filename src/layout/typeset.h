/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_TYPESET_H
#define LAYOUT_TYPESET_H

#include "issue/issue.h"
#include "text/wrap.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Passages set to a measure, line under line, each in the manner of its role: a
 * paragraph with its first line set in, a head balanced and centred, a signature
 * flush right.  Where the lines go is not asked here.
 */

#define SETTING_INSET_COLS 4 /* of a pull quote, on both sides */

struct set_line {
	size_t passage;     /* index; NPOS: a blank row */
	struct range bytes; /* of it */
	int cols;
	int col;    /* from the left edge of the measure */
	bool inset; /* of a pull quote that is set in */
	bool keeps; /* what follows is to stand under it */
};

struct typesetting {
	const struct issue *issue;
	int ambiguous_cols;
	enum wrap_level breaks;
	int measure_cols;       /* >= 1 */
	int hang_cols;          /* one mark may hang so far out */
	struct set_line *lines; /* owned */
	size_t count, cap;
	int owed_rows; /* blank rows before the next passage */
};

/* Sets passage `index` under what is set already. */
void typeset_add(struct typesetting *setting, size_t index);

void typeset_release(struct typesetting *setting);

#endif
