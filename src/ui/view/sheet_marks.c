/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/sheet_marks.h"

#include "base/i18n.h"
#include "base/num.h"
#include "text/glyph.h"
#include "ui/view/outline.h"

#include <math.h>

/* What marks are drawn on. */
struct marks_window {
	const struct page_pictures *pictures;
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

/* The rectangle of the picture in a frame: as large as it can be, in the middle, in the
 * proportions of the picture.  A half of a cell is about as high as wide. */
static struct area picture_area(const struct frame *frame)
{
	double aspect = (double)frame->mark->width_pt / frame->mark->height_pt;
	int cols = larger(
		1, smaller(frame->cols, (int)lround(frame->rows * 2 * aspect)));
	int rows = larger(
		1, smaller(frame->rows, (int)lround(frame->cols / aspect / 2)));

	return (struct area){ frame->row + (frame->rows - rows) / 2,
		              frame->col + (frame->cols - cols) / 2, rows,
		              cols };
}

/* Draws a picture in blocks of half a cell. */
static void draw_blocks(const struct marks_window *window,
                        const struct frame *frame, const struct pixels *pixels)
{
	struct area room = picture_area(frame);
	double width = 1. / room.cols, height = 1. / room.rows;

	for (int row = 0; row < room.rows; row++)
		for (int col = 0; col < room.cols; col++) {
			double x = col * width, y = row * height;

			canvas_block(window->canvas, window->area,
			             room.row + row - window->top_row,
			             room.col + col - window->left_col,
			             pixels_mean(pixels, x, x + width, y,
			                         y + height / 2),
			             pixels_mean(pixels, x, x + width,
			                         y + height / 2, y + height));
		}
}

/* What is known of the picture in a frame, or NULL. */
static const struct pixels *frame_pixels(const struct marks_window *window,
                                         const struct frame *frame)
{
	const struct page_mark *mark = frame->mark;
	const struct picture *picture =
		mark && window->pictures
			? page_pictures_at(window->pictures, mark->left_pt,
	                                   mark->top_pt, mark->width_pt,
	                                   mark->height_pt)
			: NULL;

	return picture ? &picture->pixels : NULL;
}

static void draw_frame(const struct marks_window *window,
                       const struct frame *frame)
{
	const struct pixels *pixels = frame_pixels(window, frame);

	if (pixels) {
		draw_blocks(window, frame, pixels);
		return;
	}
	outline_draw(window->canvas, window->area,
	             (struct area){ frame->row - window->top_row,
	                            frame->col - window->left_col, frame->rows,
	                            frame->cols });
	if (frame->is_picture)
		draw_picture_name(window, frame);
}

void sheet_marks_draw(const struct sheet *sheet,
                      const struct page_pictures *pictures, int top_row,
                      int left_col, struct canvas *canvas, struct area area)
{
	const struct marks_window window = { pictures, top_row, left_col,
		                             canvas, area };

	for (size_t i = 0; i < sheet->rule_count; i++)
		draw_rule(&window, &sheet->rules[i]);
	for (size_t i = 0; i < sheet->frame_count; i++)
		draw_frame(&window, &sheet->frames[i]);
}
