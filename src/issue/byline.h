/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_BYLINE_H
#define ISSUE_BYLINE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* The names in a printed byline: 本报记者 方　砚 通讯员 向阳 has 方砚 and 向阳.  The
 * words and marks around names stand in byline_table.inc. */

#define BYLINE_NAMES_MOST 16

struct byline_names {
	struct buf items
		[BYLINE_NAMES_MOST]; /* owned; in the order of the byline */
	size_t count;
	bool are_certain; /* every word of the byline is a name, or in the table,
	                     and there is a name */
};

/*
 * Takes the names from a byline in UTF-8 (bytes that are none make it uncertain).  A
 * name is of 2 to 4 ideographs, of at most 40 characters of alphabets, or has a · in it; two
 * single ideographs with white space alone between them are one name, set wide.  Where one name ends
 * and the next begins is never guessed: such bylines are not certain.  Release with
 * byline_names_release().
 */
void byline_names_init(struct byline_names *names, struct str byline);
void byline_names_release(struct byline_names *names);

/* Is the byline, which is not empty, of letters of alphabets, with their marks? */
bool byline_is_latin(struct str byline);

#endif
