/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_PLACED_UNITS_H
#define LOAD_SEGMENT_PLACED_UNITS_H

#include "load/place/placement.h"
#include "load/segment/units.h"

#include <stddef.h>

/*
 * Units of a page that was placed: what its lines are is known, but for what a person
 * said.  The placement is that of the lines from line `first` of the issue on.
 */
struct placed_units {
	struct units *units;               /* borrowed */
	const struct placement *placement; /* borrowed */
	size_t first;                      /* index into the lines */
	size_t *articles; /* owned; of each unit its article, or NPOS */
};

/* Gives the lines the columns of the placement, and sets its furniture aside, each block
 * of it as a unit. */
void placed_lines_read(struct printed_lines *lines,
                       const struct placement *placement, size_t first);

/* Makes the units in the order of the placement, which is that of the lines unless the page
 * was placed again under bounds.  A paragraph may run on over the columns of its
 * article; a pull quote, a caption, a head and others end where the next begins.  What a person
 * said of a line bounds what it is: the first line of a paragraph, a later one, a head
 * line, or none. */
void placed_units_init(struct placed_units *placed, struct units *units,
                       const struct printed_lines *lines,
                       const struct placement *placement, size_t first);
void placed_units_release(struct placed_units *placed);

#endif
