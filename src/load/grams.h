/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_GRAMS_H
#define LOAD_GRAMS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The character n-grams of a text, as a set: how one tells that a headline
 * speaks of a text, or that a quotation is from it.  Letters, digits and
 * ideographs count, marks and spaces do not.
 */
struct grams {
	uint32_t *items; /* owned; hashes, ascending, each once */
	size_t count;
};

void grams_init(struct grams *grams, struct str text, size_t length_chars);
void grams_copy(struct grams *grams, const struct grams *from);
void grams_release(struct grams *grams);

/* How many are in both. */
size_t grams_common(const struct grams *a, const struct grams *b);

/* The cosine of the two sets: 0 to 1; 0 when one is empty. */
double grams_cosine(const struct grams *a, const struct grams *b);

/* In how many texts each gram stands: rare ones say more. */
struct gram_counts {
	uint32_t *items; /* owned; ascending */
	size_t *texts;   /* owned; in step with items */
	size_t count;
};

void gram_counts_init(struct gram_counts *counts, const struct grams *texts,
                      size_t text_count);
void gram_counts_release(struct gram_counts *counts);

/* How much a gram says, by its rareness: 0 to 1. */
double gram_weight(const struct gram_counts *counts, uint32_t gram);

bool grams_have(const struct grams *grams, uint32_t gram);

/* How much two texts share, rare grams counting more: 0 to 1, for their
 * lengths. */
double grams_kinship(const struct grams *a, const struct grams *b,
                     const struct gram_counts *counts);

#endif
