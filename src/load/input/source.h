/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_SOURCE_H
#define LOAD_INPUT_SOURCE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* Names of files and folders become a list of page files, and each file its bytes. */

struct source_name {
	char *path;     /* owned */
	bool in_folder; /* a folder was named, and not this file */
	/* Of a file that is left out: its errno, or 0; and whether a file of its
	 * text stands beside it. */
	int error;
	bool has_text;
};

struct source_list {
	struct source_name *items; /* owned */
	size_t count, cap;
	struct source_name
		*left_out; /* owned; files of folders that are no page */
	size_t left_out_count, left_out_cap;
};

/*
 * Adds file or folder `name` to the list.  A folder gives its files in natural order:
 * 2.txt before 10.txt.  Hidden files, folders, files of corrections, and files whose
 * ending is that of a picture or of another format's export are passed over in
 * silence.  Files that cannot be examined, documents such as .odt without a text file of
 * the same name beside them, and PDFs with one go into `left_out`.  False with errno set when the
 * folder cannot be read; ENODATA when it has no page file.  A folder without one, or one
 * that is the head of a delivery, gives the packages below it (package_search.h).
 */
bool source_list_add(struct source_list *list, const char *name);
void source_list_release(struct source_list *list);

/* What to do while a pipe has nothing to read. */
struct source_wait {
	/* Waits until descriptor `fd` of file `name` can be read; false to give up. */
	bool (*wait)(void *context, int fd, const char *name);
	void *context;
};

/*
 * Reads the whole of file `name` ("-": standard input) into `bytes`, at most
 * `limit_bytes` of it.  Where the writer of a FIFO or pipe is slow, `wait` is called; if
 * it is NULL, reading blocks.  False with errno set: EISDIR for a folder, ENODEV for a
 * device, EFBIG beyond the limit, ECANCELED when `wait` gave up.
 */
bool source_read(struct buf *bytes, const char *name, size_t limit_bytes,
                 const struct source_wait *wait);

/* Opens file `name` ("-": standard input) so that no FIFO waits for its writer; a negative
 * number with errno set where that fails. */
int source_open(const char *name);

/* Is descriptor `fd` a pipe, a socket or a file, so that someone meant it to be read?
 * A terminal, another device such as /dev/null, a folder and a closed descriptor are
 * not. */
bool source_is_given(int fd);

/* Reads the rest of an open file, as source_read() does. */
bool source_read_open(struct buf *bytes, int fd, size_t limit_bytes);

#endif
