/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/filter_items.h"

#include "issue/issue.h"
#include "search/report.h"

#define CONTEXT_CHARS 140 /* no row shows more on a side of its hit */

static size_t count_articles(const void *of)
{
	const struct reading *reading = of;

	return reading->issue->whole_count;
}

static size_t title_of(const void *of, size_t ordinal,
                       struct str texts[FILTER_TEXTS_MAX])
{
	const struct reading *reading = of;

	texts[0] = reading_name(reading, reading->issue->wholes[ordinal]);
	return 1;
}

static void go_article(void *of, size_t ordinal)
{
	reading_go_ordinal(of, ordinal);
}

static size_t article_here(const void *of)
{
	return reading_ordinal(of);
}

const struct filter_items filter_articles = {
	.count = count_articles,
	.texts = title_of,
	.here = article_here,
	.go = go_article,
};

/* A hit with the words around it. */
static struct hit filter_hit_context(const struct reading *reading, size_t hit)
{
	return hit_context(reading->issue, &reading->hits.items[hit],
	                   CONTEXT_CHARS);
}

static size_t count_hits(const void *of)
{
	const struct reading *reading = of;

	return reading->hits.count;
}

/* The words around a hit, and the headline of its article. */
static size_t texts_of(const void *of, size_t item,
                       struct str texts[FILTER_TEXTS_MAX])
{
	const struct reading *reading = of;
	const struct issue *issue = reading->issue;
	const struct hit *hit = &reading->hits.items[item];
	const struct passage *passage = &issue->passages[hit->passage];
	struct hit context = filter_hit_context(reading, item);

	texts[0] = str_slice(passage->text, context.start, context.end);
	if (passage->article == NPOS)
		return 1;
	texts[1] = reading_name(reading, reading_hit_article(reading, item));
	return 2;
}

/* The current hit; while its search runs again, the hit at or behind the cursor. */
static size_t hit_here(const void *of)
{
	const struct reading *reading = of;
	size_t count = reading->hits.count, near;

	if (reading->hit != NPOS || !count)
		return reading->hit;
	near = hits_from(&reading->hits, reading->place.passage,
	                 reading->place.at);
	return near < count ? near : count - 1;
}

static void go_hit(void *of, size_t hit)
{
	reading_go_hit(of, hit);
}

const struct filter_items filter_hits = {
	.count = count_hits,
	.texts = texts_of,
	.here = hit_here,
	.go = go_hit,
};
