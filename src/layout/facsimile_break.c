/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_break.h"

#include "base/num.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"
#include "text/glyph.h"
#include "text/upright.h"

#define LINE_COLS  80 /* 40 em: no printed column is wider */
#define LEAST_ROWS 6  /* of an upright line */

/* A text of more bytes has no room for sure, or what is broken off is all of it. */
#define BYTES_A_CELL 16

int facsimile_line_most(const struct facsimile *plan,
                        const struct facsimile_block *block)
{
	if (facsimile_is_upright(plan, block))
		return larger(LEAST_ROWS, plan->window_rows - 1);
	return larger(plan->page_lines->glyph_cols,
	              smaller(LINE_COLS, plan->window_cols));
}

/* The length of bytes of a passage along an upright line, or along one that is not. */
static int facsimile_bytes_length(const struct facsimile *plan, size_t passage,
                                  struct range bytes, bool upright)
{
	const struct sheet *sheet = plan->page_lines->sheet;
	struct str text = sheet->issue->passages[passage].text;

	return upright ? upright_rows(text, bytes.start, bytes.end)
	               : text_cols_between(text, bytes.start, bytes.end,
	                                   sheet->ambiguous_cols);
}

int facsimile_piece_room(const struct facsimile_line *line, int row, int room)
{
	return line->is_joined && !row ? room - line->indent_cells : room;
}

struct wrap_line facsimile_piece(const struct facsimile *plan,
                                 const struct page_line *item, bool upright,
                                 size_t start, int room)
{
	struct range rest = { start, item->bytes.end };
	int length = room + 1;
	struct wrap wrap;

	if (!upright)
		room = page_line_text_cols(plan->page_lines, item, room);
	if (rest.end - rest.start <= (size_t)room * BYTES_A_CELL)
		length = facsimile_bytes_length(plan, item->passage, rest,
		                                upright);
	if (length <= room)
		return (struct wrap_line){ start, rest.end, rest.end, length };
	wrap = wrap_before(page_lines_wrap(plan->page_lines, item->passage),
	                   rest.end);
	return upright ? upright_line(&wrap, start, room, 0)
	               : wrap_line(&wrap, start, room, 0);
}

int facsimile_count_rows(const struct facsimile *plan,
                         const struct facsimile_line *line, int room)
{
	bool upright = line->box.vertical;
	int rows = 0;

	if (line->length <= room - (line->is_joined ? line->indent_cells : 0))
		return 1;
	for (size_t i = line->items.start; i < line->items.end; i++) {
		const struct page_line *item = plan->page_lines->by_line[i];

		for (size_t at = item->bytes.start; at < item->bytes.end;
		     rows++)
			at = facsimile_piece(
				     plan, item, upright, at,
				     facsimile_piece_room(line, rows, room))
			             .next;
	}
	return larger(rows, 1);
}

int facsimile_balanced_room(const struct facsimile *plan,
                            const struct facsimile_line *line, int room)
{
	int rows = facsimile_count_rows(plan, line, room);
	int low = plan->page_lines->glyph_cols, high = room;

	while (rows > 1 && low < high) {
		int mid = (low + high) / 2;

		if (facsimile_count_rows(plan, line, mid) > rows)
			low = mid + 1;
		else
			high = mid;
	}
	return high;
}
