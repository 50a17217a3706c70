/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_CORRECT_CORRECTIONS_FILE_H
#define LOAD_CORRECT_CORRECTIONS_FILE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct access;

/*
 * The file in which corrections are kept.  It may lie in a folder where others write,
 * so what is at its path is looked at before it is read or replaced: a symbolic link is
 * not followed (what it points to would be copied into a file for all to read), and a
 * pipe or a device is not opened.
 */

/* Its places, for an issue `name`, a file or a folder; for the caller to free.  The
 * second is below the folder of a person's data; NULL: there is none. */
char *correction_file_beside(const char *name);
char *correction_file_in_data_folder(const char *name);

enum correction_file_state {
	CORRECTION_FILE_READ,
	CORRECTION_FILE_NONE,    /* there is none, and one may be made */
	CORRECTION_FILE_LINK,    /* it is a symbolic link */
	CORRECTION_FILE_STRANGE, /* it is no regular file */
	CORRECTION_FILE_FOREIGN, /* it is someone else's, and may be anyone's */
	CORRECTION_FILE_LARGE,   /* it is larger than any such file may be */
	CORRECTION_FILE_UNREADABLE, /* errno says why */
};

/* Appends the text of the file at `path`, of corrections of issue `name`. */
enum correction_file_state
correction_file_read(struct buf *text, const char *path, const char *name);

/* Why it is not used, for one of the last five: "'x' is …", safe to print; the caller
 * frees. */
char *correction_file_why(enum correction_file_state state, const char *path);

/*
 * Keeps others from writing to the file at `path` that ask for the same, until the
 * descriptor that it returns is closed.  -1: that cannot be had here, or not within a
 * second; then the file is written all the same.
 */
int correction_file_lock(const char *path);

/*
 * Writes the file, whole or not at all, with the folders above it, which are for
 * oneself alone.  One's own file keeps who may read it; a new one, and one in
 * the place of someone else's, is for those whom `most` allows.  False: errno says why not.
 */
bool correction_file_write(const char *path, struct str text,
                           const struct access *most);

#endif
