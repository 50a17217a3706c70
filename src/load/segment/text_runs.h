/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_TEXT_RUNS_H
#define LOAD_SEGMENT_TEXT_RUNS_H

#include "load/lines/ngrams.h"
#include "load/segment/units.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The text of a page in text_runs that surely belong together, and what stands in
 * the gaps between them: heads, bylines, jumps.  A text_run ends at a gap, and
 * where the text itself may begin anew: at a dateline, a greeting, behind a
 * signature, where the measure changes, or where the words of some paragraphs
 * have nothing in common with those before.
 */
struct text_run {
	struct list units;  /* of text */
	struct list insets; /* heads that stand inside its paragraphs */
	double measure_em;  /* of its last paragraph; 0: verse */
	bool verse, dateline, letter, closed, resumed;
	bool note;     /* of the editors; the report itself may follow */
	bool by_words; /* nothing but its words parts it from the one before */
	size_t paragraphs;
	struct buf text; /* of its paragraphs, for comparing */
	struct ngrams
		lead; /* of its first paragraphs, as long as those of heads */
	struct ngrams all;  /* of all of it */
	struct ngrams rare; /* longer ones: names, things */
};

/* What stands before text_run i (after the last one, for i == count). */
struct gap_items {
	struct list units;
};

struct text_runs {
	const struct units *units; /* borrowed */
	struct text_run *items;    /* owned */
	size_t count, cap;
	struct gap_items *gaps;          /* owned; count + 1 of them */
	struct ngram_counts lead_counts; /* of the leads */
	struct ngram_counts rare_counts; /* of all text */
	size_t gram_chars;               /* how long the grams of heads are */
};

void text_runs_init(struct text_runs *text_runs, const struct units *units);
void text_runs_release(struct text_runs *text_runs);

#endif
