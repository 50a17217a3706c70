/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_ASIDE_OWNERS_H
#define LOAD_SEGMENT_ASIDE_OWNERS_H

#include "load/segment/stories.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Which story each pull quote and each caption of a page belongs to: the one with the
 * highest score, which is the share of the aside's n-grams that the story has, less a
 * little for each unit that stands between them; of equal stories the first.  Time:
 * O(asides x stories near them x n-grams).
 */

/* The units of a story: from the first to the last, its heads with them. */
struct unit_extent {
	size_t first, last;
};

struct aside_owners {
	struct stories *stories;     /* borrowed */
	struct unit_extent *extents; /* owned; per story */
	struct ngrams *grams;        /* owned; per story: of its text */
	size_t next;                 /* the next unit to look at */
	size_t ngrams_compared;
};

/* `stories` is borrowed until aside_owners_release(); no story may come, go or change
 * its text or heads until then. */
void aside_owners_init(struct aside_owners *owners, struct stories *stories);
void aside_owners_release(struct aside_owners *owners);

/* Gives some of the asides to their stories (their `quotes` and `captions`, in order of the
 * page) and adds to *work what that cost, in units of the time that labelling a line
 * takes.  Returns false when all are given; on a page without stories they have no
 * owner. */
bool aside_owners_step(struct aside_owners *owners, size_t *work);

#endif
