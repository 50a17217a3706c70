/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/mets.h"

#include "load/input/mets_div.h"
#include "load/input/mets_links.h"
#include "load/input/mets_mods.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define PAGES_MOST 2048 /* files behind them are no pages */

/* A div that is open. */
struct mets_div {
	struct str id, label, order_label; /* in the arena */
	size_t article;                    /* in which its areas are, or NPOS */
	bool in_article; /* it stands in an article, not in a section alone */
	bool in_body;
	bool is_furniture;
	size_t passage; /* 0: each fptr is one */
	enum role role;
};

enum map_type {
	MAP_NONE,
	MAP_PHYSICAL,
	MAP_LOGICAL
};

struct mets_reader {
	struct mets *mets;
	struct mets_links links;
	enum map_type map;
	struct mets_div divs[XML_DEPTH_MOST + 1]; /* the first is of none */
	size_t div_count;
	size_t passages; /* numbers of passages so far */
	size_t fptr_passage;
	size_t next_page; /* pages before it have their place in the order */
	struct str file_id;
	struct mets_mods mods;
};

bool mets_sniff(struct str head)
{
	return xml_has_root(head, "mets");
}

static struct str mets_keep(struct mets *mets, struct str text)
{
	return (struct str){ arena_copy_text(&mets->arena, text.ptr, text.len),
		             text.len };
}

static struct str mets_kept(struct mets_reader *reader,
                            const struct xml_element *element, const char *name)
{
	return mets_keep(reader->mets, xml_attribute(element, name));
}

static bool mets_has_ending(struct str href, const char *ending)
{
	size_t bytes = strlen(ending);

	return href.len >= bytes &&
	       !strncasecmp(href.ptr + href.len - bytes, ending, bytes);
}

/* A file that may be a page: its text, not its picture. */
static void mets_add_file(struct mets_reader *reader,
                          const struct xml_element *element)
{
	struct mets *mets = reader->mets;
	struct str href = str_trim(xml_attribute(element, "href"));

	if (mets->page_count == PAGES_MOST ||
	    (!mets_has_ending(href, ".xml") &&
	     !mets_has_ending(href, ".xml.gz")))
		return;
	*ARRAY_ADD(mets->pages, mets->page_count, mets->page_cap) =
		(struct mets_page){ .id = reader->file_id,
		                    .href = mets_keep(mets, href) };
}

static void mets_begin_article(struct mets_reader *reader, struct mets_div *div,
                               enum kind kind)
{
	struct mets *mets = reader->mets;

	div->article = mets->article_count;
	*ARRAY_ADD(mets->articles, mets->article_count, mets->article_cap) =
		(struct mets_article){ .kind = kind,
		                       .id = div->id,
		                       .last_part = NPOS };
}

/* The text of a div of this type has its role; a subheadline of the body stands
 * inside the text. */
static void mets_set_role(struct mets_reader *reader, struct mets_div *div,
                          const struct mets_div_type *type)
{
	div->role = type->role;
	if (type->role == ROLE_DECK && div->in_body)
		div->role = ROLE_SUBHEAD;
	div->in_body = div->in_body || !strcmp(type->name, "BODY");
	if (type->is_passage)
		div->passage = ++reader->passages;
}

static void mets_begin_logical_div(struct mets_reader *reader,
                                   struct mets_div *div,
                                   const struct mets_div_type *type)
{
	bool is_new = type->class == DIV_ARTICLE ||
	              (type->class == DIV_INSET && !div->in_article) ||
	              type->class == DIV_SECTION;

	if (div->is_furniture)
		return;
	if (type->class == DIV_FURNITURE) {
		div->is_furniture = true;
		div->article = NPOS;
		div->role = type->role;
	} else if (is_new) {
		mets_begin_article(reader, div, type->kind);
		div->in_article = type->class != DIV_SECTION;
		div->in_body = false;
		div->role = ROLE_BODY;
		div->passage = 0;
	} else if (type->class == DIV_TEXT) {
		mets_set_role(reader, div, type);
	}
}

static void mets_begin_div(struct mets_reader *reader,
                           const struct xml_element *element)
{
	struct mets_div div = reader->divs[reader->div_count];
	struct str order_label = xml_attribute(element, "ORDERLABEL");

	div.id = mets_kept(reader, element, "ID");
	div.label = mets_kept(reader, element, "LABEL");
	if (order_label.len)
		div.order_label = mets_keep(reader->mets, order_label);
	if (reader->map == MAP_LOGICAL) {
		const struct mets_div_type *type =
			mets_div_type_named(xml_attribute(element, "TYPE"));

		if (type->class != DIV_OTHER)
			mets_mods_set_part(&reader->mods,
			                   xml_attribute(element, "DMDID"));
		mets_begin_logical_div(reader, &div, type);
	}
	reader->divs[++reader->div_count] = div;
}

/* The first mention of a page file in the physical structure is its place among the
 * pages. */
static void mets_place_page(struct mets_reader *reader, struct str file)
{
	struct mets *mets = reader->mets;

	for (size_t i = reader->next_page; i < mets->page_count; i++) {
		struct mets_page page = mets->pages[i];

		if (!str_equal(page.id, file))
			continue;
		page.label = reader->divs[reader->div_count].order_label;
		memmove(&mets->pages[reader->next_page + 1],
		        &mets->pages[reader->next_page],
		        (i - reader->next_page) * sizeof page);
		mets->pages[reader->next_page++] = page;
		return;
	}
}

