/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/ocr_stories.h"

#include "base/mem.h"
#include "load/segment/placed_stories.h"

#include <stdlib.h>

/* Does an article begin with the unit, whose last neighbour was a head or not? */
static bool ocr_begins_article(const struct units *units,
                               const struct unit *unit, bool behind_head)
{
	const struct printed_line *line =
		&units->lines->items[unit->lines.items[0]];

	/* A byline or a jump alone is no article. */
	if (unit->kind != UNIT_HEAD && !unit_is_text(unit))
		return false;
	if (line->user_label != USER_LABEL_NONE)
		return unit->kind == UNIT_HEAD && !behind_head;
	return line->ocr == OCR_HEAD || line->ocr == OCR_BEGINS;
}

/* Notes how sure it is that an article begins with the unit, or does not. */
static void ocr_doubt(const struct units *units, struct unit *unit, bool begins)
{
	const struct printed_line *line =
		&units->lines->items[unit->lines.items[0]];

	if (line->user_label != USER_LABEL_NONE || line->ocr == OCR_NONE)
		return;
	unit_doubt(unit,
	           (struct doubt){ begins ? DOUBT_JOINED : DOUBT_PARTED,
	                           line->ocr_margin },
	           unit->lines.items[0]);
}

void ocr_stories_init(struct stories *stories, struct units *units)
{
	struct placed_units placed = {
		.units = units,
		.articles = mem_alloc((units->count + 1) * sizeof(size_t)),
	};
	size_t article = 0;
	bool behind_head = false;
	bool has_words = false; /* the article has a headline or text so far */

	for (size_t i = 0; i < units->count; i++) {
		struct unit *unit = &units->items[i];
		bool begins = ocr_begins_article(units, unit, behind_head);

		article += begins && has_words;
		placed.articles[i] =
			unit->kind == UNIT_FURNITURE ? NPOS : article;
		ocr_doubt(units, unit, begins);
		if (unit_kind_is_aside(unit->kind))
			continue;
		behind_head = unit->kind == UNIT_HEAD;
		has_words = has_words || behind_head || unit_is_text(unit);
	}
	placed_stories_init(stories, &placed);
	free(placed.articles);
}
