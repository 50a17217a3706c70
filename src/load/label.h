/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_H
#define LOAD_LABEL_H

#include "load/lines.h"
#include "load/measure.h"

#include <stddef.h>

/*
 * What each printed line is, and to which measure it is set: the cheapest path
 * through (label, measure) of the whole page (Viterbi).  No sign decides alone;
 * every sign has a price, and all prices stand in one table (price.c).
 */

enum label {
	LABEL_FIRST,  /* first line of a paragraph */
	LABEL_MIDDLE, /* a line inside one */
	LABEL_LAST,
	LABEL_SINGLE, /* a paragraph of one line */
	LABEL_SALUTATION,
	/* the labels above belong to a measure, those below to none */
	LABEL_HEAD,
	LABEL_SIGNATURE,
	LABEL_DATE,
	LABEL_JUMP,
	LABEL_COUNT
};

#define LABELS_MEASURED LABEL_HEAD

struct labelled {
	enum label label;
	double measure_em; /* 0 for a label without one */
};

/* One for each of the lines (count >= 1), in an array the caller frees. */
struct labelled *label_lines(const struct printed_lines *lines,
                             const struct measures *measures);

#endif
