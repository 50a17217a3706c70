/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SEEK_H
#define BASE_SEEK_H

#include "base/str.h"

#include <stdbool.h>

/*
 * Repeated search for one string in a long text.  Chinese text in UTF-8 has few first
 * bytes, which repeat all the time, so memchr() looks for the byte of the string that
 * is rarest in the text; where no byte of the string is rare, memmem() searches.
 */
struct seek {
	struct str part; /* the string; borrowed */
	size_t rare;     /* index of its rarest byte */
	bool by_byte;    /* that byte is rare enough for memchr() */
};

/* Prepares the search for `part`, which must outlive the result.  The frequencies of
 * bytes come from samples of `text`. */
struct seek seek_for(struct str part, struct str text);

/* As str_find(): the first place of the string at or after byte `from` of `text`,
 * which need not be the text of the samples; NPOS: there is none. */
size_t seek_next(const struct seek *seek, struct str text, size_t from);

#endif
