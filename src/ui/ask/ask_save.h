/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_ASK_SAVE_H
#define UI_ASK_ASK_SAVE_H

#include "ui/state.h"

/* The questions of saving: to which file (ASK_FILE), and whether a file may be replaced
 * that exists (ASK_REPLACE). */

/* Ask where to save: the marked articles, or the article of the cursor when none is
 * marked; the whole issue; the marked articles, or all articles in the list of hits. */
void ask_save_marked(struct app *app);
void ask_save_issue(struct app *app);
void ask_save_hits(struct app *app);

/* Marks the article of the cursor, or takes its mark away; takes all marks away. */
void ask_tag(struct app *app);
void ask_untag(struct app *app);

/* Take a key of ASK_FILE, of ASK_REPLACE. */
void ask_save_key(struct app *app, uint32_t key);
void ask_replace_key(struct app *app, uint32_t key);

/* Appends the question of ASK_FILE, which says what is to be saved, to `out`. */
void ask_add_file_label(struct buf *out, const struct app *app);

/* Appends the endings that say in which format, which stand beside it. */
void ask_add_file_aside(struct buf *out, struct app *app);

/* Draws the question of ASK_REPLACE in row 0 of `area`. */
void ask_draw_replace(struct app *app, struct area area);

#endif
