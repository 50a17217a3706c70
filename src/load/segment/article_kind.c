/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/article_kind.h"

#include "load/lines/cues.h"

/* How many text units of this kind a story has. */
static size_t count_units_of(const struct story *story,
                             const struct units *units, enum unit_kind kind)
{
	size_t count = 0;

	for (size_t i = 0; i < story->units.count; i++)
		count += units->items[story->units.items[i]].kind == kind;
	return count;
}

enum kind article_kind_of(const struct story *story, const struct units *units,
                          struct str headlines, struct str bylines)
{
	size_t verses = count_units_of(story, units, UNIT_VERSE);
	size_t paragraphs = count_units_of(story, units, UNIT_TEXT);
	bool signed_by = count_units_of(story, units, UNIT_SIGNATURE);

	if (story->not_news)
		return KIND_OTHER;
	if (!story->units.count)
		return story->jumps.count ? KIND_TEASER : KIND_OTHER;
	if (story->letter || cue_matches(CUE_LETTER_HEAD, headlines, NULL))
		return KIND_LETTER;
	if (verses > paragraphs)
		return KIND_POEM;
	if (story->dateline)
		return KIND_NEWS;
	if (cue_matches(CUE_NOTICE_HEAD, headlines, NULL) || signed_by)
		return KIND_NOTICE;
	if (bylines.len && !cue_matches(CUE_REPORTER, bylines, NULL))
		return KIND_ESSAY;
	return story->heads.count || story->jumps.count ? KIND_NEWS
	                                                : KIND_OTHER;
}
