/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_LINE_EDITOR_H
#define UI_ASK_LINE_EDITOR_H

#include "ui/term/canvas.h"

#include <stdint.h>

/* One line of input: edited by characters as a reader sees them, shown in as
 * many cells as there are. */

struct line_editor {
	struct buf text;
	size_t cursor; /* byte of text, between two characters */
};

enum line_editor_result {
	PROMPT_IGNORED, /* the key is none for a line of input */
	PROMPT_MOVED,
	PROMPT_EDITED,
	PROMPT_ACCEPTED, /* Enter */
	PROMPT_LEFT      /* Esc */
};

void line_editor_init(struct line_editor *prompt);
void line_editor_release(struct line_editor *prompt);

/* Replaces the text; the cursor stands at its end. */
void line_editor_set(struct line_editor *prompt, struct str text);

enum line_editor_result line_editor_key(struct line_editor *prompt,
                                        uint32_t key);

/* Draws label and text at row 0 of `area`, `aside` at its right end; a text
 * too long is shown around the cursor. */
void line_editor_draw(const struct line_editor *prompt, struct canvas *canvas,
                      struct area area, struct str label, struct str aside);

#endif
