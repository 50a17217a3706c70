/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SEEK_H
#define BASE_SEEK_H

#include "base/str.h"

#include <stdbool.h>

/*
 * One string looked for again and again in a long text.  Chinese in UTF-8 repeats
 * its first bytes without end, so the text is gone through for that byte of the
 * string which it has least; where that is not rare either, as memmem() does.
 */
struct seek {
	struct str part; /* borrowed */
	size_t rare;     /* byte of part */
	bool by_byte;    /* it is rare enough */
};

/* Looks at some of `text` to choose.  `part` must outlive it. */
struct seek seek_for(struct str part, struct str text);

/* As str_find(): the first place at or after byte `from` of any text, or NPOS. */
size_t seek_next(const struct seek *seek, struct str text, size_t from);

#endif
