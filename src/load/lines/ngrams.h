/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_NGRAMS_H
#define LOAD_LINES_NGRAMS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Likeness of texts by their character n-grams: whether a headline is about a
 * text, whether a quotation is from it.  Chinese has no spaces between words, so
 * runs of n characters stand for words.  Letters, digits and ideographs count,
 * marks and spaces do not.
 *
 * Cavnar, W. and Trenkle, J. (1994), N-gram-based text categorization; the weights
 * are an inverse document frequency (Sparck Jones, 1972).
 */

/* The n-grams of a text, a set. */
struct ngrams {
	uint32_t
		*items; /* owned; hashes of the n-grams, ascending, each once */
	size_t count;
};

/* The n-grams of `length_chars` characters; none of a shorter text.  Time:
 * O(length of the text), for they are sorted by radix. */
void ngrams_init(struct ngrams *grams, struct str text, size_t length_chars);
void ngrams_copy(struct ngrams *grams, const struct ngrams *from);
void ngrams_release(struct ngrams *grams);

/* The hashes of all n-grams of a text in its order, the same one as often as it is there;
 * the caller frees them. */
uint32_t *ngrams_in_order(struct str text, size_t length_chars, size_t *count);

/* How many n-grams both sets have. */
size_t ngrams_common(const struct ngrams *a, const struct ngrams *b);

/* The cosine of two sets, |a & b| / sqrt(|a| |b|): 0 to 1; 0 if one is empty. */
double ngrams_cosine(const struct ngrams *a, const struct ngrams *b);

/* In how many texts of a page each n-gram is. */
struct ngram_counts {
	uint32_t *items; /* owned; ascending */
	size_t *texts;   /* owned; how many texts have items[i] */
	size_t count;
};

void ngram_counts_init(struct ngram_counts *counts, const struct ngrams *texts,
                       size_t text_count);
void ngram_counts_release(struct ngram_counts *counts);

/* The weight of an n-gram that n texts have, 1 / sqrt(1 + n): 0 to 1. */
double ngram_weight(const struct ngram_counts *counts, uint32_t gram);

/* Does the set have this n-gram?  O(log n). */
bool ngrams_have(const struct ngrams *grams, uint32_t gram);

/* The cosine of two sets whose n-grams have these weights: the sum of their
 * squares over a & b, by sqrt(|a| |b|), so 0 to 1; 0 if one is empty. */
double ngrams_similarity(const struct ngrams *a, const struct ngrams *b,
                         const struct ngram_counts *counts);

#endif
