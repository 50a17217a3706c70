/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_HEAD_WORDS_H
#define LOAD_PLACE_HEAD_WORDS_H

#include "load/place/placing.h"

#include <stddef.h>
#include <stdint.h>

/*
 * The character bigrams of the heads of a page, and in which columns each of them is: an
 * inverted index (Knuth, The Art of Computer Programming, volume 3, 6.5).  A search for
 * the best articles asks thousands of times how much of a head its text repeats; bigrams
 * that are in no head are never asked for, and are not kept.
 */
struct head_gram {
	double weight;     /* the square of how rare the bigram is: 0 to 1 */
	size_t first, end; /* of its columns, in `columns` */
};

struct head_words {
	/* Owned; those that a column has, of one head after the other. */
	struct head_gram *grams;
	size_t *starts;    /* owned; of each head in `grams`, and the end */
	size_t *counts;    /* owned; of all bigrams of each head */
	double *sums;      /* owned; of the weights of each head */
	uint32_t *columns; /* owned; of each bigram, ascending */
};

/* O(text of the heads and of the columns); nothing is borrowed. */
void head_words_init(struct head_words *words, const struct placing *placing);
void head_words_release(struct head_words *words);

/* How many bigrams the head has. */
size_t head_words_count(const struct head_words *words, size_t head);

/* The share of the head's bigrams, by weight, that any of the columns has: 0 to 1, and 0
 * for a head without bigrams.  O(bigrams of the head x count x log columns). */
double head_words_share(const struct head_words *words, size_t head,
                        const size_t *columns, size_t count);

#endif
