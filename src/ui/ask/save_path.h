/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_SAVE_PATH_H
#define UI_ASK_SAVE_PATH_H

#include "base/str.h"
#include "ui/state.h"

/* The paths of files to save to, for the articles of document->saving. */

/* A path that was made, and how many files of that name there may be before it: the
 * 3rd is NAME-3.md. */
struct save_path {
	char *path; /* owned */
	size_t copy;
};

/* Makes a path by the pattern of names that no file has yet, in the format of the file
 * that was saved last.  `folder` ends in a slash or is empty; ~ in it is the home
 * folder. */
struct save_path save_path_propose(const struct app *app, struct str folder);

/* Makes the path of what was typed: ~ is the home folder, as in a shell; a folder gets a
 * name in it as save_path_propose() makes it, and so does what ends in a slash, whether or
 * not there is such a folder.  The copy is 1 for a name that was typed, unless that is the
 * one that was proposed. */
struct save_path save_path_meant(const struct app *app, struct str typed);

void save_path_release(struct save_path *path);

/* The first of the files before it, by the copy, that holds these bytes; or NULL.  The
 * caller frees the path. */
char *save_path_twin(const struct app *app, const struct save_path *path,
                     struct str bytes);

/* Is the path nothing but the ending of a format, such as .md, without a name? */
bool save_path_is_ending(struct str path);

/* Appends the path with ~ for the home folder, in at most `cols` cells: of one that is
 * longer, its beginning and its end are kept. */
void save_path_add_short(struct buf *out, const char *path, int cols,
                         int ambiguous_cols);

#endif
