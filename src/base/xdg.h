/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_XDG_H
#define BASE_XDG_H

#include "base/str.h"

#include <stdbool.h>

/*
 * The program's own folders in a person's home, by the XDG Base Directory
 * Specification: $XDG_DATA_HOME/baolan or else ~/.local/share/baolan, and so on.
 * A variable that holds no absolute path is ignored, as the specification says.
 */
enum xdg_folder {
	XDG_DATA,   /* what a person made: corrections */
	XDG_STATE,  /* what may be lost: places, histories */
	XDG_CONFIG, /* settings */
	XDG_CACHE,  /* what can be made again */
	XDG_FOLDERS
};

/* Appends the path of a folder, without a '/' at its end, whether or not there is
 * such a folder.  False, and nothing appended: the environment names no home. */
bool xdg_add(struct buf *path, enum xdg_folder folder);

/* Appends $XDG_RUNTIME_DIR, which belongs to the session and not to the program.
 * False, and nothing appended: there is none. */
bool xdg_add_runtime(struct buf *path);

/* Appends the folder with this number, from 0, of those in which data files of all
 * programs are: $XDG_DATA_HOME, then those of $XDG_DATA_DIRS.  False, and nothing appended:
 * there are no more. */
bool xdg_add_data_folder(struct buf *path, size_t number);

/* Makes the folders above the file `path` that are missing, for the owner alone
 * (mode 0700).  False: errno says why not. */
bool xdg_make_above(const char *path);

#endif
