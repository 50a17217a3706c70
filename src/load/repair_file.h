/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_REPAIR_FILE_H
#define LOAD_REPAIR_FILE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct access;

/*
 * The file in which repairs are kept.  It may lie in a folder where others write,
 * so what is at its path is looked at before it is read or replaced: a symbolic link is
 * not followed (what it points to would be copied into a file for all to read), and a
 * pipe or a device is not opened.
 */

/* Its places, for an issue `name`, a file or a folder; for the caller to free.  The
 * second is below the folder of a person's data; NULL: there is none. */
char *repair_file_beside(const char *name);
char *repair_file_at_home(const char *name);

enum repair_file {
	REPAIR_FILE_READ,
	REPAIR_FILE_NONE,       /* there is none, and one may be made */
	REPAIR_FILE_LINK,       /* it is a symbolic link */
	REPAIR_FILE_STRANGE,    /* it is no regular file */
	REPAIR_FILE_FOREIGN,    /* it is someone else's, and may be anyone's */
	REPAIR_FILE_LARGE,      /* it is larger than any such file may be */
	REPAIR_FILE_UNREADABLE, /* errno says why */
};

/* Appends the text of the file at `path`, of repairs of issue `name`. */
enum repair_file repair_file_read(struct buf *text, const char *path,
                                  const char *name);

/* Why it is not used, for one of the last five: "'x' is …", safe to print; the caller
 * frees. */
char *repair_file_why(enum repair_file state, const char *path);

/*
 * Keeps others from writing to the file at `path` that ask for the same, until the
 * descriptor that it returns is closed.  -1: that cannot be had here, or not within a
 * second; then the file is written all the same.
 */
int repair_file_lock(const char *path);

/*
 * Writes the file, whole or not at all, with the folders above it, which are for
 * oneself alone.  One's own file keeps who may read it; a new one, and one in
 * the place of someone else's, is for those whom `most` allows.  False: errno says why not.
 */
bool repair_file_write(const char *path, struct str text,
                       const struct access *most);

#endif
