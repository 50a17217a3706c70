/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/line_index.h"

#include "base/mem.h"
#include "load/place/size_class.h"

#include <math.h>
#include <stdlib.h>

/* Of one strip: lines that begin before the window, and lines in all. */
#define BEFORE_MOST 8
#define STRIP_MOST  64
/* Strips of a window: no look is higher than some em. */
#define STRIPS_MOST 32

static int compare_entries(const void *a, const void *b)
{
	const struct line_entry *x = a, *y = b;

	if (x->size_class != y->size_class)
		return x->size_class > y->size_class ? 1 : -1;
	if (x->strip != y->strip)
		return x->strip > y->strip ? 1 : -1;
	if (x->s0 != y->s0)
		return x->s0 > y->s0 ? 1 : -1;
	return (x->line > y->line) - (x->line < y->line);
}

void line_index_init(struct line_index *index, const struct placing *placing,
                     bool vertical)
{
	*index = (struct line_index){
		.placing = placing,
		.entries =
			mem_alloc(placing->line_count * sizeof *index->entries),
	};
	for (size_t i = 0; i < placing->line_count; i++) {
		const struct placed_line *line = &placing->lines[i];
		int size_class = size_class_of(line->em_pt);

		if (line->vertical == vertical && line->char_count)
			index->entries[index->count++] = (struct line_entry){
				size_class,
				size_class_cell(line->t, size_class), line->s0,
				i
			};
	}
	qsort(index->entries, index->count, sizeof *index->entries,
	      compare_entries);
}

void line_index_release(struct line_index *index)
{
	free(index->entries);
	*index = (struct line_index){ 0 };
}

/* Goes to the lines of the walk's strip that may reach its window. */
static void walk_enter(struct line_walk *walk)
{
	const struct line_entry *entries = walk->index->entries;
	struct line_entry from = { walk->size_class, walk->strip,
		                   walk->window.s0, 0 };
	size_t at, first;

	ARRAY_FIND(at, walk->index->count,
	           compare_entries(&entries[at], &from) < 0);
	for (first = at; first && at - first < BEFORE_MOST; first--)
		if (entries[first - 1].size_class != walk->size_class ||
		    entries[first - 1].strip != walk->strip)
			break;
	walk->at = first;
	walk->end = walk->index->count - first < STRIP_MOST
	                    ? walk->index->count
	                    : first + STRIP_MOST;
}

static void walk_class(struct line_walk *walk)
{
	walk->strip = size_class_cell(walk->window.t0, walk->size_class);
	walk->strip_end = size_class_cell(walk->window.t1, walk->size_class);
	if (walk->strip_end - walk->strip > STRIPS_MOST)
		walk->strip_end = walk->strip + STRIPS_MOST;
	walk_enter(walk);
}

void line_walk_init(struct line_walk *walk, struct line_index *index,
                    struct line_window window)
{
	*walk = (struct line_walk){
		.index = index,
		.window = window,
		.size_class = size_class_of(window.em_from_pt),
		.class_end = size_class_of(window.em_to_pt),
	};
	walk_class(walk);
}

static bool walk_strip(struct line_walk *walk, size_t *found)
{
	const struct line_index *index = walk->index;

	for (; walk->at < walk->end; walk->at++) {
		const struct line_entry *entry = &index->entries[walk->at];
		const struct placed_line *line =
			&index->placing->lines[entry->line];

		walk->index->steps++;
		if (entry->size_class != walk->size_class ||
		    entry->strip != walk->strip || entry->s0 > walk->window.s1)
			return false;
		if (line->s1 >= walk->window.s0 && line->t >= walk->window.t0 &&
		    line->t <= walk->window.t1 &&
		    line->em_pt >= walk->window.em_from_pt &&
		    line->em_pt <= walk->window.em_to_pt) {
			*found = entry->line;
			walk->at++;
			return true;
		}
	}
	return false;
}

size_t line_walk_next(struct line_walk *walk)
{
	size_t found;

	while (!walk_strip(walk, &found)) {
		if (++walk->strip > walk->strip_end) {
			if (++walk->size_class > walk->class_end)
				return NPOS;
			walk_class(walk);
		} else {
			walk_enter(walk);
		}
	}
	return found;
}
