/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_COMPLETION_H
#define UI_ASK_COMPLETION_H

#include "base/str.h"
#include "ui/click_zones.h"
#include "ui/term/canvas.h"

#include <stdbool.h>

/*
 * Completion of a line of input: a completer finds texts that may stand in the place of
 * the word before the cursor.  The line editor (line_editor.h) asks its completer when
 * Tab is pressed, puts in what all found texts have in common, and goes through them
 * with further Tabs.
 */

struct completion {
	char *text; /* owned; what is put in */
	char *shown; /* owned; how it is offered: without its folder, neutralised */
};

/* At most as many are offered. */
#define COMPLETIONS_MOST 500

/* What was found for the bytes [start, end) of a line. */
struct completions {
	size_t start, end;
	struct completion
		*items; /* owned; in the order in which they are offered */
	size_t count, cap;
	size_t found;      /* with those that are not offered */
	struct buf common; /* the beginning that all of those share */
	size_t chosen;     /* the one that stands in the line, or NPOS */
	bool is_partial;   /* not everything was looked at */
};

/* What completes a line.  `find` sets found->start, adds what may stand in the place of the
 * bytes from there to `cursor`, and may set found->has_more. */
struct completer {
	void (*find)(void *about, struct str line, size_t cursor,
	             struct completions *found);
	void *about; /* borrowed */
};

void completions_init(struct completions *found);
void completions_release(struct completions *found);

/* Adds a text, and how it is shown, which is neutralised here.  Of more than are offered
 * the later ones count alone. */
void completions_add(struct completions *found, struct str text,
                     struct str shown);

/* Sorts them by bytes of what is shown. */
void completions_sort(struct completions *found);

/* The beginning that all texts share, which ends between two characters: empty where not
 * everything was looked at.  Borrowed. */
struct str completions_common(const struct completions *found);

/* Draws in row 0 of `area` as many as there is room for, the chosen one among them and
 * marked, and behind them how many there are.  A click on one is PRESS_PICK() of its index. */
void completions_draw(const struct completions *found, struct canvas *canvas,
                      struct click_zones *zones, struct area area);

#endif
