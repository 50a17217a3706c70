/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_EXTERNAL_H
#define UI_ASK_EXTERNAL_H

#include "ui/state.h"

/* Commands that give text to something outside: each leaves an request, or says
 * why there is none. */

/* The paragraph one is at, and the article. */
void outside_copy(struct app *app);
void outside_copy_article(struct app *app);

/* Asks for a command that gets the article, and takes a key of the answer. */
void outside_pipe(struct app *app);
void outside_pipe_key(struct app *app, uint32_t key);

/* Opens the article in the editor of the environment, to be read. */
void outside_edit(struct app *app);

/* Says how the command of the request went: `error` is the errno that says why it
 * was not started, or 0 and `status` is as waitpid() has it. */
void outside_told(struct app *app, int error, int status);

#endif
