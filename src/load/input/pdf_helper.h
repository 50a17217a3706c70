/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_PDF_HELPER_H
#define LOAD_INPUT_PDF_HELPER_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/*
 * The process of baolan-pdf(1): the bytes of a PDF go in, records (records.h) come out.
 *
 * The process has the file as its standard input, a pipe as its standard output, an empty
 * environment, and a process group of its own, so that keys of the terminal do not end
 * it.  A password is given by a second pipe, never as an argument.  What comes is bounded
 * in bytes and in the time without any; beyond, the process is killed by its id.  Behind
 * pdf_helper_stop() there is no process left, and none that has ended but was not waited
 * for.
 */

struct pdf_helper {
	pid_t pid; /* 0: not running */
	int fd;    /* from which its records are read; -1: closed */
	uint64_t silent_since_ms;
	size_t all_bytes; /* read so far */
	/* The limits, as pdf_helper_start() sets them, and which one ended it. */
	uint64_t silent_most_ms;
	size_t all_most_bytes;
	bool is_late, is_too_long;
};

#define PDF_SILENT_MOST_MS 60000
#define PDF_RECORDS_MOST   ((size_t)1 << 30)
#define PDF_PASSWORD_BYTES 127 /* the longest password (ISO 32000-2, 7.6.4) */

/* What is to be read. */
struct pdf_job {
	const char *program;  /* the path of baolan-pdf */
	struct str bytes;     /* of the PDF */
	const char *password; /* NULL: none; cut at PDF_PASSWORD_BYTES */
	size_t first_page;    /* from 1 */
	size_t pictures_page; /* this page alone, with pixels; 0: not so */
};

/* Starts the program; what `job` holds is copied.  Returns 0, or the errno that says why
 * it was not started; pdf_helper_stop() may be called in either case. */
int pdf_helper_start(struct pdf_helper *helper, const struct pdf_job *job);

/* Waits `most_ms` at most for bytes, and appends what has come, a pipe's fill or less.
 * False: the process gives no more; *out may have got something all the same. */
bool pdf_helper_read(struct pdf_helper *helper, struct buf *out, int most_ms);

/* Ends the process if it runs, and waits for its end. */
void pdf_helper_stop(struct pdf_helper *helper);

#endif
