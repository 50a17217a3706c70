/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_NGRAMS_H
#define LOAD_LINES_NGRAMS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The character n-grams of a text, as a set: how one tells that a headline
 * speaks of a text, or that a quotation is from it.  Letters, digits and
 * ideographs count, marks and spaces do not.
 */
struct ngrams {
	uint32_t *items; /* owned; hashes, ascending, each once */
	size_t count;
};

void ngrams_init(struct ngrams *grams, struct str text, size_t length_chars);
void ngrams_copy(struct ngrams *grams, const struct ngrams *from);
void ngrams_release(struct ngrams *grams);

/* How many are in both. */
size_t ngrams_common(const struct ngrams *a, const struct ngrams *b);

/* The cosine of the two sets: 0 to 1; 0 when one is empty. */
double ngrams_cosine(const struct ngrams *a, const struct ngrams *b);

/* In how many texts each gram stands: rare ones say more. */
struct ngram_counts {
	uint32_t *items; /* owned; ascending */
	size_t *texts;   /* owned; in step with items */
	size_t count;
};

void ngram_counts_init(struct ngram_counts *counts, const struct ngrams *texts,
                       size_t text_count);
void ngram_counts_release(struct ngram_counts *counts);

/* How much a gram says, by its rareness: 0 to 1. */
double ngram_weight(const struct ngram_counts *counts, uint32_t gram);

bool ngrams_have(const struct ngrams *grams, uint32_t gram);

/* How much two texts share, rare grams counting more: 0 to 1, for their
 * lengths. */
double ngrams_similarity(const struct ngrams *a, const struct ngrams *b,
                         const struct ngram_counts *counts);

#endif
