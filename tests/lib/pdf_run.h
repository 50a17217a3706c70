/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PDF_RUN_H
#define TESTS_PDF_RUN_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* The helper of the build, run on bytes. */

struct pdf_run {
	struct str input;
	uint64_t
		size_bytes; /* of a file with holes, instead of `input`; or 0 */
	bool piped;         /* else standard input is a file */
	const char *password; /* NULL: none */
	const char *option;   /* NULL: none */
	bool hurries;         /* a second of CPU time is all it may use */
	/* What came of it; release with pdf_run_release(). */
	struct buf output;
	int status; /* as waitpid() has it */
};

void pdf_run(struct pdf_run *run);
void pdf_run_release(struct pdf_run *run);

/* Whether it ended by itself with that exit status. */
bool pdf_run_exited(const struct pdf_run *run, int status);

/* Whether the output has that line. */
bool pdf_run_says(const struct pdf_run *run, const char *line);

/* Whether all of the output is lines that have ended. */
bool pdf_run_is_whole(const struct pdf_run *run);

#define PDF_LEVELS 40

/*
 * Appends a PDF of one page; the dictionary of its content has `entries` as well, such
 * as "/Filter /FlateDecode".  Its font /H is Helvetica.  The form /X0 draws `form`, and
 * each of /X1 to /X40 the one before it twice.
 */
void pdf_make(struct buf *out, const char *entries, struct str content,
              const char *form);

#endif
