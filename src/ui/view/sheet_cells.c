/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/sheet_cells.h"

#include "issue/issue.h"
#include "text/letter_space.h"
#include "text/upright.h"

size_t sheet_cells_first(const struct sheet_view *view,
                         const struct reading *reading)
{
	size_t focus = sheet_view_focus(view, reading);

	for (size_t i = 0; focus != NPOS && i < view->sheet.slug_count; i++) {
		struct sheet_view after = *view;
		const struct slug *slug = &view->sheet.slugs[i];

		if (slug->row < view->top_row ||
		    slug->row >= view->top_row + view->window_rows)
			continue;
		sheet_view_follow(&after, slug);
		if (after.top_row == view->top_row &&
		    after.left_col == view->left_col)
			return i;
	}
	return focus;
}

/* The end of the character at byte `at` of a line, and the cells that it takes in the
 * direction of the line. */
static size_t sheet_cells_next(const struct slug *slug, struct str text,
                               size_t at, int ambiguous_cols, int *cells)
{
	struct glyph glyph;

	if (slug->upright) {
		*cells = 1;
		return upright_next(text, at);
	}
	glyph = glyph_next(text, at, ambiguous_cols);
	*cells = glyph.cols +
	         (slug->spaced && glyph.end < slug->end &&
	          letter_space_follows(text, &glyph, ambiguous_cols));
	return glyph.end;
}

int sheet_cells_behind(const struct sheet_view *view,
                       const struct reading *reading, size_t slug,
                       struct place place)
{
	const struct slug *line = &view->sheet.slugs[slug];
	struct str text = reading->issue->passages[line->passage].text;
	int behind = 0, cells;

	for (size_t at = line->start; at < place.at && at < line->end;
	     behind += cells)
		at = sheet_cells_next(line, text, at, reading->ambiguous_cols,
		                      &cells);
	return behind;
}

struct place sheet_cells_place(const struct sheet_view *view,
                               const struct reading *reading, size_t slug,
                               int behind)
{
	const struct slug *line = &view->sheet.slugs[slug];
	struct str text = reading->issue->passages[line->passage].text;
	struct place place = { line->passage, line->start };
	int cells;

	while (place.at < line->end) {
		size_t end = sheet_cells_next(line, text, place.at,
		                              reading->ambiguous_cols, &cells);

		behind -= cells;
		if (behind < 0 || end >= line->end)
			break;
		place.at = end;
	}
	return place;
}

bool sheet_cells_of(const struct sheet_view *view,
                    const struct reading *reading, struct place place, int *row,
                    int *col)
{
	size_t slug =
		view->made ? sheet_find(&view->sheet, place.passage, place.at)
			   : NPOS;
	const struct slug *line;
	int behind;

	if (slug == NPOS)
		return false;
	line = &view->sheet.slugs[slug];
	behind = sheet_cells_behind(view, reading, slug, place);
	*row = line->row - view->top_row + (line->upright ? behind : 0);
	*col = sheet_view_col(view, line, view->window_cols) - view->left_col +
	       (line->upright ? 0 : behind);
	return true;
}
