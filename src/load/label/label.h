/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_LABEL_H
#define LOAD_LABEL_LABEL_H

#include "load/label/column_width.h"
#include "load/label/doubt.h"
#include "load/lines/printed_line.h"

#include <stddef.h>

/*
 * What each printed line is, and to which measure it is set: the cheapest path
 * through (label, measure) of the whole page (Viterbi).  No sign decides alone;
 * every sign has a price, and all prices stand in tables (price_table.inc, …), but for
 * those that differ from page to page, which the page itself sets (priors.h).
 */

enum label {
	LABEL_FIRST,  /* first line of a paragraph */
	LABEL_MIDDLE, /* a line inside one */
	LABEL_LAST,
	LABEL_SINGLE, /* a paragraph of one line */
	LABEL_SALUTATION,
	LABEL_INSET, /* a head line that stands inside a paragraph */
	/* the labels above belong to a measure, those below to none */
	LABEL_HEAD,
	LABEL_RESUMED, /* a head line under 上接: its text may go on in mid sentence */
	LABEL_SUBHEAD, /* a head line between two paragraphs of one text */
	LABEL_BYLINE,  /* under a head: its text follows */
	LABEL_SIGNED,  /* a byline behind a text */
	LABEL_SIGNATURE,
	LABEL_CLOSING,
	LABEL_DATE,
	LABEL_JUMP,
	LABEL_VERSE, /* a line of a poem */
	LABEL_QUOTE, /* of a pull quote whose words stand nowhere else */
	LABEL_COUNT
};

#define LABELS_WITH_WIDTH LABEL_HEAD

struct labelled {
	enum label label;
	double measure_em; /* 0 for a label without one */
	struct doubt doubt;
};

/* A page that is being labelled. */
struct labeller;

/* For a flow of count >= 1 lines; both are borrowed until labeller_free(). */
struct labeller *labeller_new(const struct flow *flow,
                              const struct column_widths *measures);

/* Goes over the lines of the page once, or over some of them; false when all is
 * labelled.  Adds the lines to *work.  Time: O(lines x states). */
bool labeller_step(struct labeller *labeller, size_t *work);

/* When it is: one for each line of the flow, in an array the caller frees. */
struct labelled *labeller_labels(struct labeller *labeller);

void labeller_free(struct labeller *labeller); /* may be NULL */

#endif
