/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/alto_articles.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/alto_lines.h"
#include "load/input/alto_scan.h"
#include "load/input/line_sink.h"
#include "load/input/mets.h"
#include "load/lines/char_class.h"
#include "load/place/scan_page.h"

#include <stdlib.h>
#include <unictype.h>

/* A page file of a package whose articles METS states. */
struct package_page {
	struct alto_lines *form;
	struct mets *mets;
	size_t page;   /* index, of the issue */
	bool *is_used; /* owned; of each line of the file: it was added */
	size_t article, passage; /* that are open, or NPOS */
	size_t placed; /* of text that METS has in no article: that of its placement */
};

/* Article `index` of the METS file begins on this page, or goes on there; an index
 * behind the last is that of text in no article. */
static void alto_articles_begin_article(struct package_page *page, size_t index)
{
	struct stated_articles *stated = &page->form->sink->stated;
	struct mets_article *article;

	if (index == page->mets->article_count) {
		stated_articles_begin(stated, page->page, KIND_OTHER, NULL);
		stated_articles_set_unassigned(stated);
		return;
	}
	article = &page->mets->articles[index];
	stated_articles_begin(stated, page->page, article->kind, NULL);
	if (article->last_part != NPOS)
		stated_articles_continue(stated, article->last_part);
	article->last_part = stated->article_count - 1;
}

/* The first line adds its passage, the others extend it. */
static void alto_articles_add_stated(struct package_page *page,
                                     const struct mets_area *area, size_t l)
{
	struct line_sink *sink = page->form->sink;
	struct stated_articles *stated = &sink->stated;
	bool is_first = page->passage != area->passage;

	page->is_used[l] = true;
	if (area->article != page->article && area->article != NPOS)
		alto_articles_begin_article(page, area->article);
	is_first = is_first || area->article != page->article;
	page->article = area->article;
	page->passage = area->passage;
	if (is_first)
		page->form->issue_line = NPOS;
	alto_lines_add(page->form, l);
	l = page->form->issue_line;
	if (area->article == NPOS)
		stated_articles_add_furniture(stated, area->role, l);
	else if (is_first)
		stated_articles_add(stated, area->role, l, 0);
	else
		stated_articles_extend(stated, l);
}

static struct range alto_articles_lines_of(const struct alto *alto,
                                           const struct mets_area *area)
{
	struct range lines = alto_find(alto, area->begin);

	if (area->end.len) {
		struct range last = alto_find(alto, area->end);

		if (last.end > lines.end)
			lines.end = last.end;
	}
	return lines;
}

/* Takes the letters and digits of `text` off the head of *title; false where that has
 * others. */
static bool alto_articles_take_words(struct str *title, struct str text)
{
	size_t at = 0, left = 0;

	while (at < text.len) {
		unsigned c = char_at(text, at, &at), of_title = 0;

		if (!uc_is_alnum(c))
			continue;
		while (left < title->len && !uc_is_alnum(of_title))
			of_title = char_at(*title, left, &left);
		if (of_title != c)
			return false;
	}
	*title = str_slice(*title, left, title->len);
	return true;
}

static bool alto_articles_has_words(struct str text)
{
	for (size_t at = 0; at < text.len;)
		if (uc_is_alnum(char_at(text, at, &at)))
			return true;
	return false;
}

/* The first areas of an article from area `first` on are its headline where they are its
 * title and no more. */
static void alto_articles_find_head(struct package_page *page, size_t first)
{
	struct mets_area *areas = page->mets->areas;
	struct mets_article *article =
		&page->mets->articles[areas[first].article];
	struct str title = article->title;
	size_t end = first;

	article->title = (struct str){ 0 };
	while (title.len && end < page->mets->area_count &&
	       areas[end].article == areas[first].article &&
	       str_equal(areas[end].file, areas[first].file)) {
		const struct alto *alto = &page->form->alto;
		struct range lines =
			alto_articles_lines_of(alto, &areas[end++]);

		for (size_t l = lines.start; l < lines.end; l++)
			if (!alto_articles_take_words(&title,
			                              alto->lines[l].text))
				return;
		if (alto_articles_has_words(title))
			continue;
		for (size_t i = first; i < end; i++)
			areas[i].role = ROLE_HEAD;
		return;
	}
}

/* The lines of an area that are of no area before it. */
static void alto_articles_add_area(struct package_page *page,
                                   const struct mets_area *area)
{
	const struct alto *alto = &page->form->alto;
	struct range lines = alto_articles_lines_of(alto, area);

	for (size_t l = lines.start; l < lines.end; l++)
		if (!page->is_used[l])
			alto_articles_add_stated(page, area, l);
}

