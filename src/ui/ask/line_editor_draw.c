/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/line_editor.h"

#include "base/num.h"

/* A field of so many cells has room for the beginning of a text in one of three parts. */
#define HEAD_FROM_COLS 24
#define HEAD_SHARE     3

static size_t next_at(const struct line_editor *prompt, size_t at)
{
	return at < prompt->text.len
	               ? glyph_next(buf_str(&prompt->text), at, 1).end
	               : at;
}

/* The part of the text that is shown; marks stand for the parts that are not. */
struct sight {
	struct range bytes;
	bool marked;
};

static int mark_cols(int ambiguous_cols)
{
	return char_cols(0x2026, ambiguous_cols);
}

/* Cells that the character at the cursor needs, or the place behind the text,
 * with the mark of what comes after it. */
static int cursor_cols(const struct line_editor *prompt, int ambiguous_cols)
{
	size_t next = next_at(prompt, prompt->cursor);
	int cols = larger(1, text_cols_between(buf_str(&prompt->text),
	                                       prompt->cursor, next,
	                                       ambiguous_cols));

	return cols + (next < prompt->text.len ? mark_cols(ambiguous_cols) : 0);
}

/* Chooses the part to show: as much before the cursor as leaves the cursor in sight,
 * then as much behind it as there is room for.
 * A field too small for marks shows what is at the cursor alone. */
static struct sight find_sight(const struct line_editor *prompt, int cols,
                               int ambiguous_cols)
{
	const int mark = mark_cols(ambiguous_cols);
	struct str text = buf_str(&prompt->text);
	int need = cursor_cols(prompt, ambiguous_cols) +
	           text_cols_between(text, 0, prompt->cursor, ambiguous_cols);
	struct sight sight = { .marked = true };
	size_t at = 0, next;

	for (; at < prompt->cursor && need + (at ? mark : 0) > cols;
	     at = next) {
		next = next_at(prompt, at);
		need -= text_cols_between(text, at, next, ambiguous_cols);
	}
	sight.marked = need + (at ? mark : 0) <= cols;
	sight.bytes = (struct range){ at, text.len };
	if (at && sight.marked)
		cols -= mark;
	if (text_cols_between(text, at, text.len, ambiguous_cols) <= cols)
		return sight;
	if (sight.marked)
		cols -= mark;
	for (; at < text.len && cols >= 0; at = next) {
		next = next_at(prompt, at);
		cols -= text_cols_between(text, at, next, ambiguous_cols);
		sight.bytes.end = cols < 0 ? at : next;
	}
	return sight;
}

/* Where the cursor is at the end of a text that is too long, its beginning is seen, too:
 * of a path that is its folder.  Draws it, and gives it up of the field. */
static void draw_head(const struct line_editor *prompt, struct canvas *canvas,
                      struct area *field)
{
	const struct str text = buf_str(&prompt->text);
	struct range head = { 0, 0 };
	int cols;

	if (field->cols < HEAD_FROM_COLS || prompt->cursor < text.len ||
	    text_cols(text, canvas->ambiguous_cols) < field->cols)
		return;
	head.end = text_fit(text, field->cols / HEAD_SHARE,
	                    canvas->ambiguous_cols);
	cols = canvas_range(canvas, *field, 0, 0, text, head, STYLE_TEXT);
	field->col += cols;
	field->cols -= cols;
}

static void draw_field(const struct line_editor *prompt, struct canvas *canvas,
                       struct area field)
{
	const int ambiguous_cols = canvas->ambiguous_cols;
	const struct str text = buf_str(&prompt->text);
	struct sight sight = find_sight(prompt, field.cols, ambiguous_cols);
	int col = 0;

	if (sight.marked && sight.bytes.start)
		col = canvas_text(canvas, field, 0, 0, STR("…"), STYLE_KEY);
	canvas_edit_cursor(canvas, field, 0,
	                   col + text_cols_between(text, sight.bytes.start,
	                                           prompt->cursor,
	                                           ambiguous_cols));
	col += canvas_range(canvas, field, 0, col, text, sight.bytes,
	                    STYLE_TEXT);
	if (sight.marked && sight.bytes.end < text.len)
		canvas_text(canvas, field, 0, col, STR("…"), STYLE_KEY);
}

/* A label that has no room is cut without a mark, which would stand beside that of the
 * text.  Returns its cells. */
static int draw_label(struct canvas *canvas, struct area area, struct str label)
{
	const int most_cols = area.cols * 3 / 5;
	size_t fit = text_fit(label, most_cols, canvas->ambiguous_cols);
	int cols;

	if (fit < label.len)
		fit = text_fit(label, most_cols - 1, canvas->ambiguous_cols);
	cols = canvas_text(canvas, area, 0, 0, str_slice(label, 0, fit),
	                   STYLE_KEY);
	return cols + (fit < label.len);
}

/* Is all that is typed seen beside `used_cols` of `cols`, or does it have two fifths of
 * them? */
static bool leaves_room(const struct line_editor *prompt, int cols,
                        int used_cols, int ambiguous_cols)
{
	/* A gap, and the cursor behind the text. */
	const int typed_cols =
		text_cols(buf_str(&prompt->text), ambiguous_cols) + 2;

	return used_cols < cols - cols * 2 / 5 ||
	       used_cols + typed_cols <= cols;
}

void line_editor_draw(const struct line_editor *prompt, struct canvas *canvas,
                      struct area area, struct str label, struct str aside)
{
	int ambiguous_cols = canvas->ambiguous_cols;
	int aside_cols = text_cols(aside, ambiguous_cols);
	struct area field = area;

	if (leaves_room(prompt, area.cols,
	                aside_cols + text_cols(label, ambiguous_cols),
	                ambiguous_cols))
		canvas_text(canvas, area, 0, area.cols - aside_cols, aside,
		            STYLE_HINT);
	else
		aside_cols = 0;
	field.col += draw_label(canvas, area, label);
	field.cols = area.col + area.cols - field.col - aside_cols -
	             (aside_cols > 0);
	draw_head(prompt, canvas, &field);
	draw_field(prompt, canvas, field);
}
