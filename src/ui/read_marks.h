/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_READ_MARKS_H
#define UI_READ_MARKS_H

#include "ui/state.h"

/* Which articles were read, and which were marked to be saved in former runs.  An article
 * is read when the article view has shown its end. */

/* More of the issue is there: takes the marks of former runs. */
void read_marks_follow(struct app *app);

/* Marks the article whose end the screen shows, once each time it comes there.  To be
 * called when the screen was drawn. */
void read_marks_watch(struct app *app);

/* Queues which articles are marked to be saved, as far as that has changed. */
void read_marks_keep(struct app *app);

/* Is an article (index) read?  How many are? */
bool read_marks_has(const struct app *app, size_t article);
size_t read_marks_count(struct app *app);

/* Marks the article of the cursor as read, or as unread. */
void read_marks_toggle(struct app *app);

/* To the next article that is not read; from the last one to the first. */
void read_marks_next(struct app *app);

#endif
