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

struct wrap_line facsimile_piece(const struct facsimile *plan,
                                 const struct page_line *item, bool upright,
                                 size_t start, int room)
{
	struct range rest = { start, item->bytes.end };
	int length = facsimile_bytes_length(plan, item->passage, rest, upright);
	struct wrap wrap;

	if (!upright)
		room = page_line_text_cols(plan->page_lines, item, room);
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

	if (line->length <= room)
		return 1;
	for (size_t i = line->items.start; i < line->items.end; i++) {
		const struct page_line *item = plan->page_lines->by_line[i];

		for (size_t at = item->bytes.start; at < item->bytes.end;
		     rows++)
			at = facsimile_piece(plan, item, upright, at, room)
			             .next;
	}
	return larger(rows, 1);
}
