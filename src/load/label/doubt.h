/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_DOUBT_H
#define LOAD_LABEL_DOUBT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * How sure a decision was: what else it may have been, and how much dearer the
 * page would be then (the margin, in the units of all prices: negative log
 * likelihoods).
 */
enum doubt_kind {
	DOUBT_NONE,
	DOUBT_GOES_ON, /* a line goes on with the paragraph before it */
	DOUBT_BEGINS,  /* it begins a paragraph */
	DOUBT_NO_HEAD, /* a head line is none */
	DOUBT_HEAD,    /* a line is one of a head */
	DOUBT_JOINED,  /* an article belongs to the one before it */
	DOUBT_PARTED,  /* another article begins at a line */
	DOUBT_OWNER,   /* a head belongs to another article */
	DOUBT_KINDS
};

struct doubt {
	enum doubt_kind kind;
	double margin;
};

/* Of two doubts about one thing the one with the smaller margin is kept; true
 * when that is the other one. */
bool doubt_take(struct doubt *doubt, struct doubt other);

/* Is the margin so small that a reader should know? */
bool doubt_counts(const struct doubt *doubt);

/* How sure the decision is, .5 to 1. */
double doubt_confidence(const struct doubt *doubt);

/* What it may be instead: a sentence, translated. */
const char *doubt_sentence(enum doubt_kind kind);

#endif
