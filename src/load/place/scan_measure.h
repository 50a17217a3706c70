/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_SCAN_MEASURE_H
#define LOAD_PLACE_SCAN_MEASURE_H

#include "load/place/scan_line.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * How the lines of a scanned page stand in their columns.
 *
 * A program that recognises text measures the ink of a line, so the heights of lines vary
 * with their letters, pages are askew, and nothing says where columns end.  All lengths
 * are therefore relative: to the usual height of a line and to the usual distance of two
 * lines; and the edges of the column of a line are those of the lines near it.
 */

struct scan_measure {
	/* From the edges of its column to the line and behind it, in usual heights;
	 * negative: it reaches further out. */
	float set_in, room;
	float column; /* the width of that column, in usual heights */
	/* Between the line before and this one, in usual distances of lines; 0 where it
	 * does not stand below that. */
	float gap;
	bool begins_column; /* it does not stand below the line before */
	/* Its place does not follow from that of the line before: far below it, or
	 * neither below it nor above it in the next column. */
	bool jumps;
	bool wide; /* it is wider than columns usually are */
};

struct scan_measures {
	struct scan_measure *items; /* owned; of each line */
	float height_pt;            /* of a usual line */
	float pitch_pt;             /* from one line to the next */
	float column_pt;            /* the width of a usual column */
};

/* Measures the lines of a page of which one has a place.  Time: in proportion to them, but
 * for sorting. */
void scan_measures_init(struct scan_measures *measures,
                        const struct scan_page *page);
void scan_measures_release(struct scan_measures *measures);

/* Does the line stand in the middle of its column? */
bool scan_is_centred(const struct scan_measure *measure);

#endif
