/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_GRAMS_H
#define LOAD_GRAMS_H

#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

/*
 * The character n-grams of a text, as a set: how one tells that a headline
 * speaks of a text, or that a quotation is from it.  Letters, digits and
 * ideographs count, marks and spaces do not.
 */
struct grams {
	uint64_t *items; /* owned; hashes, ascending, each once */
	size_t count;
};

void grams_init(struct grams *grams, struct str text, size_t length_chars);
void grams_release(struct grams *grams);

/* How many are in both. */
size_t grams_common(const struct grams *a, const struct grams *b);

/* In how many texts each gram stands: rare ones say more. */
struct gram_counts {
	uint64_t *items; /* owned; ascending */
	size_t *texts;   /* owned; in step with items */
	size_t count;
};

void gram_counts_init(struct gram_counts *counts, const struct grams *texts,
                      size_t text_count);
void gram_counts_release(struct gram_counts *counts);

/* How much of `part` is in `whole`, each gram weighted by its rareness. */
struct likeness {
	double share;  /* 0 to 1 */
	double weight; /* sum of the weights of what they share */
};
struct likeness grams_likeness(const struct grams *part,
                               const struct grams *whole,
                               const struct gram_counts *counts);

#endif
