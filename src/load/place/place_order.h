/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PLACE_ORDER_H
#define LOAD_PLACE_PLACE_ORDER_H

#include <stddef.h>

/*
 * What stands on a page in an order that depends on places, and not on the order in
 * which the file has it.
 */
struct place_key {
	float first, second; /* coordinates, or whatever else orders */
	size_t index;        /* of what has them; orders where both are equal */
};

/* Sorts ascending.  O(n log n). */
void place_sort(struct place_key *keys, size_t count);

#endif
