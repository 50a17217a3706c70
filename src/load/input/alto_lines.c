/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/alto_lines.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/line_sink.h"

/* Says how sure the words of line `l` of the file are, which is the last one added. */
static void alto_lines_add_sureness(const struct alto_lines *form, size_t l)
{
	const struct alto *alto = &form->alto;
	size_t i;

	if (alto->lines[l].sureness == SURENESS_UNKNOWN)
		return;
	line_sink_set_sureness(form->sink, form->issue_line,
	                       alto->lines[l].sureness);
	ARRAY_FIND(i, alto->unsure_count, alto->unsure[i].line < l);
	for (; i < alto->unsure_count && alto->unsure[i].line == l; i++)
		line_sink_add_unsure(
			form->sink,
			(struct unsure_word){ (uint32_t)form->issue_line,
		                              (uint32_t)alto->unsure[i].start,
		                              (uint32_t)alto->unsure[i].end });
}

void alto_lines_add(struct alto_lines *form, size_t l)
{
	struct line_sink *sink = form->sink;
	struct issue *issue = sink->issue;
	const struct alto_line *line = &form->alto.lines[l];
	enum line_join join;

	if (form->issue_line != NPOS && line->begins_in_word) {
		join = form->alto.lines[form->alto_line].join;
		if (join && line->join_before)
			join = line->join_before;
		issue->lines[form->issue_line].join = join;
	}
	form->issue_line = line_sink_add(sink, issue_keep(issue, line->text));
	line_sink_place(sink, form->issue_line, &line->box);
	alto_lines_add_sureness(form, l);
	form->alto_line = l;
	sink->number++;
}

void alto_lines_add_page(struct alto_lines *form, size_t page)
{
	const struct alto_places *from = &form->alto.places;
	struct page_places *to = &form->sink->places;

	if (!page || page > from->page_count)
		return;
	to->width_pt = from->pages[page - 1].width_pt;
	to->height_pt = from->pages[page - 1].height_pt;
	for (size_t m = 0; m < from->mark_count; m++)
		if (from->marks[m].page == page)
			page_places_add_mark(to, &from->marks[m].mark);
}
