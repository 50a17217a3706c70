/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/placed_pages.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "issue/issue.h"
#include "load/input/line_sink.h"
#include "load/place/page_spread.h"
#include "load/place/page_turn.h"
#include "load/place/place_page.h"

#include <assert.h>

/* Shares of a page's characters from which something is told of it. */
#define UNKNOWN_SHARE .2
#define HIDDEN_SHARE  .9
/* The share of a page that a picture covers which is the page. */
#define PICTURE_SHARE .8

#define LABEL_CHARS 16 /* of the longest label that is one */

/* A step ends when so many characters have passed a stage of placing, which a usual page
 * takes two or three steps for; so many take as long as a labelled line. */
#define STEP_CHARS 60000
#define LINE_CHARS 8

static const struct {
	enum diag_level level;
	const char *text; /* with numbers of pages in the place of its %s */
} oddities[] = {
	[PAGE_LOST] = { DIAG_ERROR,
	                N_("Pages that are damaged and cannot be read: %s") },
	[PAGE_DAMAGED] = { DIAG_WARNING,
	                   N_("Pages that are damaged, and shown as far as they "
	                      "can be read: %s") },
	[PAGE_CUT] = { DIAG_WARNING,
	               N_("Pages that hold more than is read of a page: %s") },
	[PAGE_PICTURE] = { DIAG_ERROR,
	                   N_("Pages that are pictures, without text, which "
	                      "baolan-ocr can read: %s") },
	[PAGE_UNNAMED] = { DIAG_ERROR,
	                   N_("Pages whose fonts do not say which characters "
	                      "they draw, so that these are 〓: %s") },
	[PAGE_SCANNED] = { DIAG_NOTE,
	                   N_("Pages whose text is from a scan, recognised by a "
	                      "program: %s") },
	[PAGE_MADE_PLAIN] = { DIAG_NOTE,
	                      N_("Pages whose fonts name characters by radicals "
	                         "or forms of vertical text, which are given as "
	                         "usual ones: %s") },
};
_Static_assert(ARRAY_LEN(oddities) == PAGE_ODDITIES, "a row each");

void placed_pages_note(struct placed_pages *pages, enum page_oddity oddity,
                       size_t page)
{
	size_t n = pages->odd[oddity].count++;

	if (n < ODD_PAGES_NAMED)
		pages->odd[oddity].first[n] = page;
}

static void tell_of(struct placed_pages *pages, enum page_oddity oddity)
{
	size_t count = pages->odd[oddity].count;
	struct buf list;

	buf_init(&list);
	for (size_t i = 0; i < count && i < ODD_PAGES_NAMED; i++)
		buf_addf(&list, "%s%zu", i ? _(", ") : "",
		         pages->odd[oddity].first[i]);
	if (count > ODD_PAGES_NAMED)
		buf_addf(&list, " … (%zu)", count);
	if (count)
		diags_add(&pages->sink->issue->diags,
		          (struct diag){ .level = oddities[oddity].level,
		                         .page = pages->odd[oddity].first[0] },
		          _(oddities[oddity].text), list.ptr);
	buf_release(&list);
}

void placed_pages_end(struct placed_pages *pages)
{
	for (int i = 0; i < PAGE_ODDITIES; i++)
		tell_of(pages, (enum page_oddity)i);
}

static bool is_picture(const struct page_chars *page)
{
	float all = page->width_pt * page->height_pt;

	for (size_t i = 0; i < page->shape_count && !page->count; i++) {
		const struct page_box *box = &page->shapes[i].box;

		if (page->shapes[i].kind == SHAPE_PICTURE &&
		    (box->x1 - box->x0) * (box->y1 - box->y0) >
		            PICTURE_SHARE * all)
			return true;
	}
	return false;
}

/* The page is the last one of the issue. */
static void note_oddity(struct placed_pages *pages, bool odd,
                        enum page_oddity oddity)
{
	if (odd)
		placed_pages_note(pages, oddity,
		                  pages->sink->issue->page_count);
}

static void note_page(struct placed_pages *pages, const struct page_chars *page)
{
	bool lost = !(page->width_pt > 0);
	size_t unknown = 0, hidden = 0;

	for (size_t i = 0; i < page->count; i++) {
		unknown += page->chars[i].code == 0xfffd;
		hidden += page->chars[i].hidden;
	}
	note_oddity(pages, lost, PAGE_LOST);
	note_oddity(pages, page->is_damaged && !lost, PAGE_DAMAGED);
	note_oddity(pages, page->is_cut, PAGE_CUT);
	note_oddity(pages, is_picture(page), PAGE_PICTURE);
	note_oddity(pages,
	            (double)unknown > UNKNOWN_SHARE * (double)page->count,
	            PAGE_UNNAMED);
	note_oddity(pages, (double)hidden > HIDDEN_SHARE * (double)page->count,
	            PAGE_SCANNED);
	note_oddity(pages, page->is_made_plain, PAGE_MADE_PLAIN);
}

