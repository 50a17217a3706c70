/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_CORRECT_CORRECTIONS_FILE_H
#define LOAD_CORRECT_CORRECTIONS_FILE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct access;

/*
 * The file in which corrections are kept.  Its folder may be one where others write, so
 * the path is examined before the file is read or replaced: symbolic links are not
 * followed (the file they name would be copied into one that others can read), and
 * pipes and devices are not opened.
 */

/* The paths of the file for an issue `name`, a file or a folder; the caller frees them.
 * The first one is beside the issue, the second one below $XDG_DATA_HOME; that is
 * NULL if the issue or the folder cannot be determined. */
char *correction_file_beside(const char *name);
char *correction_file_in_data_folder(const char *name);

/* The order counts: from CORRECTION_FILE_LINK on the file is there and not used. */
enum correction_file_state {
	CORRECTION_FILE_READ,
	CORRECTION_FILE_NONE,       /* absent; it may be created */
	CORRECTION_FILE_LINK,       /* a symbolic link */
	CORRECTION_FILE_STRANGE,    /* no regular file */
	CORRECTION_FILE_FOREIGN,    /* someone else's, in a folder that anyone
	                               may write to */
	CORRECTION_FILE_LARGE,      /* larger than any such file may be */
	CORRECTION_FILE_UNREADABLE, /* errno says why */
};

_Static_assert(CORRECTION_FILE_NONE == 1 && CORRECTION_FILE_LINK == 2,
               "states behind CORRECTION_FILE_NONE are errors");

/* Appends the text of the file at `path` to `text`, for corrections of issue `name`. */
enum correction_file_state
correction_file_read(struct buf *text, const char *path, const char *name);

/* The reason of an error state as part of a message, "'x' is …", translated and safe to
 * print; the caller frees.  For CORRECTION_FILE_UNREADABLE errno is still that of
 * correction_file_read(). */
char *correction_file_why(enum correction_file_state state, const char *path);

/*
 * Locks the file at `path` against others who ask for the same lock, until the descriptor
 * that is returned is closed.  -1 if locks are not supported there, or the lock is not
 * free within a second; the file is written without one then.
 */
int correction_file_lock(const char *path);

/*
 * Writes the file whole or not at all, and creates the folders above it with mode 0700.
 * A file of one's own keeps its access rights; a new one, and one in the place of someone
 * else's, is readable for those whom `most` allows at most (NULL: the umask decides).
 * On failure returns false and errno says why.
 */
bool correction_file_write(const char *path, struct str text,
                           const struct access *most);

#endif
