/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_INPUT_QUEUE_H
#define LOAD_INPUT_INPUT_QUEUE_H

#include "load/input/decode.h"
#include "load/input/digest.h"
#include "load/input/form.h"
#include "load/input/line_sink.h"
#include "load/input/pdf_helper.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;
struct load_options;
struct package;

/*
 * The files of an issue, waiting as bytes to be read.  Each is given to the input form
 * that is surest that the file is its own (forms.h), a block of some 64 kB at a time.
 * A file begins a page; in files that are read line by line, so does a form feed at the
 * head of a line.
 */

struct queued_file {
	char *name; /* owned */
	/* The METS file that names it, and which of its pages it is, or NULL. */
	struct mets *mets; /* borrowed from a package of the queue */
	size_t mets_page;
	char *password;   /* owned; of an encrypted file, or NULL */
	struct buf bytes; /* owned; empty once the file has been read, unless
	                   * they are kept for its pictures */
};

struct input_queue {
	const char *encoding; /* borrowed; NULL: found from each file's bytes */
	const char *pdf_helper;    /* borrowed; NULL: PDFs are not read */
	struct queued_file *files; /* owned */
	size_t count, cap;
	bool keeps_pictures; /* the bytes of files that have pictures, too */
	struct package **packages; /* owned, as is each */
	size_t package_count, package_cap;
	size_t next; /* the file that is opened next */
	bool open;   /* the file before it has not been read to its end */
	const struct input_form *form; /* of that file, as are the two below */
	struct decoder decoder;        /* of a form that is read by lines */
	void *reading;     /* of a form that is read in parts, or NULL */
	size_t part_bytes; /* of done_bytes, those of the open file */
	struct digest digest;
	size_t digested; /* bytes of the open file that are in the digest */
	struct line_sink sink; /* what the files have given so far */
	size_t all_bytes, done_bytes;
};

/* `issue` and what is borrowed from `options` (which may be NULL) are so until
 * input_queue_release(). */
void input_queue_init(struct input_queue *queue, struct issue *issue,
                      const struct load_options *options);
void input_queue_release(struct input_queue *queue);

/* The name of the nth file, read or not; NULL behind the last. */
const char *input_queue_name(const struct input_queue *queue, size_t n);

/* Adds a file to the end and takes its bytes over; *bytes is empty afterwards. */
void input_queue_add(struct input_queue *queue, const char *name,
                     struct buf *bytes);

/* The file that was added last is encrypted; the password is taken over. */
void input_queue_unlock(struct input_queue *queue, char *password);

/* The path of the nth METS file; NULL behind the last. */
const char *input_queue_package_name(const struct input_queue *queue, size_t n);

/* Takes a package over; its page files are added by input_queue_add_page(). */
void input_queue_take_package(struct input_queue *queue,
                              struct package *package);

/* Adds a file that is page `page` of a package; without bytes where it is missing. */
void input_queue_add_page(struct input_queue *queue, const char *name,
                          struct buf *bytes, struct package *package,
                          size_t page);

/* Reads the next block.  False, and nothing is done, when all files are read. */
bool input_queue_step(struct input_queue *queue);

/* The PDF of a page (index) of the issue as it was read, and which page of it that is; the
 * strings are borrowed.  False: the bytes are not kept, or it is no PDF. */
bool input_queue_pdf_of(const struct input_queue *queue, size_t page,
                        struct pdf_job *job, struct page_sheet *sheet);

/* How many pages of the issue have all their lines: pages [0, n). */
size_t input_queue_whole_pages(const struct input_queue *queue);

#endif
