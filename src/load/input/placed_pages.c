/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/placed_pages.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "issue/issue.h"
#include "load/input/line_sink.h"
#include "load/place/page_spread.h"
#include "load/place/page_turn.h"
#include "load/place/place_page.h"

/* Shares of a page's characters from which something is told of it. */
#define UNKNOWN_SHARE .2
#define HIDDEN_SHARE  .9
/* The share of a page that a picture covers which is the page. */
#define PICTURE_SHARE .8

#define LABEL_CHARS 16 /* of the longest label that is one */

static void tell(struct line_sink *sink, enum diag_level level,
                 const char *text)
{
	diags_add(&sink->issue->diags,
	          (struct diag){ .level = level,
	                         .page = sink->issue->page_count },
	          "%s", text);
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

static void tell_of_characters(struct line_sink *sink,
                               const struct page_chars *page)
{
	size_t unknown = 0, hidden = 0;

	for (size_t i = 0; i < page->count; i++) {
		unknown += page->chars[i].code == 0xfffd;
		hidden += page->chars[i].hidden;
	}
	if ((double)unknown > UNKNOWN_SHARE * (double)page->count)
		tell(sink, DIAG_WARNING,
		     _("The fonts of this page do not say which characters "
		       "they draw; these are shown as U+FFFD."));
	if ((double)hidden > HIDDEN_SHARE * (double)page->count)
		tell(sink, DIAG_NOTE,
		     _("The text of this page is from a scan: a program has "
		       "recognised it."));
}

static void tell_of_page(struct line_sink *sink, const struct page_chars *page)
{
	if (!(page->width_pt > 0))
		tell(sink, DIAG_ERROR,
		     _("This page is damaged and cannot be read."));
	else if (page->is_damaged)
		tell(sink, DIAG_WARNING, placed_pages_damage());
	if (page->is_cut)
		tell(sink, DIAG_WARNING,
		     _("This page holds more than is read of a page; the rest "
		       "of it is missing."));
	if (is_picture(page))
		tell(sink, DIAG_WARNING,
		     _("This page is a picture, without text: baolan-ocr can "
		       "read it."));
	if (page->is_made_plain)
		line_sink_tell(sink, SINK_NOTE_MADE_PLAIN, DIAG_NOTE,
		               _("Characters that the fonts name by radicals "
		                 "or forms of vertical text are given as "
		                 "usual ones."));
	tell_of_characters(sink, page);
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

static void add_page(struct placed_pages *pages, struct page_chars *page)
{
	struct line_sink *sink = pages->sink;
	struct placement placement;

	begin_page(pages);
	tell_of_page(sink, page);
	name_page(sink, page);
	place_page(&placement, page, &sink->indents);
	add_lines(sink, &placement);
	add_places(sink, &placement);
	if (placement.line_count)
		page_placements_add(&sink->placements,
		                    sink->issue->page_count - 1, &placement);
	placement_release(&placement);
}

void placed_pages_add(struct placed_pages *pages, struct page_chars *page)
{
	struct page_chars right;

	page_turn(page);
	if (page_spread_cut(page, &right)) {
		add_page(pages, page);
		add_page(pages, &right);
		page_chars_release(&right);
	} else {
		add_page(pages, page);
	}
}

void placed_pages_add_lost(struct placed_pages *pages)
{
	begin_page(pages);
	tell_of_page(pages->sink, &(struct page_chars){ 0 });
}

const char *placed_pages_damage(void)
{
	return _("This page is damaged: what could be read of it is shown.");
}
