/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_ASK_BOOKMARK_H
#define UI_ASK_ASK_BOOKMARK_H

#include "ui/state.h"

struct bookmark;

/* The questions about bookmarks: which note one gets (ASK_NOTE), and to which file the list
 * of them is saved (ASK_BOOKMARKS). */

/* Asks for the note of a bookmark at the cursor; where there is one, its note is edited. */
void ask_bookmark(struct app *app);

/* Takes a key of ASK_NOTE. */
void ask_note_key(struct app *app, uint32_t key);

/* Asks where to save all bookmarks, as Markdown, and takes a key of that question. */
void ask_save_bookmarks(struct app *app);
void ask_bookmarks_key(struct app *app, uint32_t key);

/* Goes to a bookmark, in the issue that is open or in another one, which is opened. */
void ask_go_bookmark(struct app *app, const struct bookmark *bookmark);

#endif
