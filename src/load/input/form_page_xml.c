/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/form_page_xml.h"

#include "base/mem.h"
#include "load/input/line_sink.h"
#include "load/input/page_xml.h"
#include "load/input/scanned_lines.h"
#include "load/input/xml_text.h"

#include <stdlib.h>

enum form_claim form_page_xml_sniff(struct str head)
{
	return xml_has_root(head, "PcGts") ? FORM_CERTAIN : FORM_NO;
}

static size_t form_page_xml_add_line(struct line_sink *sink,
                                     const struct page_xml_line *line)
{
	size_t added = line_sink_add(sink, issue_keep(sink->issue, line->text));

	line_sink_place(sink, added, &line->box);
	sink->number++;
	return added;
}

/* The lines of a page that states no articles. */
static void form_page_xml_add_lines(struct line_sink *sink,
                                    const struct page_xml *page)
{
	for (size_t i = 0; i < page->line_count; i++) {
		if (i && page->lines[i].region != page->lines[i - 1].region)
			line_sink_add(sink, STR(""));
		form_page_xml_add_line(sink, &page->lines[i]);
	}
}

/* A page, and the sink that its lines go to. */
struct form_page_xml {
	struct line_sink *sink;
	const struct page_xml *page;
};

static void form_page_xml_add_placed(void *context, size_t line)
{
	struct form_page_xml *to = context;

	form_page_xml_add_line(to->sink, &to->page->lines[line]);
}

/* The same, placed.  False: they cannot be. */
static bool form_page_xml_place(struct line_sink *sink,
                                const struct page_xml *page)
{
	struct scan_line *lines =
		mem_alloc((page->line_count + 1) * sizeof *lines);
	struct scan_page scan = { .lines = lines,
		                  .count = page->line_count,
		                  .width_pt = page->width_pt,
		                  .height_pt = page->height_pt };
	struct form_page_xml to = { sink, page };
	bool is_placed;

	for (size_t i = 0; i < page->line_count; i++) {
		const struct page_xml_line *line = &page->lines[i];
		enum role role = page->regions[line->region].role;

		lines[i] = (struct scan_line){
			.text = line->text,
			.box = line->box,
			.begins_block = !i || line->region != line[-1].region,
			.in_margin = role >= ROLE_MASTHEAD,
			.is_head = role == ROLE_HEAD,
		};
		page_places_cut_box(scan.width_pt, scan.height_pt,
		                    &lines[i].box);
	}
	is_placed =
		scanned_lines_place(sink, &scan, form_page_xml_add_placed, &to);
	free(lines);
	return is_placed;
}

/* A line that is added to the article that is open. */
static void form_page_xml_add_stated(struct line_sink *sink,
                                     const struct page_xml *page, size_t i,
                                     size_t *region)
{
	const struct page_xml_line *line = &page->lines[i];
	enum role role = page->regions[line->region].role;
	size_t added = form_page_xml_add_line(sink, line);

	if (*region == line->region)
		stated_articles_extend(&sink->stated, added);
	else
		stated_articles_add(&sink->stated, role, added, 0);
	*region = line->region;
}

/* A line and its article. */
struct article_line {
	struct str article;
	size_t line, first; /* and the first line of that article */
};

static int form_page_xml_by_article(const void *one, const void *other)
{
	const struct article_line *a = one, *b = other;
	int order = str_compare(a->article, b->article);

	return order ? order : (a->line > b->line) - (a->line < b->line);
}

static int form_page_xml_by_first(const void *one, const void *other)
{
	const struct article_line *a = one, *b = other;

	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	return (a->line > b->line) - (a->line < b->line);
}

/* The lines that are of articles, article by article, in the order of their first lines;
 * *count of them.  The caller frees them. */
static struct article_line *form_page_xml_sort(const struct page_xml *page,
                                               size_t *count)
{
	struct article_line *lines =
		mem_alloc((page->line_count + 1) * sizeof *lines);

	*count = 0;
	for (size_t i = 0; i < page->line_count; i++)
		if (page->lines[i].article.len)
			lines[(*count)++] =
				(struct article_line){ page->lines[i].article,
				                       i, i };
	qsort(lines, *count, sizeof *lines, form_page_xml_by_article);
	for (size_t i = 1; i < *count; i++)
		if (str_equal(lines[i].article, lines[i - 1].article))
			lines[i].first = lines[i - 1].first;
	qsort(lines, *count, sizeof *lines, form_page_xml_by_first);
	return lines;
}

static void form_page_xml_add_articles(struct line_sink *sink,
                                       const struct page_xml *page,
                                       const struct article_line *lines,
                                       size_t count)
{
	size_t index = sink->issue->page_count - 1, region = NPOS;

	for (size_t i = 0; i < count; i++) {
		if (!i || lines[i].first != lines[i - 1].first) {
			stated_articles_begin(&sink->stated, index, KIND_NEWS,
			                      NULL);
			region = NPOS;
		}
		form_page_xml_add_stated(sink, page, lines[i].line, &region);
	}
}

/* What is in no article. */
static void form_page_xml_add_rest(struct line_sink *sink,
                                   const struct page_xml *page)
{
	size_t index = sink->issue->page_count - 1, region = NPOS;

	for (size_t i = 0; i < page->line_count; i++) {
		const struct page_xml_line *line = &page->lines[i];
		enum role role = page->regions[line->region].role;

		if (line->article.len)
			continue;
		if (role >= ROLE_MASTHEAD) {
			stated_articles_add_furniture(
				&sink->stated, role,
				form_page_xml_add_line(sink, line));
			continue;
		}
		if (line->region != region) {
			stated_articles_begin(&sink->stated, index, KIND_OTHER,
			                      NULL);
			stated_articles_set_unassigned(&sink->stated);
			region = NPOS;
		}
		form_page_xml_add_stated(sink, page, i, &region);
	}
}

static void form_page_xml_add(struct line_sink *sink,
                              const struct page_xml *page)
{
	size_t count;
	struct article_line *lines = form_page_xml_sort(page, &count);

	sink->places.width_pt = page->width_pt;
	sink->places.height_pt = page->height_pt;
	if (count) {
		form_page_xml_add_articles(sink, page, lines, count);
		form_page_xml_add_rest(sink, page);
		sink->issue->pages[sink->issue->page_count - 1].by_library =
			true;
	} else if (!form_page_xml_place(sink, page)) {
		form_page_xml_add_lines(sink, page);
	}
	free(lines);
}

bool form_page_xml_read_file(struct line_sink *sink, struct str bytes)
{
	struct diags *diags = &sink->issue->diags;
	struct xml_damage damage;
	struct xml_text xml;
	struct page_xml page;

	xml_text_init(&xml, bytes);
	xml_text_tell(&xml, diags, sink->issue->page_count);
	line_sink_set_encoding(sink, xml.encoding, xml.lost_bytes);
	if (!page_xml_read(&page, xml.text, &damage))
		xml_tell_damage(diags, sink->issue->page_count, &damage);
	form_page_xml_add(sink, &page);
	page_xml_release(&page);
	xml_text_release(&xml);
	return true;
}
