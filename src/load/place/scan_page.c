/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/scan_page.h"

#include "load/lines/char_class.h"
#include "load/place/place_weights.h"
#include "load/place/scan_labels.h"
#include "load/place/scan_measure.h"
#include "load/place/scan_paragraphs.h"
#include "load/place/scan_signs.h"

#include <stdlib.h>

bool scan_can_place(const struct scan_page *page)
{
	size_t placed = 0, latin = 0;

	for (size_t i = 0; i < page->count; i++) {
		const struct scan_line *line = &page->lines[i];

		placed += line->box.width_pt > 0 && !line->box.vertical;
		latin += !char_is_cjk(char_first(line->text)) &&
		         !char_is_cjk(char_last(line->text));
	}
	return (float)placed > SCAN_PLACED * (float)page->count &&
	       (float)latin > SCAN_PLACED * (float)page->count;
}

/* A page on its way into its placement. */
struct scan_writer {
	struct placement *placement;
	const struct scan_page *page;
	struct scan_measures measures;
	const struct scan_labelled *labelled;
	struct scan_habits habits;
	size_t *order;
	size_t before; /* the line added last, of the article; NPOS: none */
	bool has_text; /* the article has text so far */
	size_t column; /* of its text */
};

/* Does a head line begin another part of the headline, in other type or set apart? */
static bool scan_begins_head(const struct scan_writer *writer, size_t line)
{
	const struct line_box *box = &writer->page->lines[line].box;
	const struct line_box *before;

	if (writer->before == NPOS)
		return true;
	before = &writer->page->lines[writer->before].box;
	return writer->measures.items[line].gap > SCAN_GAP_MUCH ||
	       box->em_pt > SCAN_HEAD_TYPE * before->em_pt ||
	       before->em_pt > SCAN_HEAD_TYPE * box->em_pt;
}

static enum placed_role scan_role_of(const struct scan_writer *writer,
                                     size_t line)
{
	switch (writer->labelled[line].label) {
	case SCAN_FURNITURE:
		return PLACED_FURNITURE;
	case SCAN_HEAD:
	case SCAN_HEAD_MORE:
		return writer->has_text ? PLACED_SUBHEAD : PLACED_HEAD;
	default:
		return PLACED_TEXT;
	}
}

static bool scan_begins_part(const struct scan_writer *writer, size_t line,
                             enum placed_role role)
{
	const struct placement *placement = writer->placement;

	if (role == PLACED_FURNITURE || writer->before == NPOS ||
	    placement->lines[placement->line_count - 1].role != role)
		return true;
	if (role != PLACED_TEXT)
		return scan_begins_head(writer, line);
	return scan_paragraph_begins(writer->page, &writer->measures,
	                             writer->habits, writer->before, line);
}

static void scan_add_line(struct scan_writer *writer, size_t line,
                          size_t article)
{
	struct placement *placement = writer->placement;
	const struct scan_line *from = &writer->page->lines[line];
	enum placed_role role = scan_role_of(writer, line);
	bool begins = scan_begins_part(writer, line, role);
	size_t index = placement->line_count;

	if (writer->has_text && writer->measures.items[line].begins_column)
		writer->column++;
	writer->has_text = writer->has_text || role == PLACED_TEXT;
	writer->order[index] = line;
	*ARRAY_ADD(placement->lines, placement->line_count,
	           placement->line_cap) = (struct placement_line){
		.text = { arena_copy_text(&placement->arena, from->text.ptr,
		                          from->text.len),
		          from->text.len },
		.box = from->box,
		.role = role,
		.begins = begins,
		.article = article,
		.column = role == PLACED_TEXT || role == PLACED_SUBHEAD
		                  ? writer->column
		                  : NPOS,
		.line = index,
		.source = index,
	};
	writer->before = line;
}

static bool scan_is_furniture(const struct scan_writer *writer, size_t line)
{
	return writer->labelled[line].label == SCAN_FURNITURE;
}

/* Adds lines [from, to) that are furniture. */
static void scan_add_furniture(struct scan_writer *writer, size_t from,
                               size_t to)
{
	writer->before = NPOS;
	writer->has_text = false;
	for (size_t i = from; i < to; i++)
		if (scan_is_furniture(writer, i))
			scan_add_line(writer, i, NPOS);
}

/* The end of the article that begins with line `first`. */
static size_t scan_article_end(const struct scan_writer *writer, size_t first)
{
	size_t end = first + 1;

	while (end < writer->page->count &&
	       writer->labelled[end].label != SCAN_HEAD &&
	       writer->labelled[end].label != SCAN_BEGINS)
		end++;
	return end;
}

static void scan_add_article(struct scan_writer *writer, size_t first,
                             size_t end, bool is_first)
{
	struct placement *placement = writer->placement;
	size_t start = placement->line_count;

	writer->before = NPOS;
	writer->has_text = false;
	writer->column = 0;
	for (size_t i = first; i < end; i++)
		if (!scan_is_furniture(writer, i))
			scan_add_line(writer, i, placement->article_count);
	*ARRAY_ADD(placement->articles, placement->article_count,
	           placement->article_cap) = (struct placement_article){
		.lines = { start, placement->line_count },
		.margin = -1,
		.unsure = NPOS,
		.begin_margin = is_first ? 0 : writer->labelled[first].margin,
	};
}

/* Furniture stands before the articles where it does on the page, else behind them. */
static void scan_add_lines(struct scan_writer *writer)
{
	size_t count = writer->page->count, first = 0;

	while (first < count && scan_is_furniture(writer, first))
		first++;
	scan_add_furniture(writer, 0, first);
	for (size_t i = first, end; i < count; i = end) {
		end = scan_article_end(writer, i);
		scan_add_article(writer, i, end, i == first);
	}
	scan_add_furniture(writer, first, count);
}

void scan_place(struct placement *placement, const struct scan_page *page,
                size_t **order)
{
	struct scan_writer writer = { .placement = placement, .page = page };
	struct scan_labelled *labelled;
	float *signs;

	placement_init(placement);
	placement->width_pt = page->width_pt;
	placement->height_pt = page->height_pt;
	placement->is_scan = true;
	scan_measures_init(&writer.measures, page);
	signs = scan_signs(page, &writer.measures);
	labelled = scan_label(page, signs);
	writer.labelled = labelled;
	writer.habits = scan_habits_of(page, &writer.measures);
	writer.order = mem_alloc((page->count + 1) * sizeof *writer.order);
	scan_add_lines(&writer);
	*order = writer.order;
	free(labelled);
	free(signs);
	scan_measures_release(&writer.measures);
}
