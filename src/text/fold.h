/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * What counts as the same in a search: NFKC, case, full and half width,
 * vertical forms, quotation marks of all kinds, Traditional characters and their
 * Simplified ones (Unihan, character by character); a run of white space is one space
 * between two letters, or two digits, that are not CJK, and dropped elsewhere, as papers
 * set it beside marks and units or not; …… stays a symbol.
 */

/* Folded text with the way back. */
struct folded {
	char *text; /* owned UTF-8, NUL-terminated */
	size_t len; /* bytes */
	/* Owned; len + 1 of them: byte i of `text` came from the character that
	 * begins at byte from[i] of the original; from[len] is its length. */
	size_t *from;
	size_t text_cap, from_cap;
};

void fold(struct folded *folded, struct str text);
void folded_release(struct folded *folded);

/* A character from which on a text can be folded by itself. */
struct fold_mark {
	size_t folded; /* byte of the folded text */
	size_t from;   /* byte of the original */
};

struct fold_marks {
	struct fold_mark *items; /* owned; in order */
	size_t count, cap;
};

/* Appends folded text.  Adds a mark now and then, whose `folded` is a byte of
 * `out`; `marks` may be NULL. */
void fold_add(struct buf *out, struct str text, struct fold_marks *marks);

/* As fold(), into a struct that was folded into before, or is zero: its memory is
 * used again.  Of the text from byte `from` on (0, or that of a mark), no more than
 * are needed for `enough` folded bytes. */
void fold_part(struct folded *folded, struct str text, size_t from,
               size_t enough);

/* A range of folded bytes. */
struct fold_range {
	size_t at, len; /* len > 0 */
};

/*
 * Where the characters of `text` begin and end that fold to the bytes `folded`,
 * counted from byte `from` on (0, or that of a mark).  False where a character up
 * to there is none that folds to one by itself: fold_part() knows then.
 */
bool fold_place(struct str text, size_t from, struct fold_range folded,
                size_t *start, size_t *end);

/* What one character of the Basic Plane folds to, or 0: several; others are as they
 * are. */
uint32_t fold_one(uint32_t c);

#endif
