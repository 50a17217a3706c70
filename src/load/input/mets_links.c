/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/mets_links.h"

#include <stdlib.h>

void mets_links_init(struct mets_links *links, struct mets *mets)
{
	*links = (struct mets_links){ .mets = mets };
}

void mets_links_release(struct mets_links *links)
{
	free(links->areas);
	free(links->links);
	*links = (struct mets_links){ 0 };
}

void mets_links_add_area(struct mets_links *links, struct str div,
                         const struct mets_area *area)
{
	*ARRAY_ADD(links->areas, links->area_count, links->area_cap) =
		(struct mets_linked_area){ div, *area };
}

void mets_links_begin(struct mets_links *links,
                      const struct xml_element *element)
{
	links->groups++;
	mets_links_add(links, xml_attribute(element, "from"));
	mets_links_add(links, xml_attribute(element, "to"));
}

void mets_links_add(struct mets_links *links, struct str href)
{
	struct str id;

	if (!str_starts(href, STR("#")))
		return;
	id = str_slice(href, 1, href.len);
	*ARRAY_ADD(links->links, links->count, links->cap) = (struct mets_link){
		links->groups,
		{ arena_copy_text(&links->mets->arena, id.ptr, id.len), id.len }
	};
}

/* By the div, then as they stand in the file. */
static int mets_links_compare_areas(const void *one, const void *other)
{
	const struct mets_linked_area *a = one, *b = other;
	int order = str_compare(a->div, b->div);

	return order ? order
	             : (a->area.passage > b->area.passage) -
	                       (a->area.passage < b->area.passage);
}

/* An article by the id of its div. */
struct mets_named_article {
	struct str id;
	size_t article;
};

static int mets_links_compare_articles(const void *one, const void *other)
{
	return str_compare(((const struct mets_named_article *)one)->id,
	                   ((const struct mets_named_article *)other)->id);
}

/* The articles without areas, ascending by id; *count of them.  Caller frees. */
static struct mets_named_article *mets_links_articles(const struct mets *mets,
                                                      size_t *count)
{
	struct mets_named_article *named =
		mem_alloc((mets->article_count + 1) * sizeof *named);
	bool *has_areas = mem_alloc(mets->article_count + 1);

	for (size_t i = 0; i < mets->area_count; i++)
		if (mets->areas[i].article != NPOS)
			has_areas[mets->areas[i].article] = true;
	*count = 0;
	for (size_t i = 0; i < mets->article_count; i++)
		if (!has_areas[i])
			named[(*count)++] = (struct mets_named_article){
				mets->articles[i].id, i
			};
	free(has_areas);
	qsort(named, *count, sizeof *named, mets_links_compare_articles);
	return named;
}

static size_t mets_links_article(const struct mets_named_article *named,
                                 size_t count, struct str id)
{
	size_t at;

	ARRAY_FIND(at, count, str_compare(named[at].id, id) < 0);
	return at < count && str_equal(named[at].id, id) ? named[at].article
	                                                 : NPOS;
}

/* The areas of div `id`, unless they are of another article, are of `article`. */
static void mets_links_give(struct mets_links *links, struct str id,
                            size_t article)
{
	struct mets *mets = links->mets;
	size_t at;

	ARRAY_FIND(at, links->area_count,
	           str_compare(links->areas[at].div, id) < 0);
	for (; at < links->area_count && str_equal(links->areas[at].div, id) &&
	       links->areas[at].area.article == NPOS;
	     at++) {
		struct mets_area *area = &links->areas[at].area;

		area->article = article;
		area->order = mets->area_count;
		*ARRAY_ADD(mets->areas, mets->area_count, mets->area_cap) =
			*area;
	}
}

void mets_links_resolve(struct mets_links *links)
{
	size_t count, end;
	struct mets_named_article *named =
		mets_links_articles(links->mets, &count);

	if (links->area_count)
		qsort(links->areas, links->area_count, sizeof *links->areas,
		      mets_links_compare_areas);
	for (size_t i = 0; i < links->count; i = end) {
		size_t article = NPOS;

		for (end = i; end < links->count &&
		              links->links[end].group == links->links[i].group;
		     end++)
			if (article == NPOS)
				article = mets_links_article(
					named, count, links->links[end].div);
		for (size_t l = i; l < end && article != NPOS; l++)
			mets_links_give(links, links->links[l].div, article);
	}
	free(named);
}
