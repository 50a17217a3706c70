/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_QUOTE_SOURCE_H
#define LOAD_LABEL_QUOTE_SOURCE_H

#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A pull quote repeats words of the text: most character n-grams of its lines stand
 * elsewhere on the page, too, where pull_quotes.h has not found them because some words
 * differ.
 */

/* The n-grams of all lines of a page, each as often as it stands there. */
struct quote_source {
	uint32_t *grams; /* owned; ascending */
	size_t count;
	size_t gram_chars;
};

void quote_source_init(struct quote_source *source, const struct flow *flow);
void quote_source_release(struct quote_source *source);

/* Do the words of lines [first, end) of the flow stand elsewhere?  O(n log N) for n of N
 * n-grams. */
bool quote_source_has(const struct quote_source *source,
                      const struct flow *flow, size_t first, size_t end);

#endif
