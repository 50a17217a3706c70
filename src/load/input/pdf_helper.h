/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_PDF_HELPER_H
#define LOAD_INPUT_PDF_HELPER_H

#include "base/process_output.h"
#include "base/str.h"

#include <stddef.h>

/*
 * The process of baolan-pdf(1): the bytes of a PDF go in, records (records.h) come out.
 *
 * The process has the file as its standard input, a pipe as its standard output, an empty
 * environment, and a process group of its own, so that keys of the terminal do not end
 * it.  A password is given by a second pipe, never as an argument.  What comes is read by
 * process_output_read(), and bounded as that bounds it.
 */

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
 * it was not started; process_output_stop() may be called in either case. */
int pdf_helper_start(struct process_output *helper, const struct pdf_job *job);

#endif
