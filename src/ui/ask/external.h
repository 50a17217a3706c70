/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_EXTERNAL_H
#define UI_ASK_EXTERNAL_H

#include "ui/state.h"

/* Actions that give text to another program or to the clipboard.  Each leaves a request
 * (request.h) that the main loop carries out, or shows a message why not. */

/* Copy the paragraph of the cursor, and its article. */
void external_copy(struct app *app);
void external_copy_article(struct app *app);

/* Copies bytes of the passage of the cursor. */
void external_copy_range(struct app *app, struct range bytes);

/* Copies the citation of the article of the cursor. */
void external_copy_citation(struct app *app);

/* Asks for a command that gets the article as its input (ASK_PIPE), and takes a key of
 * that question. */
void external_pipe(struct app *app);
void external_pipe_key(struct app *app, uint32_t key);

/* Appends the last command, with the key that brings it, unless something is typed. */
void external_add_pipe_aside(struct buf *out, struct app *app);

/* Opens the article, as a file to be read, in the editor that VISUAL or EDITOR names. */
void external_edit(struct app *app);

/* Shows a message how the command of the request ended.  `error` is the errno that says
 * why the command was not started; when it is 0, `status` is that of waitpid(). */
void external_told(struct app *app, int error, int status);

#endif
