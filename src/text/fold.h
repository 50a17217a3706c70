/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What counts as the same in a search: NFKC, case, full and half width,
 * vertical forms, quotation marks of all kinds, Traditional characters and their
 * Simplified ones (Unihan, character by character); a run of white space is one space
 * between two letters, or two digits, that are not CJK, and dropped elsewhere, as papers
 * set it beside marks and units or not; …… stays a symbol.
 */

/*
 * The way back from folded texts to the originals.  Between two marks they go byte
 * by byte; a mark is where the original has more: white space that was dropped, or
 * characters that became more bytes or fewer.
 */
struct fold_mark {
	uint16_t run;      /* bytes of both from the mark before to this one */
	uint16_t gap : 15; /* of the original, behind them: dropped */
	uint16_t begins : 1; /* another text: from its byte 0 */
	uint8_t len;         /* of the original, that go together */
	uint8_t folded_len;  /* those they became */
};

struct fold_marks {
	struct fold_mark *items; /* owned */
	size_t count, cap;
	size_t end, folded_end; /* behind what the last one marks */
};

/* Appends folded text, and to `marks`, if not NULL, the way back.  Those are of one
 * `out` alone, from its beginning. */
void fold_add(struct buf *out, struct str text, struct fold_marks *marks);

/* A walk along folded texts.  Zero at their beginning; what the mark it came to last
 * is of. */
struct fold_walk {
	size_t texts;  /* that have begun */
	size_t next;   /* mark */
	size_t at;     /* byte of the original */
	size_t folded; /* and of what was folded */
	size_t len, folded_len;
};

/* Where folded bytes came from: the characters that have some of them. */
struct fold_origin {
	size_t text;       /* of those that were folded, from 0 on */
	size_t start, end; /* its bytes */
	size_t folded_end; /* of all that those characters became */
};

/* Of folded bytes [at, at + len) of one text, len > 0; not before those it was asked
 * for last. */
struct fold_origin fold_origin(struct fold_walk *walk,
                               const struct fold_marks *marks, size_t at,
                               size_t len);

/* What one character of the Basic Plane folds to, or 0: several; others are as they
 * are. */
uint32_t fold_one(uint32_t c);

#endif
