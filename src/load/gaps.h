/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_GAPS_H
#define LOAD_GAPS_H

#include "load/chunks.h"
#include "load/cuts.h"

#include <stdbool.h>
#include <stddef.h>

/* What is done at the gaps between the chunks of a page: the cheapest way from
 * its head to its foot, by the prices of cuts.h. */

enum act {
	ACT_BEGIN, /* a story begins; the gap is cut */
	ACT_SUBHEADS,
	ACT_HEAD, /* the gap is the head of the story around it */
};

struct gap_act {
	enum act act;
	size_t a, b;       /* ACT_BEGIN: [0, a) to the one before, [b, …) */
	double act_margin; /* how much dearer: a story begins, or goes on */
	double cut_margin; /* and: a story begins, and the gap is cut elsewhere */
};

/* A page on which the cheapest way is being looked for. */
struct gap_solver;

/* `chunks` is borrowed until gaps_free(). */
struct gap_solver *gaps_begin(const struct chunks *chunks);

/* Looks at some gaps more, and adds to *work as many lines as take as long; false
 * when the way is found. */
bool gaps_step(struct gap_solver *solver, size_t *work);

/* When it is: one for each gap, in an array the caller frees.  Margins are infinite
 * on a page of more than GAPS_SURE gaps. */
#define GAPS_SURE 400
struct gap_act *gaps_acts(const struct gap_solver *solver);

void gaps_free(struct gap_solver *solver); /* may be NULL */

/* The place of a gap before which no story has stood. */
struct cut_place gaps_place(const struct chunks *chunks, size_t gap);

#endif
