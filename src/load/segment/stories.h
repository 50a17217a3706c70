/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_STORIES_H
#define LOAD_SEGMENT_STORIES_H

#include "load/segment/text_runs.h"

#include <stdbool.h>
#include <stddef.h>

struct gap_decision;

/*
 * The stories of a page: its text runs joined, and its heads distributed, as the decisions
 * of a segmentation say (segment.h).  A story is one article, or a part of one that
 * was printed elsewhere on the page and continues it.
 */
struct story {
	struct list units; /* text and subheads, in order of the text */
	struct list heads, bylines, jumps; /* each in order of the page */
	/* Units set aside on the page: see aside_owners.h. */
	struct list quotes, captions;
	double measure_em;  /* column width of its first text run; 0: verse */
	bool dateline;      /* it begins with a dateline or a run-in head */
	bool letter, verse; /* as its first text run is */
	bool not_news;    /* it is the whole of a page that is no newspaper's */
	bool heads_after; /* its heads, if it has any, stand behind its text */
	/* The story that this one continues, or NPOS, and how probable that is,
	 * from 0 to 1: see continuations.h.  Chains have no circles. */
	size_t continues;
	double continues_share;
	bool precedes;   /* its text is set before that of the story it
	                    continues */
	bool corrected;  /* a person made it, or said what it continues */
	struct buf text; /* of all its paragraphs, for comparing */
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
	struct units *units; /* borrowed */
	struct story *items; /* owned; in order of the page */
	size_t count, cap;
	struct teasers teasers;
};

/*
 * Builds the stories of a page from `decisions`, text_runs->count + 1 of them, the
 * first and the last of which are boundaries.  `units` is borrowed until
 * stories_release() and changed: heads inside a story become UNIT_SUBHEAD, and doubts
 * about boundaries and heads are noted at the units.
 */
void stories_init(struct stories *stories, struct units *units,
                  const struct text_runs *text_runs,
                  const struct gap_decision *decisions);
void stories_release(struct stories *stories);

/* The story in whose article story `s` is: the end of its chain of `continues`, or
 * `s` itself. */
size_t stories_root(const struct stories *stories, size_t s);

/* Has a story a jump from another page, or (`from` false) one to another page? */
bool story_has_jump(const struct stories *stories, const struct story *story,
                    bool from);

/* The n-grams of the texts of all stories, one for each; stories_free_ngrams() frees
 * them, given the number of stories. */
struct ngrams *stories_ngrams(const struct stories *stories, size_t gram_chars);
void stories_free_ngrams(struct ngrams *grams, size_t count);

/* Appends an empty story that continues none.  The pointer is valid until the next
 * call. */
struct story *stories_add(struct stories *stories);

#endif
