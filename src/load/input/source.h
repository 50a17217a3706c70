/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_SOURCE_H
#define LOAD_INPUT_SOURCE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* Names of files become names of page files, and these bytes. */

struct name {
	char *path;     /* owned */
	bool in_folder; /* nobody named it */
	int error;      /* of one that was left out: what errno says, or 0 */
};

struct names {
	struct name *items; /* owned */
	size_t count, cap;
	struct name *left; /* owned: files of folders that are none of theirs */
	size_t left_count, left_cap;
};

/*
 * Adds `name` to the list; a folder gives its files (not hidden, not folders, not
 * corrections of others, nor what an ending like .pdf or .jpg says is no text) in natural
 * order: 2.txt before 10.txt.  Left out with a word are those that cannot be looked
 * at, and documents such as .pdf whose text does not lie beside them.  False with
 * errno set when it cannot be read; a folder without a page file is ENODATA.
 */
bool names_add(struct names *names, const char *name);
void names_release(struct names *names);

/* What is done while a pipe has nothing to read yet. */
struct source_wait {
	/* Waits until descriptor `fd` of file `name` can be read; false: it is
	 * waited for no longer. */
	bool (*wait)(void *context, int fd, const char *name);
	void *context;
};

/*
 * Reads the whole of file `name` ("-": standard input) into `bytes`, at most
 * `limit_bytes` of it.  The writer of a FIFO or pipe is waited for, as `wait` does
 * it, or (NULL) as long as it takes.  False with errno set: EISDIR for a folder,
 * ENODEV for a device, EFBIG beyond the limit, ECANCELED when `wait` gave up.
 */
bool source_read(struct buf *bytes, const char *name, size_t limit_bytes,
                 const struct source_wait *wait);

/* Does descriptor `fd` hold what someone gave to be read: is it a pipe, a socket
 * or a file?  A terminal, another device such as /dev/null, a folder and a closed
 * descriptor are none. */
bool source_is_given(int fd);

/* Reads the rest of an open file, in the same way. */
bool source_read_open(struct buf *bytes, int fd, size_t limit_bytes);

#endif
