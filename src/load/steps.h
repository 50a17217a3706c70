/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_STEPS_H
#define LOAD_STEPS_H

#include "load/label.h"
#include "load/price.h"

/*
 * The steps from the label of a line to that of the next, with what each costs:
 * only those that may be taken, and each kind priced once, for steps differ by
 * few signs of the two lines.
 */

/* The labels from which one may come to a label. */
struct ways {
	size_t count;
	struct {
		int from;
		double cost;
	} items[LABEL_COUNT];
};

/* The ways to each label: at another measure, at the same one. */
struct steps {
	bool known;
	struct ways other[LABEL_COUNT], same[LABEL_COUNT];
};

/* The steps of a page, under habits that stay the same. */
struct step_kinds {
	struct steps *items; /* owned */
};

void step_kinds_init(struct step_kinds *kinds);
void step_kinds_release(struct step_kinds *kinds);

/* The habits have changed. */
void step_kinds_forget(struct step_kinds *kinds);

/* The steps from line `prev` with its facts to `line`; they hold until the
 * habits change. */
const struct steps *steps_between(struct step_kinds *kinds,
                                  const struct printed_line *line,
                                  const struct printed_line *prev,
                                  const struct facts *prev_facts,
                                  const struct habits *habits);

#endif
