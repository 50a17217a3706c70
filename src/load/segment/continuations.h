/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_CONTINUATIONS_H
#define LOAD_SEGMENT_CONTINUATIONS_H

#include "load/segment/stories.h"

/* Which parts belong to which story: pull quotes and captions to the text they
 * speak of, and a rest that stands elsewhere to the story it goes on from. */

/* The units that a story reaches from and to. */
struct extent {
	size_t first, last;
};

/* The stories of a page while their kin is looked for. */
struct continuations {
	struct stories *stories; /* borrowed */
	struct extent *extents;  /* owned, as is all below; per story */
	struct ngrams *grams;    /* per story */
	struct str *lists;       /* per story: names of those who took part */
	size_t *homes;           /* the stories that may be one, in order */
	size_t home_count;
	size_t stage, next; /* the next unit or story to look at */
	size_t ngrams_compared;
};

/* No story comes, goes or changes its text until continuations_release(). */
void continuations_init(struct continuations *continuations,
                        struct stories *stories);
void continuations_release(struct continuations *continuations);

/*
 * Does some of the work, and adds to *work as many lines as take as long; false
 * when it is done.  First each quote and caption of
 * the page is given to a story; a page without stories keeps them unowned.  Then
 * stories that have no head and no dateline get their home and continues_share, from
 * distance, words, names, and the quote that stands beside them.
 */
bool continuations_step(struct continuations *continuations, size_t *work);

#endif
