/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/assemble.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/articles.h"
#include "load/compose.h"
#include "load/drafts.h"
#include "load/kinds.h"
#include "load/notes.h"

#include <stdlib.h>

struct assembler {
	struct issue *issue;
	size_t page;
	const struct stories *stories;
	size_t *home; /* per story: the story whose article it is in */
	struct composer composer;
};

static const struct piece *piece_of(const struct assembler *assembler,
                                    size_t piece)
{
	return &assembler->stories->pieces->items[piece];
}

static size_t first_line(const struct piece *piece)
{
	return piece->lines.items[0];
}

static size_t last_line(const struct piece *piece)
{
	return piece->lines.items[piece->lines.count - 1];
}

static void note_part(const struct assembler *assembler,
                      const struct story *story)
{
	const struct piece *first = piece_of(assembler, story->pieces.items[0]);
	const struct piece *last = piece_of(
		assembler, story->pieces.items[story->pieces.count - 1]);
	const struct printed *lines = assembler->composer.lines->items;

	notes_add(assembler->issue, assembler->issue->article_count - 1,
	          _("This part stands apart on the page and probably "
	            "continues here."),
	          story->home_share,
	          (struct range){ lines[first_line(first)].line,
	                          lines[last_line(last)].line + 1 });
}

/* The text of stories that are at home in story `s`: of those that stand before
 * its own, or of the others. */
static void add_parts(struct assembler *assembler, size_t s, bool leads)
{
	const struct stories *stories = assembler->stories;

	for (size_t i = 0; i < stories->count; i++) {
		const struct story *part = &stories->items[i];

		if (i == s || assembler->home[i] != s || part->leads != leads)
			continue;
		compose_text(&assembler->composer, &part->pieces);
		compose_list(&assembler->composer, &part->bylines, PART_BODY);
		if (!part->told)
			note_part(assembler, part);
	}
}

static void add_story_article(struct assembler *assembler, size_t s)
{
	const struct stories *stories = assembler->stories;
	const struct story *story = &stories->items[s];
	struct composer *composer = &assembler->composer;
	struct issue *issue = assembler->issue;
	struct article *article;

	compose_heads(composer, &story->heads, story->heads_after);
	compose_list(composer, &story->bylines, PART_HEAD);
	for (size_t i = 0; i < stories->count; i++)
		if (assembler->home[i] == s)
			compose_list(composer, &stories->items[i].quotes,
			             PART_QUOTE);
	add_parts(assembler, s, true);
	compose_text(composer, &story->pieces);
	add_parts(assembler, s, false);
	for (size_t i = 0; i < stories->count; i++) {
		if (assembler->home[i] != s)
			continue;
		compose_list(composer, &stories->items[i].captions, PART_BODY);
		compose_list(composer, &stories->items[i].jumps, PART_BODY);
	}
	article = articles_end(issue, NULL);
	article->kind = kind_of_story(story, stories->pieces, article->headline,
	                              article->byline);
}

/* Furniture, and what nobody owns, stands behind the articles of the page. */
static void add_rest(struct assembler *assembler)
{
	const struct pieces *pieces = assembler->stories->pieces;
	bool owned = assembler->stories->count > 0;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->items[i];

		if (piece->kind == PIECE_FURNITURE ||
		    (!owned && piece->kind >= PIECE_QUOTE))
			compose_loose(&assembler->composer, piece);
	}
}

static void add_article(struct assembler *assembler, const struct draft *draft)
{
	struct issue *issue = assembler->issue;

	articles_begin(issue, assembler->page,
	               draft->teaser ? KIND_TEASER : KIND_OTHER);
	if (!draft->teaser) {
		add_story_article(assembler, draft->story);
		return;
	}
	compose_teaser(&assembler->composer, draft->teaser);
	articles_end(issue, NULL);
}

static void add_articles(struct assembler *assembler)
{
	const struct stories *stories = assembler->stories;
	struct draft *drafts = mem_alloc(
		(stories->count + stories->teasers.count) * sizeof *drafts);
	size_t count;

	assembler->home = mem_alloc(stories->count * sizeof *assembler->home);
	for (size_t i = 0; i < stories->count; i++)
		assembler->home[i] = stories_home(stories, i);
	count = drafts_list(drafts, stories, assembler->home);
	for (size_t i = 0; i < count; i++)
		add_article(assembler, &drafts[i]);
	free(assembler->home);
	free(drafts);
}

void assemble_page(struct issue *issue, size_t page,
                   const struct printed_lines *lines,
                   const struct stories *stories)
{
	struct assembler assembler = { .issue = issue,
		                       .page = page,
		                       .stories = stories };
	struct page *of = &issue->pages[page];

	compose_init(&assembler.composer, issue, lines, stories->pieces);
	of->articles.start = issue->article_count;
	of->passages.start = issue->passage_count;
	add_articles(&assembler);
	of->articles.end = issue->article_count;
	of->furniture.start = issue->passage_count;
	add_rest(&assembler);
	of->furniture.end = of->passages.end = issue->passage_count;
	compose_end(&assembler.composer, of);
	notes_find(issue, page, stories->pieces);
	issue->pages_read = page + 1;
}
