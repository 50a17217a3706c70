/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_SAVE_PATH_H
#define UI_ASK_SAVE_PATH_H

#include "base/str.h"
#include "ui/state.h"

/* Paths that what is to be saved (app->document->to_save) is saved to. */

/* A path in `folder`, which ends in a slash or is empty, that no file has yet, by the
 * pattern of names; caller frees. */
char *save_path_propose(const struct app *app, const char *folder);

/* What was meant by a path that was typed: ~ is the home folder, as in a shell; of a
 * folder, a path in it that was not typed.  Caller frees. */
char *save_path_meant(const struct app *app, struct str typed);

/* Is it nothing but an ending, such as .md?  What stood before it was taken away. */
bool save_path_is_ending(struct str path);

/* The whole path, from ~ where it is below the home folder; appended to `out`,
 * not neutralised. */
void save_path_add(struct buf *out, const char *path);

#endif