/* The role of a line in an article, of those that placing a scan tells. */
static enum role alto_articles_role(enum placed_role placed)
{
	switch (placed) {
	case PLACED_HEAD:
		return ROLE_HEAD;
	case PLACED_SUBHEAD:
		return ROLE_SUBHEAD;
	case PLACED_FURNITURE:
		return ROLE_FURNITURE;
	default:
		return ROLE_BODY;
	}
}

/* Adds line `l` of the file, which METS has in no article, as its placement says. */
static void alto_articles_add_placed(struct package_page *page,
                                     const struct placement_line *placed,
                                     size_t l)
{
	bool is_new = page->placed != placed->article;
	struct mets_area area = { .article = NPOS,
		                  .passage = page->passage,
		                  .role = alto_articles_role(placed->role) };

	if (placed->article != NPOS) {
		area.article = page->mets->article_count;
		if (is_new)
			page->article = NPOS;
	}
	if (is_new || placed->begins)
		area.passage = page->passage == NPOS - 1 ? NPOS - 2 : NPOS - 1;
	page->placed = placed->article;
	alto_articles_add_stated(page, &area, l);
}

static void alto_articles_place(struct package_page *page,
                                const struct alto_scan *scan)
{
	struct placement placement;
	size_t *order;

	scan_place(&placement, &scan->page, &order);
	page->article = page->placed = NPOS;
	for (size_t i = 0; i < placement.line_count; i++)
		alto_articles_add_placed(page, &placement.lines[i],
		                         scan->from[order[i]]);
	placement_release(&placement);
	free(order);
}

/* The article of a line that begins or goes on a block: of its own number, or that of the line
 * before.  Lines of the margin are in none, and may stand before the first line of a block. */
static size_t alto_articles_of_block(const struct package_page *page,
                                     const struct scan_line *line,
                                     size_t number)
{
	if (line->in_margin)
		return NPOS;
	return line->begins_block || page->placed == NPOS ? number
	                                                  : page->placed;
}

/* Lines whose places are not known, or that are in no alphabet: each block is an article. */
static void alto_articles_add_blocks(struct package_page *page,
                                     const struct alto_scan *scan)
{
	page->article = page->placed = NPOS;
	for (size_t i = 0; i < scan->page.count; i++) {
		const struct scan_line *line = &scan->lines[i];

		alto_articles_add_placed(
			page,
			&(struct placement_line){
				.role = line->in_margin ? PLACED_FURNITURE
		                                        : PLACED_TEXT,
				.begins = line->begins_block,
				.article =
					alto_articles_of_block(page, line, i),
			},
			scan->from[i]);
	}
}

/* The lines that METS has in no article. */
static void alto_articles_add_rest(struct package_page *page)
{
	const struct alto *alto = &page->form->alto;
	struct alto_scan scan;
	bool is_told = false;

	alto_scan_init(&scan, alto, (struct range){ 0, alto->count },
	               page->is_used);
	for (size_t i = 0; i < scan.page.count; i++)
		is_told = is_told || !scan.lines[i].in_margin;
	if (scan_can_place(&scan.page) && scan.page.count)
		alto_articles_place(page, &scan);
	else
		alto_articles_add_blocks(page, &scan);
	if (is_told)
		line_sink_tell(page->form->sink, SINK_NOTE_NO_ARTICLE,
		               DIAG_NOTE,
		               _("Text that the library has put in no article "
		                 "stands in articles of its own, which are "
		                 "guessed."));
	alto_scan_release(&scan);
}

void alto_articles_add(struct alto_lines *form)
{
	struct line_sink *sink = form->sink;
	struct mets *mets = sink->mets;
	struct str file = mets->pages[sink->mets_page].id;
	struct package_page page = { .form = form,
		                     .mets = mets,
		                     .page = sink->issue->page_count - 1,
		                     .article = NPOS,
		                     .passage = NPOS };

	alto_lines_add_page(form, 1);
	page.is_used = mem_alloc(form->alto.count + 1);
	for (size_t i = 0; i < mets->area_count; i++) {
		const struct mets_area *area = &mets->areas[i];

		if (!str_equal(area->file, file))
			continue;
		if (area->article != NPOS &&
		    mets->articles[area->article].title.len)
			alto_articles_find_head(&page, i);
		alto_articles_add_area(&page, area);
	}
	alto_articles_add_rest(&page);
	free(page.is_used);
	sink->issue->pages[page.page].by_library = true;
}
