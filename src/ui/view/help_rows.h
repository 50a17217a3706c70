/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_HELP_ROWS_H
#define UI_VIEW_HELP_ROWS_H

#include "base/mem.h"
#include "ui/state.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * What the help says, row by row, with the keys as they are bound and in the language of
 * the reader: first the keys of the view from which it was opened, then all commands by
 * their tasks, what can be typed behind the key of the prompt, the mouse, and signs.
 */

struct help_row {
	struct str sign;      /* keys, or a sign; of a heading its text */
	struct str says;      /* what they do or mean; empty: a heading */
	enum command command; /* that the row is about, or NONE */
};

struct help_rows {
	struct help_row *items; /* owned */
	size_t count, cap;
	struct arena strings;
};

/* Makes the rows of the help that was opened from view `from`. */
void help_rows_init(struct help_rows *rows, struct app *app, enum view_id from);
void help_rows_release(struct help_rows *rows);

/* Is row `row` a heading? */
bool help_rows_is_head(const struct help_rows *rows, size_t row);

/* The row behind `from`, or in front of it for `by` < 0, that has the pattern in it, going on
 * at the other end; NPOS: none has.  From NPOS, the first or last one. */
size_t help_rows_find(const struct help_rows *rows, struct str pattern,
                      size_t from, int by);

/* The bytes of `text` where the pattern stands for the first time, case and width ignored;
 * an empty range: nowhere. */
struct range help_rows_match(struct str text, struct str pattern);

#endif
