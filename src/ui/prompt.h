/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include "ui/term/canvas.h"

#include <stdint.h>

/* One line of input: edited by characters as a reader sees them, shown in as
 * many cells as there are. */

struct prompt {
	struct buf text;
	size_t cursor; /* byte of text, between two characters */
};

enum prompt_result {
	PROMPT_IGNORED, /* the key is none for a line of input */
	PROMPT_MOVED,
	PROMPT_EDITED,
	PROMPT_ACCEPTED, /* Enter */
	PROMPT_LEFT      /* Esc */
};

void prompt_init(struct prompt *prompt);
void prompt_release(struct prompt *prompt);

/* Replaces the text; the cursor stands at its end. */
void prompt_set(struct prompt *prompt, struct str text);

enum prompt_result prompt_key(struct prompt *prompt, uint32_t key);

/* Draws label and text at row 0 of `area`, `aside` at its right end; a text
 * too long is shown around the cursor. */
void prompt_draw(const struct prompt *prompt, struct canvas *canvas,
                 struct area area, struct str label, struct str aside);

#endif
