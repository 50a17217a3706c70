/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/scan_paragraphs.h"

#include "load/lines/line_end.h"
#include "load/place/place_weights.h"

static bool scan_is_set_in(const struct scan_measure *measure)
{
	return measure->set_in > PARA_SET_IN_LATIN_EM;
}

static bool scan_has_ended(const struct scan_page *page, size_t line)
{
	return line_end_of(page->lines[line].text, true) == END_SENTENCE;
}

struct scan_habits scan_habits_of(const struct scan_page *page,
                                  const struct scan_measures *measures)
{
	size_t after_short = 0, set_in = 0;

	for (size_t i = 1; i < page->count; i++) {
		if (measures->items[i].begins_column ||
		    measures->items[i - 1].room <= PARA_SHORT_EM ||
		    scan_is_set_in(&measures->items[i - 1]) ||
		    !scan_has_ended(page, i - 1))
			continue;
		after_short++;
		set_in += scan_is_set_in(&measures->items[i]);
	}
	return (struct scan_habits){
		.plain = (float)set_in < SCAN_PLAIN * (float)after_short,
	};
}

static float scan_by_indent(const struct scan_measure *measure)
{
	if (!scan_is_set_in(measure))
		return PARA_FLUSH;
	return measure->set_in < PARA_FAR_EM ? PARA_INDENTED : PARA_FAR;
}

static float scan_by_room(const struct scan_measure *before, bool plain)
{
	if (before->room > PARA_SHORT_EM)
		return plain ? PARA_SHORT_PLAIN : PARA_SHORT;
	return plain ? PARA_FULL_PLAIN : PARA_FULL;
}

static float scan_by_end(struct str text)
{
	switch (line_end_of(text, true)) {
	case END_SENTENCE:
		return PARA_ENDED;
	case END_COLON:
		return PARA_COLON;
	default:
		return PARA_OPEN;
	}
}

bool scan_paragraph_begins(const struct scan_page *page,
                           const struct scan_measures *measures,
                           struct scan_habits habits, size_t before,
                           size_t line)
{
	const struct scan_measure *measure = &measures->items[line];
	float sum = scan_by_room(&measures->items[before], habits.plain) +
	            scan_by_end(page->lines[before].text);

	if (!habits.plain)
		sum += scan_by_indent(measure);
	if (page->lines[line].begins_block && !measure->begins_column)
		sum += SCAN_PARA_BLOCK;
	if (measure->gap > SCAN_GAP_SOME)
		sum += PARA_LED;
	return sum > 0;
}
