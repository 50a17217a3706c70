/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_SEPARATORS_H
#define LOAD_PLACE_SEPARATORS_H

#include "load/place/placing.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Which rules of a page part what stands on their two sides.  All that run along t do.
 * Of those along s not the ones of a pull quote, above and below it, nor those of a
 * head, which are narrower than the text at them.
 */

/* Is a rule along s set at a pull quote, as its ornament?  Blocks have their kinds.
 * O(blocks). */
bool rule_is_of_quote(const struct placing *placing,
                      const struct placed_rule *rule);

/* Is a rule along s narrower than all text under and above it, so that it belongs to a
 * head there?  Blocks have their kinds.  O(blocks). */
bool rule_is_of_head(const struct placing *placing,
                     const struct placed_rule *rule);

/* The rules that part; those along s are owned, sorted by t. */
struct separators {
	const struct placing *placing; /* borrowed */
	struct placed_rule *along_s;   /* owned */
	size_t count, cap;
};

/* `placing` is borrowed until separators_release().  O(rules x blocks), but on a page with
 * more than SEPARATORS_CHECKED rules times blocks all rules part. */
#define SEPARATORS_CHECKED 20000000
void separators_init(struct separators *separators,
                     const struct placing *placing);
void separators_release(struct separators *separators);

/* A point of the logical frame. */
struct frame_point {
	float s, t;
};

/* How many rules the straight way between two points crosses.  A rule counts half an em
 * (of running text) longer at both ends.  O(rules). */
size_t separators_between(const struct separators *separators,
                          struct frame_point a, struct frame_point b);

#endif
