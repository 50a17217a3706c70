/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_INI_H
#define BASE_INI_H

#include "base/diag.h"
#include "base/str.h"

#include <stddef.h>

/*
 * INI text as calls, by libinih: lines NAME = VALUE in sections [NAME], comments on lines
 * of their own behind # or ;.  The text is not trusted.  A line that is wrong is told and
 * left out, and the others are read.  The library is built with other options on other
 * systems, so what it could read otherwise is kept from it: a ; behind a value is of the
 * value, and a line that is set in goes on with nothing.
 */

struct ini_entry {
	struct str section;     /* "" before the first section */
	struct str name, value; /* without the white space around them */
	struct str text; /* of the line; name and value are ranges of it */
	size_t line;     /* 1-based */
};

/* The place of `part`, a range of the line of an entry, for a diagnostic. */
struct diag ini_place(const struct ini_entry *entry, struct str part,
                      enum diag_level level);

/* For names that may stand once: warns if *line says that the name stood before, and sets
 * *line, which is 0 at first, to the line of this entry. */
void ini_note_once(const struct ini_entry *entry, struct diags *diags,
                   size_t *line);

/* So many wrong lines are told; a text with more is none, and no entry is taken. */
#define INI_WRONG_MOST 20

/* Calls `take` with each entry, in order; strings of an entry are valid during the call.
 * What is wrong in a line goes to `diags`, with line and column. */
void ini_read(struct str text, struct diags *diags,
              void (*take)(void *to, const struct ini_entry *entry), void *to);

#endif
