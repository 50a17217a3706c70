/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SAVE_H
#define BASE_SAVE_H

#include "base/str.h"

#include <stdbool.h>

struct access;

/*
 * Writing a file, whole or not at all: a temporary file in the same folder,
 * fsync, then link (never replaces) or rename (replaces; a symbolic link
 * itself, not what it points to).  Nothing is left behind on failure, nor when a
 * signal ends the process in the middle: signals wait while the temporary file has a
 * name.  A device or FIFO is written to as it is.
 *
 * Where the file system has no links, such as FAT, an empty file takes the name of
 * a new one for the moment before it is there.
 */

enum save_result {
	SAVE_DONE,
	SAVE_EXISTS, /* there is such a file, and `mode` is SAVE_NEW */
	SAVE_FAILED, /* errno says why; EISDIR: there is such a folder */
};

enum save_mode {
	SAVE_NEW,
	SAVE_REPLACE
};

/* A new file may be read by whom the umask allows; what replaces one keeps its
 * mode, its access control list and, where one may give them, owner and group. */
enum save_result save_file(const char *path, struct str bytes,
                           enum save_mode mode);

/* The same of a file that gets `access`, or what the umask allows for NULL, whatever
 * was there. */
enum save_result save_file_as(const char *path, struct str bytes,
                              enum save_mode mode, const struct access *access);

/* A new file for another program to read, NAME.txt, which nobody may write to,
 * in $XDG_RUNTIME_DIR or /tmp: its path, for the caller to free when the file
 * is removed.  NULL: errno says why there is none. */
char *save_temporary(struct str bytes);

/* Writes all bytes to `fd`; false: errno says why not. */
bool save_all(int fd, struct str bytes);

#endif
