/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_HEADS_H
#define LOAD_HEADS_H

#include "load/pieces.h"

/*
 * Whose headline is it?  Between two stories stand heads of the one before,
 * heads of the one after, and teasers.  Gaps are cut from left to right so that
 * the whole page is cheapest.
 */

/* A teaser: a headline without a text, and the jump that closes it. */
struct teaser {
	struct list heads; /* pieces, at least one unless `jump` is set */
	size_t jump;       /* piece, or NPOS */
};

struct teasers {
	struct teaser *items; /* owned; in order of the page */
	size_t count, cap;
};

/* Fills story->heads of the stories and `teasers` with all other heads and
 * jumps of the page.  Pull quotes must be known. */
void heads_assign(struct stories *stories, struct teasers *teasers);
void teasers_release(struct teasers *teasers);

#endif
