/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_LINE_EDITOR_H
#define UI_ASK_LINE_EDITOR_H

#include "ui/term/canvas.h"

#include <stdint.h>

/* The editor of one line of input.  It moves and deletes by characters as a person sees
 * them (grapheme clusters), and shows the part around the cursor where the line is
 * longer than its room. */

struct line_editor {
	struct buf text;
	size_t cursor; /* byte of text, between two characters */
};

enum line_editor_result {
	LINE_EDITOR_IGNORED, /* the key means nothing in a line of input */
	LINE_EDITOR_MOVED,
	LINE_EDITOR_EDITED,
	LINE_EDITOR_ACCEPTED, /* Enter */
	LINE_EDITOR_LEFT      /* Esc */
};

void line_editor_init(struct line_editor *prompt);
void line_editor_release(struct line_editor *prompt);

/* Replaces the text; the cursor stands at its end. */
void line_editor_set(struct line_editor *prompt, struct str text);

/* Takes a key, and says what it did. */
enum line_editor_result line_editor_key(struct line_editor *prompt,
                                        uint32_t key);

/* Draws label and text at row 0 of `area`, `aside` at its right end; a text
 * too long is shown around the cursor. */
void line_editor_draw(const struct line_editor *prompt, struct canvas *canvas,
                      struct area area, struct str label, struct str aside);

#endif
