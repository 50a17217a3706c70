/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/sheet_marks.h"

#include "base/i18n.h"
#include "base/num.h"
#include "text/glyph.h"
#include "ui/view/outline.h"

/* What marks are drawn on. */
struct marks_window {
	const struct sheet *sheet;
	int top_row, left_col;
	struct canvas *canvas;
	struct area area;
};

static void draw_rule(const struct marks_window *window,
                      const struct rule *rule)
{
	unsigned back = rule->vertical ? LINE_UP : LINE_LEFT;
	unsigned forth = rule->vertical ? LINE_DOWN : LINE_RIGHT;
	int row = rule->row - window->top_row;
	int col = rule->col - window->left_col;

	/* Its ends do not go beyond what they meet. */
	for (int k = 0; k < rule->length; k++)
		outline_draw_cell(window->canvas, window->area,
		                  row + (rule->vertical ? k : 0),
		                  col + (rule->vertical ? 0 : k),
		                  (k > 0 || rule->length == 1 ? back : 0) |
		                          (k + 1 < rule->length ? forth : 0),
		                  rule->weight == RULE_HEAVY);
}

/* The part of the inside of a frame that is in the window, in cells of its area. */
static struct area frame_inside(const struct marks_window *window,
                                const struct frame *frame)
{
	int row = larger(0, frame->row - window->top_row + 1);
	int col = larger(0, frame->col - window->left_col + 1);
	int end_row = smaller(window->area.rows,
	                      frame->row + frame->rows - 1 - window->top_row);
	int end_col = smaller(window->area.cols,
	                      frame->col + frame->cols - 1 - window->left_col);

	return (struct area){ row, col, end_row - row, end_col - col };
}

/* Says in the middle of what is seen of a frame that a picture was printed there, if the
 * word has room. */
static void draw_picture_name(const struct marks_window *window,
                              const struct frame *frame)
{
	struct area room = frame_inside(window, frame);
	struct str name = str_from(_("picture"));
	int cols = text_cols(name, window->canvas->ambiguous_cols);

	if (room.rows > 0 && cols <= room.cols)
		canvas_text(
			window->canvas, window->area, room.row + room.rows / 2,
			room.col + (room.cols - cols) / 2, name, STYLE_HINT);
}

void sheet_marks_draw(const struct sheet *sheet, int top_row, int left_col,
                      struct canvas *canvas, struct area area)
{
	const struct marks_window window = { sheet, top_row, left_col, canvas,
		                             area };

	for (size_t i = 0; i < sheet->rule_count; i++)
		draw_rule(&window, &sheet->rules[i]);
	for (size_t i = 0; i < sheet->frame_count; i++) {
		const struct frame *frame = &sheet->frames[i];

		outline_draw(canvas, area,
		             (struct area){ frame->row - top_row,
		                            frame->col - left_col, frame->rows,
		                            frame->cols });
		if (frame->is_picture)
			draw_picture_name(&window, frame);
	}
}
