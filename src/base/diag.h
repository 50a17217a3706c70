/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/str.h"

#include <stddef.h>

/*
 * Diagnostics: what is wrong or unusual in the input.  Loading never fails because
 * of content; it gives an issue and a list of diagnostics.
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

/* Adds a diagnostic with the level and place of `where` and the formatted text; the
 * text of `where` is ignored. */
void diags_add(struct diags *diags, struct diag where, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The 1-based column, in characters, of byte `at` of a line. */
size_t diag_column(struct str line, size_t at);

/* Sorts by page, line and column; diagnostics without one come first. */
void diags_sort(struct diags *diags);

/* "note", "warning" or "error": names of the JSON contract, never translated. */
const char *diag_level_name(enum diag_level level);

#endif
