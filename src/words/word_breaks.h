/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef WORDS_WORD_BREAKS_H
#define WORDS_WORD_BREAKS_H

#include "base/str.h"
#include "issue/issue.h"
#include "words/cedict.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Segments of a text: words, and what stands between them.  Segments cover the text without a gap or
 * overlap.  They are those of Unicode Text Segmentation (UAX #29), by libunistring; of
 * segments that stand side by side a dictionary makes words, as UAX #29 parts Chinese into
 * single characters.  Of all ways to part such a run into words of the dictionary and
 * single segments the one is taken with the fewest words, of these the one with the fewest
 * single segments, and of these the one whose last word is longest, then the one before
 * it, and so on (dynamic programming, O(segments × CEDICT_LONGEST_CHARS)).
 *
 * A long text is parted in pieces of about WORD_PIECE_BYTES, which end at white space or a
 * mark where there is one; no word goes over the end of a piece.
 */
#define WORD_PIECE_BYTES 4096

struct word_breaks {
	const struct cedict *cedict; /* borrowed; NULL: there is none */
	struct str text;             /* borrowed; a paragraph of valid UTF-8 */
	struct range piece;          /* of the text, whose segments are known */
	char *segments; /* owned; a byte for each of the piece: what begins there */
};

/* The breaks of a text, found as they are asked for; release with word_breaks_release(). */
void word_breaks_init(struct word_breaks *breaks, struct str text,
                      const struct cedict *cedict);
void word_breaks_release(struct word_breaks *breaks);

/* The segment with byte `at` < text.len. */
struct range word_breaks_at(struct word_breaks *breaks, size_t at);

/* Is the segment with byte `at` < text.len a word: has it a letter, a digit or an
 * ideograph? */
bool word_breaks_is_word(struct word_breaks *breaks, size_t at);

/* The first byte of the first word that begins at or behind byte `at`, of the last one that
 * begins before it.  NPOS: there is none. */
size_t word_breaks_from(struct word_breaks *breaks, size_t at);
size_t word_breaks_before(struct word_breaks *breaks, size_t at);

#endif