/* What the file calls the page, where that is more than its place in the file. */
static void name_page(struct line_sink *sink, const struct page_chars *page)
{
	struct issue *issue = sink->issue;
	struct page *named = &issue->pages[issue->page_count - 1];
	struct str label = str_trim(page->label);
	size_t number = 0;

	if (!label.len || utf8_count(label) > LABEL_CHARS)
		return;
	for (size_t i = 0; i < label.len && number != NPOS; i++)
		number = label.ptr[i] >= '0' && label.ptr[i] <= '9' && i < 4
		                 ? number * 10 + (size_t)(label.ptr[i] - '0')
		                 : NPOS;
	if (number == NPOS)
		named->label = issue_keep(issue, label);
	else if (number && number != page->number)
		named->number = number;
}

static void add_lines(struct line_sink *sink, const struct placement *placement)
{
	for (size_t i = 0; i < placement->line_count; i++) {
		const struct placement_line *line = &placement->lines[i];
		struct str text = issue_keep(sink->issue, line->text);

		line_sink_place(sink, line_sink_add(sink, text), &line->box);
		sink->number++;
	}
}

static void add_places(struct line_sink *sink,
                       const struct placement *placement)
{
	struct page_places *places = &sink->places;

	places->width_pt = placement->width_pt;
	places->height_pt = placement->height_pt;
	for (size_t i = 0; i < placement->mark_count; i++)
		page_places_add_mark(places, &placement->marks[i]);
}

static void begin_page(struct placed_pages *pages)
{
	if (pages->count++)
		line_sink_next_page(pages->sink);
}

/* Keeps what the open page is placed from, where it may have to be placed again. */
static void keep_page(struct placed_pages *pages)
{
	struct line_sink *sink = pages->sink;
	struct placed_from *from;

	if (!sink->may_bind ||
	    !sink->may_bind(sink->bind_of, sink->issue->page_count - 1))
		return;
	from = mem_alloc(sizeof *from);
	*from = (struct placed_from){ pages->page, sink->place_memory };
	page_chars_copy(&pages->page, &from->chars);
	pages->from = from;
}

/* The open page begins to be placed. */
static void open_page(struct placed_pages *pages)
{
	struct line_sink *sink = pages->sink;

	begin_page(pages);
	note_page(pages, &pages->page);
	name_page(sink, &pages->page);
	keep_page(pages);
	line_sink_name_sheet(sink, (struct page_sheet){ pages->page.number,
	                                                pages->is_right });
	pages->placer = page_placer_new(&pages->page, &sink->place_memory);
}

static void close_page(struct placed_pages *pages)
{
	struct line_sink *sink = pages->sink;
	struct placement placement;

	page_placer_take(pages->placer, &placement);
	page_placer_free(pages->placer);
	pages->placer = NULL;
	add_lines(sink, &placement);
	add_places(sink, &placement);
	if (placement.line_count) {
		page_placements_add(&sink->placements,
		                    sink->issue->page_count - 1, &placement,
		                    pages->from);
		pages->from = NULL;
	}
	placement_release(&placement);
	line_sink_end_page(sink);
	page_chars_release(&pages->page);
	placed_from_free(pages->from);
	pages->from = NULL;
}

void placed_pages_add(struct placed_pages *pages, struct page_chars *page)
{
	assert(!pages->placer);
	page_turn(page);
	pages->has_right = page_spread_cut(page, &pages->right);
	pages->page = *page;
	pages->is_right = false;
	open_page(pages);
}

bool placed_pages_step(struct placed_pages *pages)
{
	size_t work = 0;
	bool goes_on = true;

	if (!pages->placer)
		return false;
	while (goes_on && work < STEP_CHARS)
		goes_on = page_placer_step(pages->placer, &work);
	pages->sink->work += work / LINE_CHARS;
	if (goes_on)
		return true;
	close_page(pages);
	if (pages->has_right) {
		pages->has_right = false;
		pages->is_right = true;
		pages->page = pages->right;
		open_page(pages);
	}
	return pages->placer != NULL;
}

void placed_pages_release(struct placed_pages *pages)
{
	if (pages->placer)
		page_chars_release(&pages->page);
	if (pages->has_right)
		page_chars_release(&pages->right);
	page_placer_free(pages->placer);
	placed_from_free(pages->from);
	*pages = (struct placed_pages){ 0 };
}

void placed_pages_add_lost(struct placed_pages *pages)
{
	begin_page(pages);
	note_page(pages, &(struct page_chars){ 0 });
	line_sink_end_page(pages->sink);
}
