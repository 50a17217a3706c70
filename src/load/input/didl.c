/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/didl.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum didl_kind {
	DIDL_ISSUE,
	DIDL_PAGE,
	DIDL_ARTICLE,
	DIDL_OTHER
};

struct didl_reader {
	struct mets *mets;
	enum didl_kind items[XML_DEPTH_MOST]; /* that are open */
	size_t item_count;
	bool is_alto;    /* the component that is open is a page's ALTO */
	bool keeps_text; /* of the element that is open */
	struct buf text;
	struct str alto; /* file of the blocks that are open */
};

bool didl_sniff(struct str head)
{
	return xml_has_root(head, "didl");
}

static struct str didl_keep(struct didl_reader *reader, struct str text)
{
	return (struct str){ arena_copy_text(&reader->mets->arena, text.ptr,
		                             text.len),
		             text.len };
}

/* What kind an item is of, by the last part of its identifier. */
static enum didl_kind didl_kind_of(const struct xml_element *element)
{
	struct str id = xml_attribute(element, "identifier");
	size_t at = id.len;

	while (at && id.ptr[at - 1] != ':')
		at--;
	if (xml_attribute(element, "article_id").len || at == id.len)
		return DIDL_OTHER;
	if (at + 1 < id.len && id.ptr[at + 1] >= '0' && id.ptr[at + 1] <= '9')
		return id.ptr[at] == 'p'   ? DIDL_PAGE
		       : id.ptr[at] == 'a' ? DIDL_ARTICLE
		                           : DIDL_OTHER;
	return DIDL_ISSUE;
}

static void didl_begin_item(struct didl_reader *reader,
                            const struct xml_element *element)
{
	struct mets *mets = reader->mets;
	enum didl_kind kind = didl_kind_of(element);

	if (kind == DIDL_PAGE)
		*ARRAY_ADD(mets->pages, mets->page_count, mets->page_cap) =
			(struct mets_page){ 0 };
	else if (kind == DIDL_ARTICLE)
		*ARRAY_ADD(mets->articles, mets->article_count,
		           mets->article_cap) =
			(struct mets_article){ .kind = KIND_NEWS,
			                       .last_part = NPOS };
	assert(reader->item_count < XML_DEPTH_MOST);
	reader->items[reader->item_count++] = kind;
}

static bool didl_is_in(const struct didl_reader *reader, enum didl_kind kind)
{
	return reader->item_count &&
	       reader->items[reader->item_count - 1] == kind;
}

/* The ALTO file of the page that is open: its name, or else its address, which is a path
 * in the folder where it is one. */
static void didl_add_file(struct didl_reader *reader,
                          const struct xml_element *element)
{
	struct mets *mets = reader->mets;
	struct str name = xml_attribute(element, "filename");

	assert(mets->page_count);
	if (!name.len)
		name = xml_attribute(element, "ref");
	mets->pages[mets->page_count - 1].id =
		mets->pages[mets->page_count - 1].href =
			didl_keep(reader, str_trim(name));
}

static void didl_add_block(struct didl_reader *reader,
                           const struct xml_element *element)
{
	struct mets *mets = reader->mets;

	assert(mets->article_count);
	*ARRAY_ADD(mets->areas, mets->area_count,
	           mets->area_cap) = (struct mets_area){
		.article = mets->article_count - 1,
		.passage = mets->area_count + 1,
		.role = ROLE_BODY,
		.file = reader->alto,
		.begin = didl_keep(reader, xml_attribute(element, "ID")),
		.order = mets->area_count,
	};
}