static void mets_add_area(struct mets_reader *reader,
                          const struct xml_element *element)
{
	struct mets *mets = reader->mets;
	const struct mets_div *div = &reader->divs[reader->div_count];
	struct str file = xml_attribute(element, "FILEID");
	struct mets_area area = {
		.article = div->article,
		.passage = div->passage ? div->passage : reader->fptr_passage,
		.role = div->role,
		.file = mets_keep(mets, file),
		.begin = mets_kept(reader, element, "BEGIN"),
		.end = mets_kept(reader, element, "END"),
		.order = mets->area_count,
	};

	if (reader->map == MAP_PHYSICAL) {
		mets_place_page(reader, file);
		area.role = mets_has_ending(div->label, "headline") ? ROLE_HEAD
		                                                    : ROLE_BODY;
		if (area.begin.len)
			mets_links_add_area(&reader->links, div->id, &area);
	} else if (area.begin.len &&
	           (div->article != NPOS || div->is_furniture)) {
		*ARRAY_ADD(mets->areas, mets->area_count, mets->area_cap) =
			area;
	}
}

static void mets_begin_map(struct mets_reader *reader,
                           const struct xml_element *element)
{
	struct str type = xml_attribute(element, "TYPE");

	reader->div_count = 0;
	reader->divs[0] =
		(struct mets_div){ .article = NPOS, .role = ROLE_BODY };
	reader->map = mets_has_ending(type, "PHYSICAL")  ? MAP_PHYSICAL
	              : mets_has_ending(type, "LOGICAL") ? MAP_LOGICAL
	                                                 : MAP_NONE;
}

static void mets_begin_in_map(struct mets_reader *reader,
                              const struct xml_element *element)
{
	struct str name = element->name;

	if (str_equal(name, STR("div"))) {
		mets_begin_div(reader, element);
	} else if (str_equal(name, STR("fptr"))) {
		reader->fptr_passage = ++reader->passages;
		if (xml_attribute(element, "FILEID").len)
			mets_add_area(reader, element);
	} else if (str_equal(name, STR("area"))) {
		mets_add_area(reader, element);
	}
}

static void mets_begin(void *context, const struct xml_element *element)
{
	struct mets_reader *reader = context;
	struct str name = element->name;

	if (str_equal(name, STR("structMap")))
		mets_begin_map(reader, element);
	else if (reader->map)
		mets_begin_in_map(reader, element);
	else if (str_equal(name, STR("dmdSec")))
		mets_mods_begin_section(&reader->mods,
		                        xml_attribute(element, "ID"));
	else if (reader->mods.is_open)
		mets_mods_begin(&reader->mods, name,
		                xml_attribute(element, "type"));
	else if (str_equal(name, STR("file")))
		reader->file_id = mets_kept(reader, element, "ID");
	else if (str_equal(name, STR("FLocat")))
		mets_add_file(reader, element);
	else if (str_equal(name, STR("smLinkGrp")) ||
	         str_equal(name, STR("smLink")))
		mets_links_begin(&reader->links, element);
	else if (str_equal(name, STR("smLocatorLink")))
		mets_links_add(&reader->links, xml_attribute(element, "href"));
}

static void mets_end(void *context, struct str name)
{
	struct mets_reader *reader = context;

	if (reader->mods.is_open)
		mets_mods_end(&reader->mods);
	if (str_equal(name, STR("structMap")))
		reader->map = MAP_NONE;
	else if (str_equal(name, STR("div")) && reader->div_count)
		reader->div_count--;
	else if (str_equal(name, STR("dmdSec")))
		mets_mods_end_section(&reader->mods);
}

static void mets_text(void *context, struct str text)
{
	struct mets_reader *reader = context;

	mets_mods_text(&reader->mods, text);
}

static int mets_compare_areas(const void *one, const void *other)
{
	const struct mets_area *a = one, *b = other;

	if (a->article != b->article)
		return a->article < b->article ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

bool mets_read(struct mets *mets, struct str bytes, struct xml_damage *damage)
{
	static const struct xml_handler handler = { mets_begin, mets_end,
		                                    mets_text };
	struct mets_reader *reader = mem_alloc(sizeof *reader);
	bool whole;

	*mets = (struct mets){ 0 };
	arena_init(&mets->arena);
	reader->mets = mets;
	mets_mods_init(&reader->mods, mets);
	mets_links_init(&reader->links, mets);
	whole = xml_read(bytes, &handler, reader, damage);
	mets_links_resolve(&reader->links);
	mets_mods_resolve(&reader->mods);
	/* Files that the physical structure does not mention are no pages. */
	if (reader->next_page)
		mets->page_count = reader->next_page;
	if (mets->area_count)
		qsort(mets->areas, mets->area_count, sizeof *mets->areas,
		      mets_compare_areas);
	mets_links_release(&reader->links);
	mets_mods_release(&reader->mods);
	free(reader);
	return whole;
}

void mets_release(struct mets *mets)
{
	free(mets->pages);
	free(mets->articles);
	free(mets->areas);
	arena_release(&mets->arena);
	*mets = (struct mets){ 0 };
}
