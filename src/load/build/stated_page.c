/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/stated_page.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "load/build/article.h"
#include "load/build/notes.h"
#include "load/build/passages.h"
#include "load/build/warnings.h"
#include "load/input/stated_articles.h"
#include "load/lines/drop_caps.h"

#include <assert.h>
#include <stdlib.h>

/* How probable it is that such a block is an article; nobody has counted. */
#define UNASSIGNED_CONFIDENCE .5

/* A page that is being built. */
struct stated_builder {
	struct issue *issue;
	const struct stated_articles *stated;
	struct printed_lines lines;
	struct units units; /* one for each stated passage so far */
	struct passage_writer writer;
};

static enum part part_of(enum role role, enum kind kind)
{
	if (kind == KIND_TEASER)
		return PART_TEASER;
	if (role_is_headline(role))
		return PART_HEAD;
	return role == ROLE_QUOTE ? PART_QUOTE : PART_BODY;
}

/* Adds the unit of a stated passage, in a column of this width; 0: of its widest line. */
static struct unit *stated_add_unit(struct stated_builder *builder,
                                    const struct stated_passage *passage,
                                    double measure_em)
{
	struct unit *unit = units_add(&builder->units);

	unit->kind = passage->role == ROLE_ROW ? UNIT_ROW : UNIT_TEXT;
	unit->measure_em = measure_em;
	for (size_t l = passage->lines.start; l < passage->lines.end; l++) {
		size_t at = printed_lines_at(&builder->lines, l);
		double width_em;

		assert(at != NPOS);
		width_em = builder->lines.items[at].hi_em;
		list_add(&unit->lines, at);
		if (measure_em <= 0 && width_em > unit->measure_em)
			unit->measure_em = width_em;
	}
	return unit;
}

/* Adds passages [from, to) of one part as one block. */
static void stated_add_run(struct stated_builder *builder, size_t from,
                           size_t to, enum part part)
{
	const struct stated_passage *passages = builder->stated->passages;
	struct list units = { 0 };
	enum role *roles = mem_alloc((to - from) * sizeof *roles);

	for (size_t i = from; i < to; i++) {
		stated_add_unit(builder, &passages[i],
		                passages[from].measure_em);
		list_add(&units, builder->units.count - 1);
		roles[i - from] = passages[i].role;
	}
	passages_stated(&builder->writer, &units, roles, part);
	free(roles);
	free(units.items);
}

/* The end of the passages from `first` on that are one block: of one part, and where
 * their column widths are stated, of one width.  Each line of a headline has a block
 * of its own. */
static size_t stated_run_end(const struct stated_builder *builder,
                             const struct stated_article *article, size_t first)
{
	const struct stated_passage *passages = builder->stated->passages;
	enum part part = part_of(passages[first].role, article->kind);
	size_t end = first + 1;

	while (end < article->passages.end && part != PART_HEAD &&
	       part_of(passages[end].role, article->kind) == part &&
	       (passages[end].measure_em <= 0 ||
	        passages[end].measure_em == passages[first].measure_em))
		end++;
	return end;
}

/* The index of the article that a stated article continues.  Pages whose articles are
 * stated have no others. */
static size_t stated_earlier(const struct stated_builder *builder,
                             const struct stated_article *article)
{
	const struct stated_articles *stated = builder->stated;
	size_t page, first;

	page = stated->articles[article->continues].page;
	first = stated_articles_of(stated, page).start;
	return builder->issue->pages[page].articles.start + article->continues -
	       first;
}

/* A block that is in no article of the library stands alone, for want of anything
 * better. */
static void stated_doubt(struct stated_builder *builder,
                         const struct stated_article *article)
{
	const struct stated_passage *passages = builder->stated->passages;
	struct issue *issue = builder->issue;

	issue->articles[issue->article_count - 1].unassigned = true;
	notes_add(issue, issue->article_count - 1,
	          _("The library has put this text in no article."),
	          UNASSIGNED_CONFIDENCE,
	          passages[article->passages.start].lines);
}

static void stated_add_article(struct stated_builder *builder,
                               const struct stated_article *article)
{
	const struct stated_passage *passages = builder->stated->passages;
	size_t end;

	article_begin(builder->issue, article->page, article->kind);
	for (size_t i = article->passages.start; i < article->passages.end;
	     i = end) {
		end = stated_run_end(builder, article, i);
		stated_add_run(builder, i, end,
		               part_of(passages[i].role, article->kind));
	}
	article_end(builder->issue, &article->printed);
	if (article->unassigned)
		stated_doubt(builder, article);
	if (article->continues != NPOS)
		article_join(builder->issue, builder->issue->article_count - 1,
		             stated_earlier(builder, article));
}

static void stated_add_furniture(struct stated_builder *builder,
                                 const struct page *page)
{
	struct range of = stated_articles_furniture_of(builder->stated, page);

	for (size_t i = of.start; i < of.end; i++) {
		const struct stated_passage *passage =
			&builder->stated->furniture[i];

		passages_furniture(&builder->writer, passage->role,
		                   stated_add_unit(builder, passage, 0));
	}
}

void stated_page_build(struct issue *issue, size_t page,
                       const struct stated_articles *stated)
{
	struct page *of = &issue->pages[page];
	struct range articles = stated_articles_of(stated, page);
	struct stated_builder builder = { .issue = issue, .stated = stated };

	printed_lines_init(&builder.lines, issue, page);
	drop_caps_find(&builder.lines);
	printed_lines_measure_widths(&builder.lines);
	builder.units.lines = &builder.lines;
	passages_init(&builder.writer, issue, &builder.lines, &builder.units);
	of->articles.start = issue->article_count;
	of->passages.start = issue->passage_count;
	for (size_t i = articles.start; i < articles.end; i++)
		stated_add_article(&builder, &stated->articles[i]);
	of->articles.end = issue->article_count;
	of->furniture.start = issue->passage_count;
	stated_add_furniture(&builder, of);
	of->furniture.end = of->passages.end = issue->passage_count;
	passages_end(&builder.writer, of);
	units_release(&builder.units);
	printed_lines_release(&builder.lines);
	warn_of_characters(issue, page);
	issue->pages_read = page + 1;
}
