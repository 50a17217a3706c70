/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_HEADLINES_H
#define LOAD_SEGMENT_HEADLINES_H

#include "issue/issue.h"
#include "load/segment/units.h"

#include <stddef.h>

/*
 * A line of a headline as a reader would say it: one printed head line, or
 * several, where it was broken to fit its columns.
 */
struct headline {
	struct list lines; /* printed; owned */
	double width_em;   /* of all of them */
	enum role role;    /* kicker, head or deck */
};

struct headlines {
	struct headline *items; /* owned; in the order of `heads` */
	size_t count;
};

/*
 * Makes headlines of the head units `heads`.  Sizes of type are not in the
 * text, so roles are told from length alone: a short first line is a kicker,
 * what stands behind the head a deck.  `upwards`: the lines stand behind their
 * text, where two of them may be in the order of the page's foot.
 */
void headlines_init(struct headlines *headlines, const struct units *units,
                    const struct list *heads, bool upwards);
void headlines_release(struct headlines *headlines);

#endif
