/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/correct/apply.h"

#include "base/mem.h"
#include "load/correct/edit_stories.h"

#include <stdlib.h>

static const enum user_label label_by_correction[CORRECTION_KINDS] = {
	[CORRECTION_PARAGRAPH] = USER_LABEL_PARAGRAPH,
	[CORRECTION_JOIN] = USER_LABEL_JOINED,
	[CORRECTION_HEAD] = USER_LABEL_HEAD,
	[CORRECTION_NOHEAD] = USER_LABEL_NO_HEAD,
};

/* The bounds that corrections are; the others are about paragraphs, or take an article
 * away. */
static const struct {
	bool is_bound;
	enum place_bound_kind kind;
} bound_by_correction[CORRECTION_KINDS] = {
	[CORRECTION_HEAD] = { true, PLACE_BOUND_HEAD },
	[CORRECTION_NOHEAD] = { true, PLACE_BOUND_NO_HEAD },
	[CORRECTION_ARTICLE] = { true, PLACE_BOUND_BEGINS },
	[CORRECTION_ATTACH] = { true, PLACE_BOUND_TOGETHER },
};

void apply_bounds(struct place_bounds *bounds,
                  const struct corrections *corrections, size_t page,
                  struct range lines)
{
	struct range own = corrections_of_page(corrections, page);

	for (size_t i = own.start; i < own.end; i++) {
		const struct correction *correction =
			&corrections->items[corrections->by_page[i]];
		size_t other = correction->to_line;
		bool is_pair = correction->kind == CORRECTION_ATTACH;

		if (!bound_by_correction[correction->kind].is_bound ||
		    (is_pair && (other < lines.start || other >= lines.end)))
			continue;
		place_bounds_add(bounds,
		                 bound_by_correction[correction->kind].kind,
		                 correction->line - lines.start,
		                 is_pair ? other - lines.start : NPOS);
	}
}

bool apply_may_bound(const struct corrections *corrections, size_t page)
{
	for (size_t i = 0; i < corrections->count; i++)
		if (bound_by_correction[corrections->items[i].kind].is_bound &&
		    corrections->items[i].at.page == page + 1)
			return true;
	return false;
}

void apply_lines(struct printed_lines *lines,
                 const struct corrections *corrections, size_t page)
{
	struct range own = corrections_of_page(corrections, page);

	for (size_t i = own.start; i < own.end; i++) {
		const struct correction *correction =
			&corrections->items[corrections->by_page[i]];
		size_t at = printed_lines_at(lines, correction->line);

		if (at == NPOS ||
		    label_by_correction[correction->kind] == USER_LABEL_NONE)
			continue;
		lines->items[at].user_label =
			label_by_correction[correction->kind];
		lines->items[at].aside = ASIDE_NONE;
		lines->items[at].group = 0;
	}
}

/* For each printed line its unit, or NPOS; the caller frees. */
static size_t *units_of_lines(const struct units *units)
{
	size_t count = units->lines->count;
	size_t *of_lines = mem_alloc(count * sizeof *of_lines);

	for (size_t i = 0; i < count; i++)
		of_lines[i] = NPOS;
	for (size_t p = units->count; p-- > 0;)
		for (size_t i = 0; i < units->items[p].lines.count; i++)
			of_lines[units->items[p].lines.items[i]] = p;
	return of_lines;
}

/* The unit of line `line` of the issue, or NPOS. */
static size_t apply_unit_at(const struct units *units, const size_t *of_lines,
                            size_t line)
{
	size_t printed = printed_lines_at(units->lines, line);

	return printed == NPOS ? NPOS : of_lines[printed];
}

static void apply_correction(struct story_owners *owners,
                             const struct correction *correction, size_t unit,
                             size_t other)
{
	switch (correction->kind) {
	case CORRECTION_ARTICLE:
		edit_stories_begin(owners, unit);
		break;
	case CORRECTION_NOARTICLE:
		edit_stories_discard(owners, unit);
		break;
	case CORRECTION_ATTACH:
		if (other != NPOS && other != unit)
			edit_stories_attach(owners, unit, other);
		break;
	default:
		break;
	}
}

void apply_stories(struct stories *stories,
                   const struct corrections *corrections, size_t page)
{
	struct range own = corrections_of_page(corrections, page);
	const struct units *units = stories->units;
	struct story_owners owners;
	size_t *of_lines;
	bool edited = false;

	if (own.start == own.end)
		return;
	of_lines = units_of_lines(units);
	for (size_t i = own.start; i < own.end; i++) {
		const struct correction *correction =
			&corrections->items[corrections->by_page[i]];
		size_t unit = NPOS;

		if (correction_is_of_article(correction->kind))
			unit = apply_unit_at(units, of_lines, correction->line);
		if (unit == NPOS)
			continue;
		if (!edited)
			edit_stories_start(&owners, stories);
		edited = true;
		apply_correction(
			&owners, correction, unit,
			apply_unit_at(units, of_lines, correction->to_line));
	}
	if (edited)
		edit_stories_end(&owners);
	free(of_lines);
}
