/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/repair.h"

#include "base/mem.h"

#include <stdlib.h>

/* The last line of that text, or NPOS. */
static size_t last_of_text(const struct repairs *repairs, struct str text)
{
	for (size_t i = repairs->count; i-- > 0;)
		if (str_equal(repair_text(&repairs->items[i]), text))
			return i;
	return NPOS;
}

/* Is what `ours` has saved all that is in the file? */
static bool are_saved(const struct repairs *ours, const struct repairs *file)
{
	size_t at = 0;

	for (size_t i = 0; i < ours->count; i++) {
		if (ours->items[i].unsaved)
			continue;
		if (at == file->count ||
		    !str_equal(repair_text(&ours->items[i]),
		               repair_text(&file->items[at])))
			return false;
		at++;
	}
	return at == file->count;
}

/* What was said here stays what was said here. */
static void mark_mine(const struct repairs *ours, struct repairs *file)
{
	for (size_t i = 0; i < ours->count; i++) {
		const struct repair *repair = &ours->items[i];
		size_t at = NPOS;

		if (repair->mine && !repair->unsaved)
			at = last_of_text(file, repair_text(repair));
		if (at != NPOS)
			file->items[at].mine = true;
	}
}

/* Adds what is not saved; of remarks, and of what was in another file, only what is
 * not there. */
static void move_unsaved(struct repairs *from, struct repairs *to)
{
	for (size_t i = 0; i < from->count; i++) {
		struct repair *repair = &from->items[i];

		if (!repair->unsaved ||
		    ((repair->kind == REPAIR_NONE || repair->lost) &&
		     last_of_text(to, repair_text(repair)) != NPOS))
			continue;
		*ARRAY_ADD(to->items, to->count, to->cap) = *repair;
		*repair = (struct repair){ 0 };
	}
}

/* Puts the lines of `merged` in the place of those there are. */
static void take_items(struct repairs *repairs, struct repairs *merged)
{
	struct repairs before = *repairs;

	repairs->items = merged->items;
	repairs->count = merged->count;
	repairs->cap = merged->cap;
	merged->items = before.items;
	merged->count = before.count;
	merged->cap = before.cap;
}

bool repairs_merge(struct repairs *repairs, struct str file)
{
	struct repairs merged = { 0 };
	bool changed;

	repairs_parse(&merged, file);
	for (size_t i = 0; i < repairs->removed_count; i++) {
		size_t at =
			last_of_text(&merged, buf_str(&repairs->removed[i]));

		if (at != NPOS)
			repairs_take_away(&merged, at);
	}
	changed = !are_saved(repairs, &merged);
	if (changed) {
		mark_mine(repairs, &merged);
		move_unsaved(repairs, &merged);
		take_items(repairs, &merged);
		repairs_sort(repairs);
	}
	repairs_release(&merged);
	return changed;
}

void repairs_saved(struct repairs *repairs)
{
	repairs_clear_removed(repairs);
	for (size_t i = 0; i < repairs->count; i++)
		repairs->items[i].unsaved = repairs->items[i].lost = false;
}

void repairs_unsaved(struct repairs *repairs)
{
	repairs_clear_removed(repairs);
	for (size_t i = 0; i < repairs->count; i++) {
		struct repair *repair = &repairs->items[i];

		repair->lost = repair->lost || !repair->unsaved;
		repair->unsaved = true;
	}
}
