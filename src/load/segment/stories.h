/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_STORIES_H
#define LOAD_SEGMENT_STORIES_H

#include "load/segment/text_runs.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Which text_runs are one article, and which heads are its own.  The page is read
 * from its head to its foot by the cheapest way: at each gap the text goes on
 * (what stands there are subheads, or the main head in the middle of it), or a
 * new story begins (and the gap is cut: heads of the story before, teasers,
 * heads of the story after).
 */
struct story {
	struct list units; /* text and subheads, in order */
	struct list heads; /* head units */
	struct list bylines, jumps;
	struct list quotes, captions; /* what stands aside: see kin.h */
	double measure_em;
	bool dateline, letter, verse;
	bool not_news;          /* all of a page that is no newspaper's */
	bool heads_after;       /* they stand behind the text */
	size_t continues;       /* the story it goes on from, or NPOS */
	double continues_share; /* how sure that is, 0 to 1 */
	struct buf text;        /* all of it, for comparing */
	bool corrected;         /* a person said to what it belongs */
	bool precedes;          /* its text stands before that of its home */
};

/* A teaser: a headline without a text, and the jump that closes it. */
struct teaser {
	struct list heads; /* units, at least one unless `jump` is set */
	size_t jump;       /* unit, or NPOS */
};

struct teasers {
	struct teaser *items; /* owned; in order of the page */
	size_t count, cap;
};

struct stories {
	struct units *units; /* borrowed; subheads are marked there */
	struct story *items; /* owned; in order of the page */
	size_t count, cap;
	struct teasers teasers;
};

/* The stories of the page's units, cut as `decisions` says (see gaps.h). */
struct gap_decision;
void stories_init(struct stories *stories, struct units *units,
                  const struct text_runs *text_runs,
                  const struct gap_decision *decisions);
void stories_release(struct stories *stories);

/* The story whose article story `s` is in: the end of its chain of homes. */
size_t stories_root(const struct stories *stories, size_t s);

/* One more, of nothing yet. */
struct story *stories_add(struct stories *stories);

#endif
