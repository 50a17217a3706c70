/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/page_xml.h"

#include <stdlib.h>
#include <string.h>

#define UNIT_PT     (72 / PAGE_XML_DPI)
#define POINTS_MOST 4096 /* of an outline; those behind them do not count */

/* What is open, from the outside in; each has text of its own. */
enum page_xml_level {
	LEVEL_PAGE,
	LEVEL_REGION,
	LEVEL_LINE,
	LEVEL_WORD /* a word, or a part of one */
};

struct page_xml_reader {
	struct page_xml *page;
	enum page_xml_level level;
	size_t word_depth; /* of words and glyphs that are open */
	bool keeps_text;   /* in Unicode */
	struct page_xml_line line;
	struct buf text, words; /* owned; of the line that is open */
};

static struct str page_xml_keep(struct page_xml_reader *reader, struct str text)
{
	return (struct str){ arena_copy_text(&reader->page->arena, text.ptr,
		                             text.len),
		             text.len };
}

/* The id of "structure {… id:a1; …}" where its type is an article; empty: none. */
static struct str page_xml_article(struct str custom)
{
	struct str none = { "", 0 };
	size_t start = str_find(custom, STR("structure"), 0), end, id;

	if (start == NPOS)
		return none;
	end = str_find(custom, STR("}"), start);
	custom = str_slice(custom, start, end == NPOS ? custom.len : end);
	id = str_find(custom, STR("id:"), 0);
	if (id == NPOS || str_find(custom, STR("article"), 0) == NPOS)
		return none;
	id += strlen("id:");
	end = str_find(custom, STR(";"), id);
	return str_trim(str_slice(custom, id, end == NPOS ? custom.len : end));
}

static enum role page_xml_role(struct str type)
{
	static const struct {
		const char *type;
		enum role role;
	} roles[] = {
		{ "heading", ROLE_HEAD },      { "caption", ROLE_CAPTION },
		{ "header", ROLE_FURNITURE },  { "footer", ROLE_FURNITURE },
		{ "page-number", ROLE_FOLIO }, { "catch-word", ROLE_FURNITURE },
		{ "footnote", ROLE_NOTE },
	};

	for (size_t i = 0; i < ARRAY_LEN(roles); i++)
		if (str_equal(type, str_from(roles[i].type)))
			return roles[i].role;
	return ROLE_BODY;
}

static void page_xml_begin_region(struct page_xml_reader *reader,
                                  const struct xml_element *element)
{
	struct page_xml *page = reader->page;

	*ARRAY_ADD(page->regions, page->region_count,
	           page->region_cap) = (struct page_xml_region){
		.id = page_xml_keep(reader, xml_attribute(element, "id")),
		.article = page_xml_keep(reader, page_xml_article(xml_attribute(
							 element, "custom"))),
		.role = page_xml_role(xml_attribute(element, "type")),
		.order = NPOS,
	};
	reader->level = LEVEL_REGION;
}

static void page_xml_begin_line(struct page_xml_reader *reader,
                                const struct xml_element *element)
{
	const struct page_xml *page = reader->page;
	struct str article = page_xml_article(xml_attribute(element, "custom"));

	reader->level = LEVEL_LINE;
	reader->line = (struct page_xml_line){
		.article =
			article.len
				? page_xml_keep(reader, article)
				: page->regions[page->region_count - 1].article,
		.region = page->region_count - 1,
	};
	buf_clear(&reader->text);
	buf_clear(&reader->words);
}

/* The box around an outline, "x,y x,y …". */
static struct line_box page_xml_box(struct str points)
{
	double least[2] = { XML_NUMBER_MOST, XML_NUMBER_MOST };
	double most[2] = { 0, 0 };
	size_t count = 0;

	for (size_t at = 0; at < points.len && count < POINTS_MOST; count++) {
		size_t end = at;
		double number;

		while (end < points.len && points.ptr[end] != ',' &&
		       points.ptr[end] != ' ')
			end++;
		number = xml_number(str_slice(points, at, end));
		if (number < least[count % 2])
			least[count % 2] = number;
		if (number > most[count % 2])
			most[count % 2] = number;
		at = end + 1;
	}
	if (count < 4)
		return (struct line_box){ 0 };
	return (struct line_box){
		.left_pt = (float)(least[0] * UNIT_PT),
		.top_pt = (float)(least[1] * UNIT_PT),
		.width_pt = (float)((most[0] - least[0]) * UNIT_PT),
		.height_pt = (float)((most[1] - least[1]) * UNIT_PT),
	};
}

static void page_xml_begin_page(struct page_xml *page,
                                const struct xml_element *element)
{
	page->width_pt =
		(float)(xml_number(xml_attribute(element, "imageWidth")) *
	                UNIT_PT);
	page->height_pt =
		(float)(xml_number(xml_attribute(element, "imageHeight")) *
	                UNIT_PT);
}

static bool page_xml_is_word(struct str name)
{
	return str_equal(name, STR("Word")) || str_equal(name, STR("Glyph"));
}

