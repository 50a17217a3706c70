/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/correct/corrections.h"

#include "base/mem.h"

#include <stdlib.h>

/* The last correction of that text, or NPOS. */
static size_t last_of_text(const struct corrections *corrections,
                           struct str text)
{
	for (size_t i = corrections->count; i-- > 0;)
		if (str_equal(correction_text(&corrections->items[i]), text))
			return i;
	return NPOS;
}

/* Are the saved corrections of `ours` exactly those of the file? */
static bool are_saved(const struct corrections *ours,
                      const struct corrections *file)
{
	size_t at = 0;

	for (size_t i = 0; i < ours->count; i++) {
		if (ours->items[i].unsaved)
			continue;
		if (at == file->count ||
		    !str_equal(correction_text(&ours->items[i]),
		               correction_text(&file->items[at])))
			return false;
		at++;
	}
	return at == file->count;
}

/* Marks the corrections of the file that were made in this session. */
static void mark_this_session(const struct corrections *ours,
                              struct corrections *file)
{
	for (size_t i = 0; i < ours->count; i++) {
		const struct correction *correction = &ours->items[i];
		size_t at = NPOS;

		if (correction->this_session && !correction->unsaved)
			at = last_of_text(file, correction_text(correction));
		if (at != NPOS)
			file->items[at].this_session = true;
	}
}

/* Moves the unsaved corrections of `from` to the end of `to`; remarks, and what was saved
 * in a file that is lost, only if `to` has no such line. */
static void move_unsaved(struct corrections *from, struct corrections *to)
{
	for (size_t i = 0; i < from->count; i++) {
		struct correction *correction = &from->items[i];

		if (!correction->unsaved ||
		    ((correction->kind == CORRECTION_NONE ||
		      correction->from_lost_file) &&
		     last_of_text(to, correction_text(correction)) != NPOS))
			continue;
		*ARRAY_ADD(to->items, to->count, to->cap) = *correction;
		*correction = (struct correction){ 0 };
	}
}

/* Exchanges the items of the two. */
static void take_items(struct corrections *corrections,
                       struct corrections *merged)
{
	struct corrections before = *corrections;

	corrections->items = merged->items;
	corrections->count = merged->count;
	corrections->cap = merged->cap;
	merged->items = before.items;
	merged->count = before.count;
	merged->cap = before.cap;
}

bool corrections_merge(struct corrections *corrections, struct str file)
{
	struct corrections merged = { 0 };
	bool changed;

	corrections_parse(&merged, file);
	for (size_t i = 0; i < corrections->removed_count; i++) {
		size_t at = last_of_text(&merged,
		                         buf_str(&corrections->removed[i]));

		if (at != NPOS)
			corrections_remove(&merged, at);
	}
	changed = !are_saved(corrections, &merged);
	if (changed) {
		mark_this_session(corrections, &merged);
		move_unsaved(corrections, &merged);
		take_items(corrections, &merged);
		corrections_sort(corrections);
	}
	corrections_release(&merged);
	return changed;
}

void corrections_saved(struct corrections *corrections)
{
	corrections_clear_removed(corrections);
	for (size_t i = 0; i < corrections->count; i++)
		corrections->items[i].unsaved =
			corrections->items[i].from_lost_file = false;
}

void corrections_unsaved(struct corrections *corrections)
{
	corrections_clear_removed(corrections);
	for (size_t i = 0; i < corrections->count; i++) {
		struct correction *correction = &corrections->items[i];

		correction->from_lost_file =
			correction->from_lost_file || !correction->unsaved;
		correction->unsaved = true;
	}
}
