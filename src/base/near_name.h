/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_NEAR_NAME_H
#define BASE_NEAR_NAME_H

#include "base/str.h"

/* What was meant by a name that is none: of several names the one with the fewest
 * mistakes.  A mistake is a letter that is missing, too many, wrong, or exchanged with
 * its neighbour (the distance of Damerau and Levenshtein, by strings' alignment); at most
 * two are mistakes, and at most half of the letters. */

struct near_name {
	struct str typed; /* borrowed */
	struct str best;  /* of those compared; empty: none is near; borrowed */
	int fewest;
};

void near_name_init(struct near_name *nearest, struct str typed);

/* Compares a name that could be meant; of equally near ones the first counts.  O(product
 * of the lengths); names of more than 32 bytes are not near. */
void near_name_try(struct near_name *nearest, struct str name);

#endif
