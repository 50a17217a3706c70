/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_ASK_SAVE_H
#define UI_ASK_ASK_SAVE_H

#include "ui/state.h"

/* The questions of saving (see ask.h): to which file, and whether to replace one
 * that is there. */

/* Where to save the articles that are marked, or the one that one is at; the whole
 * issue; those that are marked, or all with a hit that the list of hits shows. */
void ask_save_marked(struct app *app);
void ask_save_issue(struct app *app);
void ask_save_hits(struct app *app);

/* Marks the article that one is at, or takes its mark away; takes all away. */
void ask_tag(struct app *app);
void ask_untag(struct app *app);

/* A key in ASK_FILE, in ASK_REPLACE. */
void ask_save_key(struct app *app, uint32_t key);
void ask_replace_key(struct app *app, uint32_t key);

/* What ASK_FILE asks: it says what is to be saved. */
void ask_add_file_label(struct buf *out, const struct app *app);

/* Draws ASK_REPLACE in row 0 of `area`. */
void ask_draw_replace(struct app *app, struct area area);

#endif
