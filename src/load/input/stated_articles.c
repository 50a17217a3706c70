/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/stated_articles.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>

enum kind stated_kind_named(struct str name)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		if (str_equal(name, str_from(kind_name((enum kind)kind))))
			return (enum kind)kind;
	return KIND_OTHER;
}

void stated_articles_release(struct stated_articles *stated)
{
	free(stated->articles);
	free(stated->passages);
	free(stated->furniture);
	*stated = (struct stated_articles){ 0 };
}

void stated_articles_begin(struct stated_articles *stated, size_t page,
                           enum kind kind, const struct head_order *printed)
{
	struct stated_article *article;

	assert(!stated->article_count ||
	       stated->articles[stated->article_count - 1].page <= page);
	article = ARRAY_ADD(stated->articles, stated->article_count,
	                    stated->article_cap);
	*article = (struct stated_article){
		.kind = kind,
		.continues = NPOS,
		.page = page,
		.passages = { stated->passage_count, stated->passage_count },
	};
	if (printed)
		article->printed = *printed;
}

void stated_articles_set_unassigned(struct stated_articles *stated)
{
	assert(stated->article_count);
	stated->articles[stated->article_count - 1].unassigned = true;
}

void stated_articles_continue(struct stated_articles *stated, size_t part)
{
	struct stated_article *last =
		&stated->articles[stated->article_count - 1];

	assert(part < stated->article_count);
	if (stated->articles[part].page >= last->page ||
	    stated->articles[part].is_continued)
		return;
	stated->articles[part].is_continued = true;
	last->continues = part;
}

bool stated_articles_open_on(const struct stated_articles *stated, size_t page)
{
	return stated->article_count &&
	       stated->articles[stated->article_count - 1].page == page;
}

void stated_articles_add(struct stated_articles *stated, enum role role,
                         size_t line, double measure_em)
{
	struct stated_article *last;

	assert(stated->article_count && measure_em >= 0);
	assert(!stated->passage_count ||
	       stated->passages[stated->passage_count - 1].lines.end <= line);
	last = &stated->articles[stated->article_count - 1];
	if (role_is_headline(role) && last->has_text && last->has_head)
		role = ROLE_SUBHEAD;
	last->has_head = last->has_head || role_is_headline(role);
	last->has_text =
		last->has_text || (role > ROLE_BYLINE && role < ROLE_QUOTE);
	*ARRAY_ADD(stated->passages, stated->passage_count,
	           stated->passage_cap) =
		(struct stated_passage){ role, { line, line + 1 }, measure_em };
	last->passages.end = stated->passage_count;
}

void stated_articles_extend(struct stated_articles *stated, size_t line)
{
	struct stated_passage *last;

	assert(stated->passage_count);
	last = &stated->passages[stated->passage_count - 1];
	assert(last->lines.end == line);
	last->lines.end = line + 1;
}

void stated_articles_add_furniture(struct stated_articles *stated,
                                   enum role role, size_t line)
{
	assert(role >= ROLE_MASTHEAD && role < ROLE_COUNT);
	*ARRAY_ADD(stated->furniture, stated->furniture_count,
	           stated->furniture_cap) =
		(struct stated_passage){ role, { line, line + 1 }, 0 };
}

struct range stated_articles_of(const struct stated_articles *stated,
                                size_t page)
{
	struct range of;

	ARRAY_FIND(of.start, stated->article_count,
	           stated->articles[of.start].page < page);
	ARRAY_FIND(of.end, stated->article_count,
	           stated->articles[of.end].page <= page);
	return of;
}

struct range stated_articles_furniture_of(const struct stated_articles *stated,
                                          const struct page *page)
{
	struct range of;

	ARRAY_FIND(of.start, stated->furniture_count,
	           stated->furniture[of.start].lines.start < page->lines.start);
	ARRAY_FIND(of.end, stated->furniture_count,
	           stated->furniture[of.end].lines.start < page->lines.end);
	return of;
}

bool stated_articles_have(const struct stated_articles *stated,
                          const struct issue *issue, size_t page)
{
	struct range articles = stated_articles_of(stated, page);
	struct range furniture =
		stated_articles_furniture_of(stated, &issue->pages[page]);

	return articles.start < articles.end || furniture.start < furniture.end;
}
