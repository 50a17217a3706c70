/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/placement_follow.h"

#include <assert.h>
#include <stdlib.h>

/* The lines of a placement that one line of the placing became: one, or two. */
struct source_lines {
	size_t first; /* line of the page */
	size_t count;
};

static struct source_lines *source_lines_of(const struct placement *placement,
                                            size_t sources)
{
	struct source_lines *lines = mem_alloc(sources * sizeof *lines);

	for (size_t i = 0; i < placement->line_count; i++) {
		const struct placement_line *line = &placement->lines[i];

		assert(line->source < sources);
		if (!lines[line->source].count++)
			lines[line->source].first = line->line;
	}
	return lines;
}

static size_t source_count(const struct placement *placement)
{
	size_t count = 0;

	for (size_t i = 0; i < placement->line_count; i++)
		if (placement->lines[i].source >= count)
			count = placement->lines[i].source + 1;
	return count;
}

/* The lines of the placement, being made. */
struct follower {
	struct placement_line *lines; /* owned */
	size_t count, cap;
	size_t *places; /* owned; of each line before, and of their end, where it is
	                 * now */
};

static void follower_add(struct follower *to, const struct placement_line *line,
                         size_t of_page, bool begins)
{
	struct placement_line *added = ARRAY_ADD(to->lines, to->count, to->cap);

	*added = *line;
	added->line = of_page;
	added->begins = begins;
}

static void follower_read(struct follower *to,
                          const struct placement *placement,
                          const struct source_lines *sources)
{
	size_t source = NPOS, part = 0;

	for (size_t i = 0; i < placement->line_count; i++) {
		const struct placement_line *line = &placement->lines[i];
		struct source_lines own = sources[line->source];
		bool is_last = i + 1 == placement->line_count ||
		               placement->lines[i + 1].source != line->source;

		part = line->source == source ? part + 1 : 0;
		source = line->source;
		to->places[i] = to->count;
		for (; part < own.count; part++) {
			follower_add(to, line, own.first + part,
			             line->begins &&
			                     to->places[i] == to->count);
			if (!is_last)
				break;
		}
	}
	to->places[placement->line_count] = to->count;
}

static void follow_articles(struct placement *placement, const size_t *places)
{
	for (size_t a = 0; a < placement->article_count; a++) {
		struct placement_article *article = &placement->articles[a];

		article->lines.start = places[article->lines.start];
		article->lines.end = places[article->lines.end];
		if (article->unsure != NPOS)
			article->unsure = places[article->unsure];
	}
}

void placement_follow(struct placement *placement,
                      const struct placement *first)
{
	size_t sources = source_count(first);
	struct source_lines *of = source_lines_of(first, sources);
	struct follower to = { 0 };

	assert(source_count(placement) == sources);
	to.places = mem_alloc((placement->line_count + 1) * sizeof *to.places);
	follower_read(&to, placement, of);
	assert(to.count == first->line_count);
	follow_articles(placement, to.places);
	free(placement->lines);
	placement->lines = to.lines;
	placement->line_count = to.count;
	placement->line_cap = to.cap;
	free(to.places);
	free(of);
}
