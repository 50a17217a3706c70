/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SAVE_H
#define BASE_SAVE_H

#include "base/str.h"

#include <stdbool.h>

struct access;

/*
 * Writing a file, whole or not at all: a temporary file is written in the same
 * folder and synced (fsync), then linked (which never replaces a file) or renamed
 * (which replaces a file; a symbolic link is replaced itself, not its target).
 * Nothing is left behind after a failure, nor after a signal that ends the process:
 * signals are blocked while the temporary file has a name.  A device or FIFO is
 * written to directly.
 *
 * On a file system without links, such as FAT, an empty file reserves the name of a
 * new file for the moment before the rename.
 */

enum save_result {
	SAVE_DONE,
	SAVE_EXISTS, /* a file has that name, and `mode` is SAVE_NEW */
	SAVE_FAILED, /* errno says why; EISDIR: a folder has that name */
};

enum save_mode {
	SAVE_NEW,
	SAVE_REPLACE
};

/* Writes `bytes` as the file `path`.  A new file gets the mode that the umask allows; a
 * file that replaces another keeps the other's mode and access control list and, as far
 * as the process may set them, owner and group. */
enum save_result save_file(const char *path, struct str bytes,
                           enum save_mode mode);

/* The same, but the file gets `access`, or for NULL the mode that the umask allows,
 * whether or not it replaces another. */
enum save_result save_file_as(const char *path, struct str bytes,
                              enum save_mode mode, const struct access *access);

/* Makes a read-only file NAME.txt in $XDG_RUNTIME_DIR or /tmp for another program.
 * Returns its path, which the caller frees after removing the file; NULL: errno says
 * why there is no file. */
char *save_temporary(struct str bytes);

/* Writes all bytes to `fd`, also where write() takes only some or is interrupted.
 * False: errno says why not. */
bool save_all(int fd, struct str bytes);

#endif
