/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_CONTINUATIONS_H
#define LOAD_SEGMENT_CONTINUATIONS_H

#include "load/segment/stories.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Continuations: a story without a head, a dateline, a greeting or a jump from
 * another page is a fragment, the rest of a story that stands elsewhere on the page.
 * Its candidates are the stories with a head or a dateline that are no letters.  The
 * score of a candidate is a sum of log odds: of the stories that stand between, the cosine
 * of the texts' n-grams, a pull quote of the candidate beside the fragment, and lists of
 * names; and whether only text of other widths stands between, as in a box.  The fragment
 * continues the candidate with the highest score, and its share (struct story) is the
 * softmax of the scores: exp(best) / sum over candidates of exp(score).  That it continues
 * none and stays where it is has a score, too.
 *
 * Time: O(fragments x candidates near them x n-grams): candidates too far away to change
 * the share within the precision of a double are left out.
 */
struct continuations {
	struct stories *stories; /* borrowed */
	/* Owned; per story: n-grams of its text, and the list of names of those
	 * who took part in what it reports, borrowed from its text. */
	struct ngrams *grams;
	struct str *name_lists;
	size_t *candidates; /* owned; indices of stories, ascending */
	size_t candidate_count;
	size_t next; /* the next story to look at */
	size_t ngrams_compared;
};

/* `stories`, whose asides have their owners (aside_owners.h), is borrowed until
 * continuations_release(); no story may come, go or change its text until then. */
void continuations_init(struct continuations *continuations,
                        struct stories *stories);
void continuations_release(struct continuations *continuations);

/* Sets `continues` and `continues_share` of some fragments and adds to *work what
 * that cost, in units of the time that labelling a line takes.  Returns false when all
 * stories have been looked at. */
bool continuations_step(struct continuations *continuations, size_t *work);

#endif
