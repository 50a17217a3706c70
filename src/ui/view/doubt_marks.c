/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/doubt_marks.h"

#include "issue/parts.h"

void doubt_marks_draw(struct canvas *canvas, struct area area,
                      const struct issue *issue, size_t article,
                      const struct sheet *sheet, int top_row, int left_col)
{
	for (; article != NPOS; article = parts_next(issue, article)) {
		const struct article *part = &issue->articles[article];

		for (size_t i = 0; i < part->note_count; i++) {
			const struct slug *slug;
			size_t passage, byte, at;

			if (!issue_note_at(issue, article, &part->notes[i],
			                   &passage, &byte))
				continue;
			at = sheet_find(sheet, passage, byte);
			if (at == NPOS)
				continue;
			slug = &sheet->slugs[at];
			canvas_text(canvas, area, slug->row - top_row,
			            sheet->strips[slug->strip].col - left_col,
			            STR("?"), STYLE_SMALL);
		}
	}
}
