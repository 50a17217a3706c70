/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/place_order.h"

#include <stdlib.h>

static int place_compare(const void *a, const void *b)
{
	const struct place_key *one = a, *two = b;

	if (one->first < two->first || one->first > two->first)
		return one->first < two->first ? -1 : 1;
	if (one->second < two->second || one->second > two->second)
		return one->second < two->second ? -1 : 1;
	return one->index < two->index ? -1 : one->index > two->index;
}

void place_sort(struct place_key *keys, size_t count)
{
	if (count)
		qsort(keys, count, sizeof *keys, place_compare);
}
