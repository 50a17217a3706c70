/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_SAVE_PATH_H
#define UI_ASK_SAVE_PATH_H

#include "base/str.h"
#include "ui/state.h"

/* The paths of files to save to, for the selection document->to_save. */

/* Makes a path by the pattern of names that no file has yet.  `folder` ends in a slash
 * or is empty.  The caller frees the path. */
char *save_path_propose(const struct app *app, const char *folder);

/* Makes a path of one that was typed: ~ is the home folder, as in a shell; a folder
 * gets a name in it as save_path_propose() makes it.  The caller frees the path. */
char *save_path_meant(const struct app *app, struct str typed);

/* Is the path nothing but the ending of a format, such as .md, without a name? */
bool save_path_is_ending(struct str path);

#endif
