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
	size_t *home; /* per story: the story whose article it is in */
	/* The stories in the order of their homes, and of each home the first
	 * of them; behind the last home, how many there are. */
	size_t *by_home, *first_by_home;
	struct passage_writer writer;
};

static const struct unit *unit_of(const struct page_builder *assembler,
                                  size_t unit)
{
	return &assembler->stories->units->items[unit];
}

static size_t page_builder_first_line(const struct unit *unit)
{
	return unit->lines.items[0];
}

static size_t last_line(const struct unit *unit)
{
	return unit->lines.items[unit->lines.count - 1];
}

static void note_part(const struct page_builder *assembler,
                      const struct story *story)
{
	const struct unit *first = unit_of(assembler, story->units.items[0]);
	const struct unit *last =
		unit_of(assembler, story->units.items[story->units.count - 1]);
	const struct printed_line *lines = assembler->writer.lines->items;

	notes_add(assembler->issue, assembler->issue->article_count - 1,
	          _("This part stands apart on the page and probably "
	            "continues here."),
	          story->continues_share,
	          (struct range){ lines[page_builder_first_line(first)].line,
	                          lines[last_line(last)].line + 1 });
}

/* The stories that are at home in story `s`, itself with them, as a range of
 * by_home. */
static struct range parts_of(const struct page_builder *assembler, size_t s)
{
	return (struct range){ assembler->first_by_home[s],
		               assembler->first_by_home[s + 1] };
}

static const struct story *part_at(const struct page_builder *assembler,
                                   size_t at)
{
	return &assembler->stories->items[assembler->by_home[at]];
}

/* The text of stories that are at home in story `s`: of those that stand before
 * its own, or of the others. */
static void add_parts(struct page_builder *assembler, size_t s, bool leads)
{
	struct range own = parts_of(assembler, s);

	for (size_t i = own.start; i < own.end; i++) {
		const struct story *part = part_at(assembler, i);

		if (assembler->by_home[i] == s || part->precedes != leads)
			continue;
		passages_text(&assembler->writer, &part->units);
		passages_list(&assembler->writer, &part->bylines, PART_BODY);
		if (!part->corrected)
			note_part(assembler, part);
	}
}

static void add_story_article(struct page_builder *assembler, size_t s)
{
	const struct stories *stories = assembler->stories;
	const struct story *story = &stories->items[s];
	struct passage_writer *writer = &assembler->writer;
	struct issue *issue = assembler->issue;
	struct range own = parts_of(assembler, s);
	struct article *article;

	passages_heads(writer, &story->heads, story->heads_after);
	passages_list(writer, &story->bylines, PART_HEAD);
	for (size_t i = own.start; i < own.end; i++)
		passages_list(writer, &part_at(assembler, i)->quotes,
		              PART_QUOTE);
	add_parts(assembler, s, true);
	passages_text(writer, &story->units);
	add_parts(assembler, s, false);
	for (size_t i = own.start; i < own.end; i++) {
		passages_list(writer, &part_at(assembler, i)->captions,
		              PART_BODY);
		passages_list(writer, &part_at(assembler, i)->jumps, PART_BODY);
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

/* Furniture, and what nobody owns, stands behind the articles of the page. */
static void add_rest(struct page_builder *assembler)
{
	const struct units *units = assembler->stories->units;
	bool owned = assembler->stories->count > 0;

	for (size_t i = 0; i < units->count; i++) {
		const struct unit *unit = &units->items[i];

		if (unit->kind == UNIT_FURNITURE ||
		    (!owned && unit->kind >= UNIT_QUOTE))
			passages_furniture(&assembler->writer,
			                   furniture_role(unit), unit);
	}
}

static void page_builder_add_article(struct page_builder *assembler,
                                     const struct planned_article *plan)
{
	struct issue *issue = assembler->issue;

	article_begin(issue, assembler->page,
	              plan->teaser ? KIND_TEASER : KIND_OTHER);
	if (!plan->teaser) {
		add_story_article(assembler, plan->story);
		return;
	}
	passages_teaser(&assembler->writer, plan->teaser);
	article_end(issue, NULL);
}

static void page_builder_find_homes(struct page_builder *assembler)
{
	const struct stories *stories = assembler->stories;
	size_t count = stories->count, *first;

	assembler->home = mem_alloc(count * sizeof *assembler->home);
	assembler->by_home = mem_alloc(count * sizeof *assembler->by_home);
	first = mem_alloc((count + 2) * sizeof *first);
	for (size_t i = 0; i < count; i++) {
		assembler->home[i] = stories_root(stories, i);
		first[assembler->home[i] + 2]++;
	}
	for (size_t s = 2; s < count + 2; s++)
		first[s] += first[s - 1];
	/* What a home has begun at is where its next one goes, until it is where
	 * that of the next home begins. */
	for (size_t i = 0; i < count; i++)
		assembler->by_home[first[assembler->home[i] + 1]++] = i;
	assembler->first_by_home = first;
}

static void add_articles(struct page_builder *assembler)
{
	const struct stories *stories = assembler->stories;
	struct planned_article *plans = mem_alloc(
		(stories->count + stories->teasers.count) * sizeof *plans);
	size_t count;

	page_builder_find_homes(assembler);
	count = article_order_list(plans, stories, assembler->home);
	for (size_t i = 0; i < count; i++)
		page_builder_add_article(assembler, &plans[i]);
	free(assembler->home);
	free(assembler->by_home);
	free(assembler->first_by_home);
	free(plans);
}

void page_build(struct issue *issue, size_t page,
                const struct printed_lines *lines,
                const struct stories *stories)
{
	struct page_builder assembler = { .issue = issue,
		                          .page = page,
		                          .stories = stories };
	struct page *of = &issue->pages[page];

	passages_init(&assembler.writer, issue, lines, stories->units);
	of->articles.start = issue->article_count;
	of->passages.start = issue->passage_count;
	add_articles(&assembler);
	of->articles.end = issue->article_count;
	of->furniture.start = issue->passage_count;
	add_rest(&assembler);
	of->furniture.end = of->passages.end = issue->passage_count;
	passages_end(&assembler.writer, of);
	notes_find(issue, page, stories->units);
	issue->pages_read = page + 1;
}
