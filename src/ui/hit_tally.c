/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/hit_tally.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "ui/reading.h"

#include <stdlib.h>
#include <string.h>

void hit_tally_release(struct hit_tally *tally)
{
	free(tally->has);
	*tally = (struct hit_tally){ 0 };
}

static void hit_tally_restart(struct hit_tally *tally)
{
	if (tally->has_cap)
		memset(tally->has, 0, tally->has_cap * sizeof *tally->has);
	tally->articles = tally->seen = 0;
	tally->last_passage = NPOS;
}

/* Makes room for the articles of an issue, which may have grown. */
static void hit_tally_make_room(struct hit_tally *tally, size_t articles)
{
	size_t had = tally->has_cap;

	if (articles <= had)
		return;
	tally->has = mem_grow(tally->has, &tally->has_cap, articles,
	                      sizeof *tally->has);
	memset(tally->has + had, 0,
	       (tally->has_cap - had) * sizeof *tally->has);
}

/* Hits stand in the order of the passages, so those of one passage follow each other. */
static void hit_tally_add(struct hit_tally *tally,
                          const struct reading *reading, size_t hit)
{
	size_t passage = reading->hits.items[hit].passage, article;

	if (passage == tally->last_passage)
		return;
	tally->last_passage = passage;
	article = reading_hit_article(reading, hit);
	if (article == NPOS)
		return;
	tally->articles += !tally->has[article];
	tally->has[article] = true;
}

size_t hit_tally_count(struct hit_tally *tally, const struct reading *reading)
{
	if (tally->generation != reading->generation ||
	    reading->hits.count < tally->seen || !tally->seen)
		hit_tally_restart(tally);
	tally->generation = reading->generation;
	hit_tally_make_room(tally, reading->issue->article_count);
	for (; tally->seen < reading->hits.count; tally->seen++)
		hit_tally_add(tally, reading, tally->seen);
	return tally->articles;
}
