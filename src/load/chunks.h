/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_CHUNKS_H
#define LOAD_CHUNKS_H

#include "load/lines/ngrams.h"
#include "load/pieces.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The text of a page in chunks that surely belong together, and what stands in
 * the gaps between them: heads, bylines, jumps.  A chunk ends at a gap, and
 * where the text itself may begin anew: at a dateline, a greeting, behind a
 * signature, where the measure changes, or where the words of some paragraphs
 * have nothing in common with those before.
 */
struct chunk {
	struct list pieces; /* of text */
	struct list insets; /* heads that stand inside its paragraphs */
	double measure_em;  /* of its last paragraph; 0: verse */
	bool verse, dateline, letter, closed, resumed;
	bool note; /* of the editors; the report itself may follow */
	bool soft; /* nothing but its words parts it from the one before */
	size_t paragraphs;
	struct buf text; /* of its paragraphs, for comparing */
	struct ngrams
		lead; /* of its first paragraphs, as long as those of heads */
	struct ngrams all;  /* of all of it */
	struct ngrams rare; /* longer ones: names, things */
};

/* What stands before chunk i (after the last one, for i == count). */
struct gap_items {
	struct list pieces;
};

struct chunks {
	const struct pieces *pieces; /* borrowed */
	struct chunk *items;         /* owned */
	size_t count, cap;
	struct gap_items *gaps;      /* owned; count + 1 of them */
	struct ngram_counts bigrams; /* of the leads */
	struct ngram_counts rares;   /* of all text */
	size_t gram_chars;           /* how long the grams of heads are */
};

void chunks_init(struct chunks *chunks, const struct pieces *pieces);
void chunks_release(struct chunks *chunks);

#endif
