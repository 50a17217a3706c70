/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Folding for searches: texts that count as the same fold to the same bytes.  Folding
 * is NFKC of a character and the marks that join it, then full case folding, one form of
 * full and half width, of vertical forms, of quotation marks, of middle dots (· ・ •) and
 * of the zero of years (〇 ○), the ideographs of radicals, and for each variant and
 * Traditional character the standard one of the Table of General Standard Chinese
 * Characters (Unihan, character by character; what that table calls two characters stays
 * two).  White space becomes one space between two letters or two digits that are
 * not CJK and is dropped elsewhere, since papers set spaces beside marks and units or
 * leave them out; …… stays one symbol.  Folded text never holds a newline.
 */

/*
 * The offset map from folded texts to their originals: a list of marks.  From one mark
 * to the next both texts have the same number of bytes; a mark stands where the original
 * has dropped white space, or characters whose folded form has another length.  A mark
 * covers, in this order, `run` bytes of both, `gap` bytes of the original alone, and
 * `len` bytes of the original that became `folded_len` bytes.
 */
struct fold_mark {
	uint16_t run;        /* bytes of both texts since the mark before */
	uint16_t gap : 15;   /* bytes of the original that were dropped */
	uint16_t begins : 1; /* a text begins here, at its byte 0 */
	uint8_t len;         /* bytes of the original that fold together */
	uint8_t folded_len;  /* bytes of their folded form */
};
_Static_assert(sizeof(struct fold_mark) == 6, "a mark takes six bytes");

struct fold_marks {
	struct fold_mark *items; /* owned */
	size_t count, cap;
	size_t end;        /* of the last mark, in its original */
	size_t folded_end; /* and in `out` */
};

/* Appends the folded form of `text` to `out` and, unless `marks` is NULL, its offset map
 * to `marks`.  The marks of an `out` hold all texts that were appended to it. */
void fold_add(struct buf *out, struct str text, struct fold_marks *marks);

/* A cursor over an offset map; all zero at the beginning; it moves forward only.  Its
 * members are about the last mark that it has passed. */
struct fold_walk {
	size_t texts;  /* number of texts that have begun so far */
	size_t next;   /* index of the next mark */
	size_t at;     /* byte of the original where the mark's `len` begin */
	size_t folded; /* byte of the folded text where its `folded_len` begin */
	size_t len, folded_len; /* of the mark */
};

/* The characters of an original that folded bytes came from. */
struct fold_origin {
	size_t text; /* index of the original, in the order of fold_add() */
	size_t start, end; /* bytes of the original */
	size_t folded_end; /* end of the folded form of these characters */
};

/* The origin of folded bytes [at, at + len), len > 0, which lie in one text.  With the
 * same cursor `at` never decreases from one call to the next. */
struct fold_origin fold_origin(struct fold_walk *walk,
                               const struct fold_marks *marks, size_t at,
                               size_t len);

/* The character that `c` folds to; 0: `c` folds to several.  Characters beyond the Basic
 * Plane are returned unchanged. */
uint32_t fold_one(uint32_t c);

#endif
