/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_LINE_INDEX_H
#define LOAD_PLACE_LINE_INDEX_H

#include "load/place/placing.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Lines of one direction by their places, so that the lines near a place are found without
 * a look at all others: in classes of their size (powers of two), in strips of a class
 * along s, in a strip by where they begin.  Lines of one strip hardly overlap, so those
 * that reach a place begin a little before it.
 */
struct line_entry {
	int size_class;
	int64_t strip;
	float s0;
	size_t line;
};

struct line_index {
	const struct placing *placing;
	struct line_entry *entries; /* owned; sorted */
	size_t count;
	size_t steps; /* lines looked at, for tests */
};

void line_index_init(struct line_index *index, const struct placing *placing,
                     bool vertical);
void line_index_release(struct line_index *index);

/* Lines that share a part of [s0, s1], with t in [t0, t1] and a size in [em_from,
 * em_to]; of hundreds at one place not all. */
struct line_window {
	float s0, s1, t0, t1;
	float em_from_pt, em_to_pt;
};

struct line_walk {
	struct line_index *index;
	struct line_window window;
	int size_class, class_end;
	int64_t strip, strip_end;
	size_t at, end; /* in this strip */
};

void line_walk_init(struct line_walk *walk, struct line_index *index,
                    struct line_window window);

/* The next line of the window, by size class, t and s, or NPOS. */
size_t line_walk_next(struct line_walk *walk);

#endif
