/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/str.h"

#include <stdbool.h>
#include <sys/types.h>

/* What there is on the disk: folders and files. */

/* Is there a folder of that name? */
bool file_is_folder(const char *path);

/* Makes the folders above the file `path` that are missing, with the mode `mode` as far as
 * the umask allows it.  False: errno says why not. */
bool file_make_above(const char *path, mode_t mode);

/* Does the file `path` hold these bytes and no others? */
bool file_holds(const char *path, struct str bytes);

/* Appends the bytes of the regular file `path`.  Returns 0, or the errno that says why they
 * are not read, or not whole: EFBIG when there are more than `most_bytes`, ENOTSUP for a
 * FIFO, a device or a socket, which is not waited for. */
int file_read(struct buf *bytes, const char *path, size_t most_bytes);

#endif
