/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SOURCE_H
#define LOAD_SOURCE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* Names of files become names of page files, and these bytes. */

struct names {
	char **items; /* owned */
	size_t count, cap;
};

/*
 * Adds `name` to the list; a folder gives its files (not hidden, not folders, not
 * repairs of others, nor what an ending like .pdf or .jpg says is no text) in natural
 * order: 2.txt before 10.txt.  False with errno set when it cannot be read; a folder
 * without a page file is ENODATA.
 */
bool names_add(struct names *names, const char *name);
void names_release(struct names *names);

/*
 * Reads the whole of file `name` ("-": standard input) into `bytes`, at most
 * `limit_bytes` of it.  False with errno set: EISDIR for a folder, ENODEV for a
 * device, EFBIG beyond the limit.  Never waits for a FIFO to be opened.
 */
bool source_read(struct buf *bytes, const char *name, size_t limit_bytes);

#endif
