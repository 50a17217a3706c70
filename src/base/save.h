/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SAVE_H
#define BASE_SAVE_H

#include "base/str.h"

#include <stdbool.h>

/*
 * Writing a file, whole or not at all: a temporary file in the same folder,
 * fsync, then link (never replaces) or rename (replaces; a symbolic link
 * itself, not what it points to).  Nothing is left behind on failure, nor when a
 * signal ends the process in the middle: signals wait while the temporary file has a
 * name.  A device or FIFO is written to as it is.
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

enum save_result save_file(const char *path, struct str bytes,
                           enum save_mode mode);

/* A new file for another program to read, NAME.txt, which nobody may write to,
 * in $XDG_RUNTIME_DIR or /tmp: its path, for the caller to free when the file
 * is removed.  NULL: errno says why there is none. */
char *save_temporary(struct str bytes);

/* Writes all bytes to `fd`; false: errno says why not. */
bool save_all(int fd, struct str bytes);

#endif
