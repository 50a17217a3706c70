/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_DOUBT_H
#define LOAD_LABEL_DOUBT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Doubts: how sure a decision about a page was.  A doubt names what the thing
 * may be instead, and the margin: by how much the whole page would cost more if
 * it were read so, in the unit of all costs (negative log likelihoods).
 */
enum doubt_kind {
	DOUBT_NONE,
	DOUBT_GOES_ON, /* a line may go on with the paragraph before it */
	DOUBT_BEGINS,  /* a line may begin a paragraph */
	DOUBT_NO_HEAD, /* a head line may be none */
	DOUBT_HEAD,    /* a line may be one of a headline */
	DOUBT_JOINED,  /* an article may belong to the one before it */
	DOUBT_PARTED,  /* another article may begin at a line */
	DOUBT_OWNER,   /* a headline may belong to another article */
	DOUBT_COLUMN,  /* a column may belong to another article */
	DOUBT_KINDS
};

/* Zero is no doubt. */
struct doubt {
	enum doubt_kind kind;
	double margin;
};

/* Replaces *doubt by `other` if that is a doubt with a smaller margin; true if it
 * did. */
bool doubt_take(struct doubt *doubt, struct doubt other);

/* Is the margin so small that the reader is told? */
bool doubt_counts(const struct doubt *doubt);

/* The probability that the decision is right, .5 to 1, from its margin. */
double doubt_confidence(const struct doubt *doubt);

/* What the thing may be instead: a whole sentence, translated; "" of DOUBT_NONE. */
const char *doubt_sentence(enum doubt_kind kind);

#endif