static void page_xml_begin(void *context, const struct xml_element *element)
{
	struct page_xml_reader *reader = context;
	struct page_xml *page = reader->page;
	struct str name = element->name;

	if (str_equal(name, STR("Page")))
		page_xml_begin_page(page, element);
	else if (str_equal(name, STR("RegionRefIndexed")) ||
	         str_equal(name, STR("RegionRef")))
		*ARRAY_ADD(page->order, page->order_count, page->order_cap) =
			page_xml_keep(reader,
		                      xml_attribute(element, "regionRef"));
	else if (str_equal(name, STR("TextRegion")))
		page_xml_begin_region(reader, element);
	else if (str_equal(name, STR("TextLine")) && page->region_count)
		page_xml_begin_line(reader, element);
	else if (page_xml_is_word(name) && reader->level >= LEVEL_LINE)
		reader->word_depth++;
	else if (str_equal(name, STR("Coords")) &&
	         reader->level == LEVEL_LINE && !reader->word_depth)
		reader->line.box =
			page_xml_box(xml_attribute(element, "points"));
	else if (str_equal(name, STR("Unicode")))
		reader->keeps_text =
			reader->level == LEVEL_LINE && reader->word_depth < 2;
}

static void page_xml_text(void *context, struct str text)
{
	struct page_xml_reader *reader = context;

	if (reader->keeps_text)
		buf_add(reader->word_depth ? &reader->words : &reader->text,
		        text);
}

static void page_xml_end_line(struct page_xml_reader *reader)
{
	struct page_xml *page = reader->page;
	struct str text = str_trim(buf_str(&reader->text));

	if (!text.len)
		text = str_trim(buf_str(&reader->words));
	/* A line of the file is a line of the page. */
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '\n')
			text.len = i;
	if (text.len) {
		reader->line.text = page_xml_keep(reader, str_trim(text));
		*ARRAY_ADD(page->lines, page->line_count, page->line_cap) =
			reader->line;
	}
	reader->level = LEVEL_REGION;
	reader->word_depth = 0;
}

static void page_xml_end(void *context, struct str name)
{
	struct page_xml_reader *reader = context;

	if (str_equal(name, STR("Unicode"))) {
		reader->keeps_text = false;
	} else if (page_xml_is_word(name) && reader->word_depth) {
		if (!--reader->word_depth)
			buf_add_byte(&reader->words, ' ');
	} else if (str_equal(name, STR("TextLine")) &&
	           reader->level == LEVEL_LINE) {
		page_xml_end_line(reader);
	} else if (str_equal(name, STR("TextRegion"))) {
		reader->level = LEVEL_PAGE;
	}
}

/* The id of a region and its place. */
struct page_xml_place {
	struct str id;
	size_t place;
};

static int page_xml_compare_places(const void *one, const void *other)
{
	const struct page_xml_place *a = one, *b = other;
	int order = str_compare(a->id, b->id);

	return order ? order : (a->place > b->place) - (a->place < b->place);
}

/* Numbers the regions as ReadingOrder has them, and the others behind these. */
static void page_xml_order_regions(struct page_xml *page)
{
	struct page_xml_place *places =
		mem_alloc((page->order_count + 1) * sizeof *places);

	for (size_t i = 0; i < page->order_count; i++)
		places[i] = (struct page_xml_place){ page->order[i], i };
	qsort(places, page->order_count, sizeof *places,
	      page_xml_compare_places);
	for (size_t r = 0; r < page->region_count; r++) {
		struct page_xml_region *region = &page->regions[r];
		size_t at;

		ARRAY_FIND(at, page->order_count,
		           str_compare(places[at].id, region->id) < 0);
		region->order =
			at < page->order_count &&
					str_equal(places[at].id, region->id)
				? places[at].place
				: page->order_count + r;
	}
	free(places);
}

/* A line and where it stands. */
struct page_xml_sorted {
	struct page_xml_line line;
	size_t order, index;
};

static int page_xml_compare_lines(const void *one, const void *other)
{
	const struct page_xml_sorted *a = one, *b = other;

	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	return (a->index > b->index) - (a->index < b->index);
}

static void page_xml_order_lines(struct page_xml *page)
{
	struct page_xml_sorted *sorted =
		mem_alloc((page->line_count + 1) * sizeof *sorted);

	for (size_t i = 0; i < page->line_count; i++)
		sorted[i] = (struct page_xml_sorted){
			page->lines[i],
			page->regions[page->lines[i].region].order, i
		};
	qsort(sorted, page->line_count, sizeof *sorted, page_xml_compare_lines);
	for (size_t i = 0; i < page->line_count; i++)
		page->lines[i] = sorted[i].line;
	free(sorted);
}

bool page_xml_read(struct page_xml *page, struct str bytes,
                   struct xml_damage *damage)
{
	static const struct xml_handler handler = { page_xml_begin,
		                                    page_xml_end,
		                                    page_xml_text };
	struct page_xml_reader reader = { .page = page };
	bool whole;

	*page = (struct page_xml){ 0 };
	arena_init(&page->arena);
	buf_init(&reader.text);
	buf_init(&reader.words);
	whole = xml_read(bytes, &handler, &reader, damage);
	if (reader.level == LEVEL_LINE)
		page_xml_end_line(&reader);
	page_xml_order_regions(page);
	page_xml_order_lines(page);
	buf_release(&reader.text);
	buf_release(&reader.words);
	return whole;
}

void page_xml_release(struct page_xml *page)
{
	free(page->lines);
	free(page->regions);
	free(page->order);
	arena_release(&page->arena);
	*page = (struct page_xml){ 0 };
}
