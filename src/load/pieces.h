/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PIECES_H
#define LOAD_PIECES_H

#include "load/grams.h"
#include "load/label.h"
#include "load/lines.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Labelled lines become pieces (a paragraph, a head line, a jump, …), and runs
 * of pieces become stories: what a reader would call the text of one article,
 * before heads are given to it.
 */

enum piece_kind {
	PIECE_TEXT,
	PIECE_SALUTATION,
	PIECE_SIGNATURE,
	PIECE_DATE,
	PIECE_SUBHEAD,
	PIECE_HEAD,
	PIECE_JUMP,
};

struct piece {
	enum piece_kind kind;
	size_t first, end; /* printed lines */
	double measure_em; /* 0: of none */
	double width_em;   /* of its first line */
	bool lead, blank;  /* of its first line */
	struct buf text;   /* joined without spaces, for comparing */
};

/* Indices, owned. */
struct list {
	size_t *items;
	size_t count, cap;
};

struct story {
	struct list pieces; /* in order; text, salutation, signature, … */
	double measure_em;
	bool dateline, letter;
	bool closed;       /* signed or dated: nothing follows */
	size_t quote_of;   /* the story it is a pull quote from, or NPOS */
	size_t home;       /* the story it goes on from, or NPOS */
	double home_share; /* how sure that is, 0 to 1 */
	struct list heads; /* head pieces given to it */
	bool heads_after;  /* they stand behind the text */
	struct grams lead; /* bigrams heads are compared with */
	struct buf text;   /* all of it, for comparing */
};

struct stories {
	const struct printed_lines *lines; /* borrowed */
	struct piece *pieces;              /* owned; in order of the page */
	size_t piece_count, piece_cap;
	struct story *items; /* owned; in order of the page */
	size_t count, cap;
};

void stories_init(struct stories *stories, const struct printed_lines *lines,
                  const struct labelled *labels);
void stories_release(struct stories *stories);

/* The story that holds piece `piece`, or NPOS: a head, a jump. */
size_t stories_holding(const struct stories *stories, size_t piece);

#endif
