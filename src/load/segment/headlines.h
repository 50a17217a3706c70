/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_HEADLINES_H
#define LOAD_SEGMENT_HEADLINES_H

#include "issue/issue.h"
#include "load/segment/units.h"

#include <stddef.h>

/*
 * Headlines of a story: its head lines, joined where one head was broken over several
 * printed lines to fit its columns, each with its role.
 */
struct headline {
	struct list lines; /* printed lines; owned */
	double width_em;   /* the sum of their widths */
	double em_pt;      /* size of their type; 0: not known */
	enum role role;    /* ROLE_KICKER, ROLE_HEAD or ROLE_DECK */
};

struct headlines {
	struct headline *items; /* owned; in the order of `heads` */
	size_t count;
};

/*
 * Makes headlines of the head units `heads` (indices into `units`), which may be none.
 * Two lines are one head if they follow each other and are about equally wide, or a
 * word is broken between them, or the second begins with a word that continues.
 *
 * Where places are known each unit is a headline, and its size of type tells its role:
 * the largest are the head, what stands before it is a kicker, all others are decks.  In
 * a text there are no sizes, so roles follow from widths alone: a first headline
 * that is narrower than the next is a kicker, the headline behind it the head, all
 * others are decks.  `upwards`: the heads stand behind their text; then the narrower
 * second one of two is the kicker.
 */
void headlines_init(struct headlines *headlines, const struct units *units,
                    const struct list *heads, bool upwards);
void headlines_release(struct headlines *headlines);

#endif
