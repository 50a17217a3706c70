/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_TEXT_RUNS_H
#define LOAD_SEGMENT_TEXT_RUNS_H

#include "load/lines/ngrams.h"
#include "load/segment/units.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Text runs: sequences of text units of a page that surely belong to one story.  Between
 * two of them is a gap, which holds heads, bylines and jumps, or nothing; the
 * segmentation (segment.h) decides at which gaps a story begins.
 *
 * A run ends where a unit that is no text stands (but a head inside a paragraph), and
 * where a story may begin without one: at a dateline, a drop cap, a run-in head, a
 * greeting, between prose and verse, behind a signature, where the column width changes, behind a pull quote or a
 * caption, and where the vocabulary changes.
 *
 * The vocabulary changes before a paragraph if none of the WINDOW paragraphs before it
 * shares rare n-grams with any of the WINDOW paragraphs from it on, as in TextTiling
 * (M. Hearst, Computational Linguistics 23(1), 1997), with idf weights for word counts.
 * Time: O(paragraphs x WINDOW^2 x n-grams of a paragraph).
 */
struct text_run {
	struct list units;  /* text units, at least one */
	struct list insets; /* heads and bylines inside its paragraphs */
	double measure_em;  /* column width of its last paragraph; 0: verse */
	bool verse;         /* it has lines of verse */
	bool dateline;      /* its first paragraph begins with a dateline */
	bool run_in;        /* its first paragraph begins with its headline */
	bool drop_cap;      /* it begins with a drop cap */
	bool letter;        /* it begins with a greeting */
	bool closed;        /* it ends with a signature or a date */
	bool resumed;       /* it begins in mid sentence */
	bool note;     /* its last paragraph is a note of the editors, which the
	                  text that it introduces may follow */
	bool by_words; /* only a change of vocabulary parts it from the run
	                  before it */
	size_t paragraphs;
	struct buf text; /* of its paragraphs and verses, for comparing */
	/* N-grams, see head_gram_chars: of its first LEAD_PARAGRAPHS, or of all
	 * of a letter or a poem; of all text; and longer ones of all text. */
	struct ngrams lead, all, rare;
};

/* The units between two text runs, in order of the page. */
struct gap_items {
	struct list units;
};

struct text_runs {
	const struct units *units; /* borrowed */
	struct text_run *items;    /* owned; in order of the page */
	size_t count, cap;
	/* Owned; count + 1 of them: gap i stands before run i, the last one
	 * behind all runs. */
	struct gap_items *gaps;
	struct ngram_counts lead_counts; /* how many leads have an n-gram */
	struct ngram_counts rare_counts; /* how many runs have a longer one */
	/* The share of the datelines that stand under a headline of their own, with what
	 * is usual counted in: low where a story is a list of telegrams. */
	double headed_datelines;
	/* Characters of an n-gram in which headlines and texts are compared:
	 * about one word of the page's script. */
	size_t head_gram_chars;
};

/* `units` is borrowed until text_runs_release(). */
void text_runs_init(struct text_runs *text_runs, const struct units *units);
void text_runs_release(struct text_runs *text_runs);

/* Unit `i` of gap `gap`. */
const struct unit *text_runs_gap_unit(const struct text_runs *text_runs,
                                      size_t gap, size_t i);

/* Has gap `gap` a unit of this kind in [start, end)? */
bool text_runs_gap_has(const struct text_runs *text_runs, size_t gap,
                       size_t start, size_t end, enum unit_kind kind);

#endif
