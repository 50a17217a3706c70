/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_HIT_TALLY_H
#define UI_HIT_TALLY_H

#include <stdbool.h>
#include <stddef.h>

struct reading;

/*
 * How many articles have hits.  Each hit is looked at once, when it is new, so the number
 * costs O(new hits), and O(articles) after a new search.  An article over several pages
 * counts once.
 */
struct hit_tally {
	bool *has;           /* owned: by article (index of a whole) */
	size_t has_cap;      /* articles there is room for */
	size_t articles;     /* that have hits */
	size_t seen;         /* hits that were looked at */
	size_t last_passage; /* of the last of these */
	size_t generation; /* of the hits at that time: another one makes all new */
};

void hit_tally_release(struct hit_tally *tally);

/* The number of articles that have hits of `reading`, as far as these are found.  Hits in
 * furniture are of no article. */
size_t hit_tally_count(struct hit_tally *tally, const struct reading *reading);

#endif
