/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include "base/str.h"

#include <stddef.h>

/*
 * What counts as the same in a search: NFKC, case, full and half width,
 * vertical forms, quotation marks of all kinds, Traditional characters and their
 * Simplified ones (Unihan, character by character); white space beside a CJK
 * character is dropped, elsewhere a run of it is one space; …… stays a symbol.
 */

/* Folded text with the way back. */
struct folded {
	char *text; /* owned UTF-8, NUL-terminated */
	size_t len; /* bytes */
	/* Owned; len + 1 of them: byte i of `text` came from the character that
	 * begins at byte from[i] of the original; from[len] is its length. */
	size_t *from;
};

void fold(struct folded *folded, struct str text);
void folded_release(struct folded *folded);

/* Appends folded text, without the way back. */
void fold_add(struct buf *out, struct str text);

/* What one character of the Basic Plane folds to, or 0: several; others are as they
 * are. */
uint32_t fold_one(uint32_t c);

#endif
