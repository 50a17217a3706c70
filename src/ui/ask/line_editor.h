/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_LINE_EDITOR_H
#define UI_ASK_LINE_EDITOR_H

#include "ui/ask/completion.h"
#include "ui/term/canvas.h"

#include <stdint.h>

struct line_history;

/*
 * The editor of one line of input, with the keys of readline.  It moves and deletes by
 * characters as a person sees them (grapheme clusters), and shows the part around the
 * cursor where the line is longer than its room.
 *
 *	← → ^B ^F, Home End ^A ^E    characters; the whole line
 *	Alt-B Alt-F, ^← ^→           words: letters and digits in a row
 *	Backspace Delete ^D ^U ^K    delete
 *	^W, Alt-Backspace Alt-D      delete to the space or slash before; words
 *	^Y                           puts in what was deleted last by ^U ^K ^W Alt-D
 *	↑ ↓ ^P ^N                    former answers, where there is a history
 *	Tab, Shift-Tab, a click      completion, where there is a completer
 *	Enter, Esc ^C                accept; leave
 */

struct line_editor {
	struct buf text;
	size_t cursor;  /* byte of text, between two characters */
	struct buf cut; /* what was deleted last by more than a character */
	struct line_history *history; /* borrowed; NULL: none */
	size_t history_at; /* 0: what is being typed; n: item n - 1 */
	struct buf typed;  /* that, while an item stands in its place */
	struct completer completer; /* without a function: none */
	struct completions
		offered; /* of the last Tab; none: no list is shown */
};

enum line_editor_result {
	LINE_EDITOR_IGNORED, /* the key means nothing in a line of input */
	LINE_EDITOR_MOVED,
	LINE_EDITOR_EDITED,
	LINE_EDITOR_ACCEPTED, /* Enter: the text is in the history now */
	LINE_EDITOR_LEFT      /* Esc, ^C */
};

void line_editor_init(struct line_editor *prompt);
void line_editor_release(struct line_editor *prompt);

/* Begins another line, with `text` to edit and the cursor at its end; without a history
 * and a completer. */
void line_editor_begin(struct line_editor *prompt, struct str text);

/* Replaces the text; the cursor stands at its end. */
void line_editor_set(struct line_editor *prompt, struct str text);

/* Gives the line a history, which must outlive the line; a completer. */
void line_editor_remember(struct line_editor *prompt,
                          struct line_history *history);
void line_editor_complete_by(struct line_editor *prompt,
                             struct completer completer);

/* Takes a key, and says what it did. */
enum line_editor_result line_editor_key(struct line_editor *prompt,
                                        uint32_t key);

/* Are there texts that Tab offers? */
bool line_editor_offers(const struct line_editor *prompt);

/* Draws label and text at row 0 of `area`, `aside` at its right end; a text
 * too long is shown around the cursor. */
void line_editor_draw(const struct line_editor *prompt, struct canvas *canvas,
                      struct area area, struct str label, struct str aside);

#endif
