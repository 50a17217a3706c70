/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_RUNNING_LINES_H
#define LOAD_PLACE_RUNNING_LINES_H

#include "load/place/placing.h"

#include <stddef.h>
#include <stdint.h>

/*
 * Running heads and feet by what they are: the same words at the same height of several
 * pages, whatever their type and language; numbers may differ.  The first page that has
 * one does not show it yet.
 */
#define RUNNING_LINES 32 /* of the last pages that are remembered */

struct running_line {
	uint64_t words; /* a hash, without digits, marks and spaces */
	float y;        /* its top, from the top of the page, in points */
};

/* Zero to begin with. */
struct running_lines {
	struct running_line items[RUNNING_LINES];
	size_t count; /* of all that were ever added */
};

/* Makes BLOCK_FURNITURE of the blocks near the head and foot of a page that an earlier
 * page has as well, and remembers those of this page.  The kinds of its blocks are known.
 * O(blocks * RUNNING_LINES). */
void running_lines_find(struct running_lines *lines, struct placing *placing);

#endif
