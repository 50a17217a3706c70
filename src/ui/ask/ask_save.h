/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_ASK_SAVE_H
#define UI_ASK_ASK_SAVE_H

#include "ui/state.h"

/*
 * The questions of saving: to which file (ASK_FILE), whether a missing folder is made
 * (ASK_FOLDER) and whether a file is replaced that exists (ASK_REPLACE).
 *
 * What is saved stands in the first question, and ^T changes it.  What cannot be done is
 * told above the question, which stays open.  The folder and the format of the last file
 * are proposed for the next one.
 */

/* Ask where to save: the marked articles, or the article of the cursor when none is
 * marked; the whole issue; the marked articles, or all articles in the list of hits. */
void ask_save_marked(struct app *app);
void ask_save_issue(struct app *app);
void ask_save_hits(struct app *app);

/* Take a key of ASK_FILE, of ASK_FOLDER, of ASK_REPLACE. */
void ask_save_key(struct app *app, uint32_t key);
void ask_folder_key(struct app *app, uint32_t key);
void ask_replace_key(struct app *app, uint32_t key);

/* Appends the question of ASK_FILE, which says what is to be saved, to `out`. */
void ask_add_file_label(struct buf *out, const struct app *app);

/* Draw the questions of yes or no in row 0 of `area`. */
void ask_draw_folder(struct app *app, struct area area);
void ask_draw_replace(struct app *app, struct area area);

#endif
