/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/page_builder.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/aside/running_heads.h"
#include "load/build/article.h"
#include "load/build/article_order.h"
#include "load/build/notes.h"
#include "load/build/passages.h"
#include "load/segment/article_kind.h"

#include <stdlib.h>

struct page_builder {
	struct issue *issue;
	size_t page;
	const struct stories *stories;
	size_t *root; /* of each story: the story in whose article it is */
	/* The stories ordered by their roots; those of root `s` are
	 * by_root[first_by_root[s] .. first_by_root[s + 1]). */
	size_t *by_root, *first_by_root;
	struct passage_writer writer;
};

static const struct unit *unit_of(const struct page_builder *builder,
                                  size_t unit)
{
	return &builder->stories->units->items[unit];
}

static size_t page_builder_first_line(const struct unit *unit)
{
	return unit->lines.items[0];
}

static size_t last_line(const struct unit *unit)
{
	return unit->lines.items[unit->lines.count - 1];
}

/* Notes that the text of a story is a probable continuation. */
static void note_part(const struct page_builder *builder,
                      const struct story *story)
{
	const struct unit *first = unit_of(builder, story->units.items[0]);
	const struct unit *last =
		unit_of(builder, story->units.items[story->units.count - 1]);
	const struct printed_line *lines = builder->writer.lines->items;

	notes_add(builder->issue, builder->issue->article_count - 1,
	          _("This part stands apart on the page and probably "
	            "continues here."),
	          story->continues_share,
	          (struct range){ lines[page_builder_first_line(first)].line,
	                          lines[last_line(last)].line + 1 });
}

/* The stories in the article of story `s`, `s` among them, as a range of by_root. */
static struct range parts_of(const struct page_builder *builder, size_t s)
{
	return (struct range){ builder->first_by_root[s],
		               builder->first_by_root[s + 1] };
}

static const struct story *part_at(const struct page_builder *builder,
                                   size_t at)
{
	return &builder->stories->items[builder->by_root[at]];
}

/* Adds the texts of the stories that continue story `s`: of those that precede its own
 * text, or of the others. */
static void add_parts(struct page_builder *builder, size_t s, bool precede)
{
	struct range own = parts_of(builder, s);

	for (size_t i = own.start; i < own.end; i++) {
		const struct story *part = part_at(builder, i);

		if (builder->by_root[i] == s || part->precedes != precede)
			continue;
		passages_text(&builder->writer, &part->units);
		passages_list(&builder->writer, &part->bylines, PART_BODY);
		if (!part->corrected)
			note_part(builder, part);
	}
}

static void add_story_article(struct page_builder *builder, size_t s)
{
	const struct stories *stories = builder->stories;
	const struct story *story = &stories->items[s];
	struct passage_writer *writer = &builder->writer;
	struct issue *issue = builder->issue;
	struct range own = parts_of(builder, s);
	struct article *article;

	passages_heads(writer, &story->heads, story->heads_after);
	passages_list(writer, &story->bylines, PART_HEAD);
	for (size_t i = own.start; i < own.end; i++)
		passages_list(writer, &part_at(builder, i)->quotes, PART_QUOTE);
	add_parts(builder, s, true);
	passages_text(writer, &story->units);
	add_parts(builder, s, false);
	for (size_t i = own.start; i < own.end; i++) {
		passages_list(writer, &part_at(builder, i)->captions,
		              PART_BODY);
		passages_list(writer, &part_at(builder, i)->jumps, PART_BODY);
	}
	article = article_end(issue, NULL);
	article->kind = article_kind_of(story, stories->units,
	                                article->headline, article->byline);
}

/* A quote or a caption that no story has is furniture of no particular kind. */
static enum role furniture_role(const struct unit *unit)
{
	return unit->kind == UNIT_FURNITURE
	               ? running_head_role(buf_str(&unit->text))
	               : ROLE_FURNITURE;
}

/* Adds furniture, and quotes and captions of a page without a story, behind the articles
 * of the page. */
static void add_rest(struct page_builder *builder)
{
	const struct units *units = builder->stories->units;
	bool owned = builder->stories->count > 0;

	for (size_t i = 0; i < units->count; i++) {
		const struct unit *unit = &units->items[i];

		if (unit->kind == UNIT_FURNITURE ||
		    (!owned && unit->kind >= UNIT_QUOTE))
			passages_furniture(&builder->writer,
			                   furniture_role(unit), unit);
	}
}

static void page_builder_add_article(struct page_builder *builder,
                                     const struct article_source *source)
{
	struct issue *issue = builder->issue;

	article_begin(issue, builder->page,
	              source->teaser ? KIND_TEASER : KIND_OTHER);
	if (!source->teaser) {
		add_story_article(builder, source->story);
		return;
	}
	passages_teaser(&builder->writer, source->teaser);
	article_end(issue, NULL);
}

static void page_builder_find_roots(struct page_builder *builder)
{
	const struct stories *stories = builder->stories;
	size_t count = stories->count, *first;

	builder->root = mem_alloc(count * sizeof *builder->root);
	builder->by_root = mem_alloc(count * sizeof *builder->by_root);
	first = mem_alloc((count + 2) * sizeof *first);
	for (size_t i = 0; i < count; i++) {
		builder->root[i] = stories_root(stories, i);
		first[builder->root[i] + 2]++;
	}
	for (size_t s = 2; s < count + 2; s++)
		first[s] += first[s - 1];
	/* A counting sort: first[r + 1] runs from the first place of root r to that
	 * of root r + 1. */
	for (size_t i = 0; i < count; i++)
		builder->by_root[first[builder->root[i] + 1]++] = i;
	builder->first_by_root = first;
}

static void add_articles(struct page_builder *builder)
{
	const struct stories *stories = builder->stories;
	struct article_source *sources = mem_alloc(
		(stories->count + stories->teasers.count) * sizeof *sources);
	size_t count;

	page_builder_find_roots(builder);
	count = article_order_list(sources, stories, builder->root);
	for (size_t i = 0; i < count; i++)
		page_builder_add_article(builder, &sources[i]);
	free(builder->root);
	free(builder->by_root);
	free(builder->first_by_root);
	free(sources);
}

void page_build(struct issue *issue, size_t page,
                const struct printed_lines *lines,
                const struct stories *stories)
{
	struct page_builder builder = { .issue = issue,
		                        .page = page,
		                        .stories = stories };
	struct page *of = &issue->pages[page];

	passages_init(&builder.writer, issue, lines, stories->units);
	of->articles.start = issue->article_count;
	of->passages.start = issue->passage_count;
	add_articles(&builder);
	of->articles.end = issue->article_count;
	of->furniture.start = issue->passage_count;
	add_rest(&builder);
	of->furniture.end = of->passages.end = issue->passage_count;
	passages_end(&builder.writer, of);
	notes_find(issue, page, stories->units);
	issue->pages_read = page + 1;
}
