/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/str.h"

#include <stddef.h>

/*
 * What was odd in the input.  Content never fails: it gives an issue and a list
 * of these.
 */

enum diag_level {
	DIAG_NOTE,
	DIAG_WARNING,
	DIAG_ERROR
};

struct diag {
	enum diag_level level;
	size_t page;   /* 1-based, 0 = of no page */
	size_t line;   /* 1-based line of the file, 0 = none */
	size_t column; /* 1-based character of that line, 0 = none */
	char *text;    /* owned; one sentence, in the reader's language; what it
	                  quotes of the input is raw: neutralise before a screen */
};

struct diags {
	struct diag *items; /* owned */
	size_t count, cap;
};

void diags_init(struct diags *diags);
void diags_release(struct diags *diags);

/* Adds one; `where` gives level, page, line and column, its text is ignored. */
void diags_add(struct diags *diags, struct diag where, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The column of byte `at` of a line. */
size_t diag_column(struct str line, size_t at);

/* In order of pages, lines and columns; those of none come first. */
void diags_sort(struct diags *diags);

/* "note", "warning" or "error": names of the JSON contract, never translated. */
const char *diag_level_name(enum diag_level level);

#endif
