/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/mend.h"

#include "base/mem.h"
#include "load/regroup.h"

#include <stdlib.h>

static const enum user_label told_by[REPAIR_KINDS] = {
	[REPAIR_PARAGRAPH] = USER_LABEL_PARAGRAPH,
	[REPAIR_JOIN] = USER_LABEL_JOINED,
	[REPAIR_HEAD] = USER_LABEL_HEAD,
	[REPAIR_NOHEAD] = USER_LABEL_NO_HEAD,
};

void mend_lines(struct printed_lines *lines, const struct repairs *repairs,
                size_t page)
{
	struct range own = repairs_of_page(repairs, page);

	for (size_t i = own.start; i < own.end; i++) {
		const struct repair *repair =
			&repairs->items[repairs->by_page[i]];
		size_t at = printed_lines_at(lines, repair->line);

		if (at == NPOS || told_by[repair->kind] == USER_LABEL_NONE)
			continue;
		lines->items[at].told = told_by[repair->kind];
		lines->items[at].aside = ASIDE_NONE;
		lines->items[at].group = 0;
	}
}

/* Of each printed line the unit in which it stands, or NPOS; caller frees. */
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

/* The unit of a line of the issue, or NPOS. */
static size_t unit_at(const struct units *units, const size_t *of_lines,
                      size_t line)
{
	size_t printed = printed_lines_at(units->lines, line);

	return printed == NPOS ? NPOS : of_lines[printed];
}

static void mend(struct owners *owners, const struct repair *repair,
                 size_t unit, size_t other)
{
	switch (repair->kind) {
	case REPAIR_ARTICLE:
		regroup_begin(owners, unit);
		break;
	case REPAIR_NOARTICLE:
		regroup_discard(owners, unit);
		break;
	case REPAIR_ATTACH:
		if (other != NPOS && other != unit)
			regroup_attach(owners, unit, other);
		break;
	default:
		break;
	}
}

void mend_stories(struct stories *stories, const struct repairs *repairs,
                  size_t page)
{
	struct range own = repairs_of_page(repairs, page);
	const struct units *units = stories->units;
	struct owners owners;
	size_t *of_lines;
	bool mended = false;

	if (own.start == own.end)
		return;
	of_lines = units_of_lines(units);
	for (size_t i = own.start; i < own.end; i++) {
		const struct repair *repair =
			&repairs->items[repairs->by_page[i]];
		size_t unit = NPOS;

		if (repair->kind >= REPAIR_ARTICLE)
			unit = unit_at(units, of_lines, repair->line);
		if (unit == NPOS)
			continue;
		if (!mended)
			regroup_start(&owners, stories);
		mended = true;
		mend(&owners, repair, unit,
		     unit_at(units, of_lines, repair->to_line));
	}
	if (mended)
		regroup_end(&owners);
	free(of_lines);
}