/* Elements whose text is read. */
static bool didl_is_text(struct str name)
{
	static const char *const names[] = { "Statement", "title", "date",
		                             "subject", "nativePageNumber" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (str_equal(name, str_from(names[i])))
			return true;
	return false;
}

static void didl_begin(void *context, const struct xml_element *element)
{
	struct didl_reader *reader = context;
	struct str name = element->name;

	reader->keeps_text = didl_is_text(name);
	buf_clear(&reader->text);
	if (str_equal(name, STR("Item")))
		didl_begin_item(reader, element);
	else if (str_equal(name, STR("Component")))
		reader->is_alto = false;
	else if (str_equal(name, STR("Resource")) && reader->is_alto)
		didl_add_file(reader, element);
	else if (str_equal(name, STR("blocks")))
		reader->alto =
			didl_keep(reader, xml_attribute(element, "alto"));
	else if (str_equal(name, STR("TextBlock")) &&
	         didl_is_in(reader, DIDL_ARTICLE))
		didl_add_block(reader, element);
}

static void didl_text(void *context, struct str text)
{
	struct didl_reader *reader = context;

	if (reader->keeps_text)
		buf_add(&reader->text, text);
}

/* The first text that is not empty holds. */
static void didl_set(struct didl_reader *reader, struct str *to)
{
	if (!to->len)
		*to = didl_keep(reader, str_trim(buf_str(&reader->text)));
}

static enum kind didl_article_kind(struct str subject)
{
	static const struct {
		const char *subject;
		enum kind kind;
	} kinds[] = {
		{ "artikel", KIND_NEWS },
		{ "advertentie", KIND_NOTICE },
		{ "familiebericht", KIND_NOTICE },
	};

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (str_equal(subject, str_from(kinds[i].subject)))
			return kinds[i].kind;
	return KIND_OTHER;
}

/* An element ends in the item of an article. */
static void didl_end_in_article(struct didl_reader *reader, struct str name)
{
	struct mets *mets = reader->mets;
	struct mets_article *article = &mets->articles[mets->article_count - 1];

	if (str_equal(name, STR("title")))
		didl_set(reader, &article->title);
	else if (str_equal(name, STR("subject")))
		article->kind =
			didl_article_kind(str_trim(buf_str(&reader->text)));
}

static void didl_end_in_page(struct didl_reader *reader, struct str name)
{
	struct mets *mets = reader->mets;

	if (str_equal(name, STR("Statement")))
		reader->is_alto = str_equal(str_trim(buf_str(&reader->text)),
		                            STR("alto"));
	else if (str_equal(name, STR("nativePageNumber")))
		didl_set(reader, &mets->pages[mets->page_count - 1].label);
}

static void didl_end(void *context, struct str name)
{
	struct didl_reader *reader = context;
	bool is_item = str_equal(name, STR("Item"));

	if (is_item && reader->item_count)
		reader->item_count--;
	else if (didl_is_in(reader, DIDL_ARTICLE))
		didl_end_in_article(reader, name);
	else if (didl_is_in(reader, DIDL_PAGE))
		didl_end_in_page(reader, name);
	else if (didl_is_in(reader, DIDL_ISSUE) &&
	         str_equal(name, STR("title")))
		didl_set(reader, &reader->mets->title);
	else if (didl_is_in(reader, DIDL_ISSUE) && str_equal(name, STR("date")))
		didl_set(reader, &reader->mets->date);
	reader->keeps_text = false;
}

/* Pages without an ALTO file, those of a picture alone, are no pages. */
static void didl_drop_empty_pages(struct mets *mets)
{
	size_t kept = 0;

	for (size_t i = 0; i < mets->page_count; i++)
		if (mets->pages[i].href.len)
			mets->pages[kept++] = mets->pages[i];
	mets->page_count = kept;
}

bool didl_read(struct mets *mets, struct str bytes, struct xml_damage *damage)
{
	static const struct xml_handler handler = { didl_begin, didl_end,
		                                    didl_text };
	struct didl_reader *reader = mem_alloc(sizeof *reader);
	bool whole;

	*mets = (struct mets){ 0 };
	arena_init(&mets->arena);
	buf_init(&reader->text);
	reader->mets = mets;
	whole = xml_read(bytes, &handler, reader, damage);
	didl_drop_empty_pages(mets);
	buf_release(&reader->text);
	free(reader);
	return whole;
}
