/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/prompt.h"

#include "base/mem.h"
#include "text/neutralise.h"
#include "ui/event.h"

#include <string.h>

#define TEXT_MAX_BYTES 4096

void prompt_init(struct prompt *prompt)
{
	*prompt = (struct prompt){ 0 };
	buf_init(&prompt->text);
}

void prompt_release(struct prompt *prompt)
{
	buf_release(&prompt->text);
}

void prompt_set(struct prompt *prompt, struct str text)
{
	buf_clear(&prompt->text);
	buf_add(&prompt->text, text);
	prompt->cursor = prompt->text.len;
}

static size_t next_at(const struct prompt *prompt, size_t at)
{
	return at < prompt->text.len
	               ? glyph_next(buf_str(&prompt->text), at, 1).end
	               : at;
}

static size_t prev_at(const struct prompt *prompt, size_t at)
{
	size_t before = 0;

	for (size_t i = 0; i < at; i = next_at(prompt, i))
		before = i;
	return before;
}

static void splice(struct prompt *prompt, size_t start, size_t end,
                   struct str with)
{
	struct str old = buf_str(&prompt->text);
	struct buf text;

	buf_init(&text);
	buf_add(&text, str_slice(old, 0, start));
	buf_add(&text, with);
	buf_add(&text, str_slice(old, end, old.len));
	buf_release(&prompt->text);
	prompt->text = text;
	prompt->cursor = start + with.len;
}

static enum prompt_result insert(struct prompt *prompt, uint32_t c)
{
	struct buf bytes;

	if (c >= PRESS_FIRST || char_is_hostile(c) ||
	    prompt->text.len >= TEXT_MAX_BYTES)
		return PROMPT_IGNORED;
	buf_init(&bytes);
	buf_add_uc(&bytes, c);
	splice(prompt, prompt->cursor, prompt->cursor, buf_str(&bytes));
	buf_release(&bytes);
	return PROMPT_EDITED;
}

static enum prompt_result move(struct prompt *prompt, size_t to)
{
	prompt->cursor = to;
	return PROMPT_MOVED;
}

static enum prompt_result cut(struct prompt *prompt, size_t start, size_t end)
{
	splice(prompt, start, end, (struct str){ 0 });
	return PROMPT_EDITED;
}

enum prompt_result prompt_key(struct prompt *prompt, uint32_t key)
{
	size_t cursor = prompt->cursor;

	switch (key) {
	case PRESS_ENTER:
		return PROMPT_ACCEPTED;
	case PRESS_ESC:
		return PROMPT_LEFT;
	case PRESS_LEFT:
	case PRESS_CTRL('B'):
		return move(prompt, prev_at(prompt, cursor));
	case PRESS_RIGHT:
	case PRESS_CTRL('F'):
		return move(prompt, next_at(prompt, cursor));
	case PRESS_HOME:
	case PRESS_CTRL('A'):
		return move(prompt, 0);
	case PRESS_END:
	case PRESS_CTRL('E'):
		return move(prompt, prompt->text.len);
	case PRESS_BACKSPACE:
		return cut(prompt, prev_at(prompt, cursor), cursor);
	case PRESS_DELETE:
	case PRESS_CTRL('D'):
		return cut(prompt, cursor, next_at(prompt, cursor));
	case PRESS_CTRL('U'):
		return cut(prompt, 0, cursor);
	case PRESS_CTRL('K'):
		return cut(prompt, cursor, prompt->text.len);
	default:
		return insert(prompt, key);
	}
}

/* The first byte to show so that the cursor is in sight, a character beyond the
 * mark of what is not. */
static size_t first_shown(const struct prompt *prompt, int cols,
                          int ambiguous_cols)
{
	struct str text = buf_str(&prompt->text);
	size_t first = 0;

	while (first < prompt->cursor &&
	       text_cols_between(text, first, prompt->cursor, ambiguous_cols) >=
	               cols - 1)
		first = next_at(prompt, first);
	return first;
}

void prompt_draw(const struct prompt *prompt, struct canvas *canvas,
                 struct area area, struct str label, struct str aside)
{
	int ambiguous_cols = canvas->ambiguous_cols;
	struct str text = buf_str(&prompt->text);
	const int ellipsis_cols = char_cols(0x2026, ambiguous_cols);
	int aside_cols = text_cols(aside, ambiguous_cols);
	struct area field = area;
	size_t first;

	if (aside_cols + text_cols(label, ambiguous_cols) < area.cols / 2)
		canvas_text(canvas, area, 0, area.cols - aside_cols, aside,
		            STYLE_HINT);
	else
		aside_cols = 0;
	field.col +=
		canvas_fit(canvas, area, 0, 0, area.cols / 2, label, STYLE_KEY);
	field.cols = area.col + area.cols - field.col - aside_cols -
	             (aside_cols > 0);
	first = first_shown(prompt, field.cols, ambiguous_cols);
	canvas_range(canvas, field, 0, 0, text,
	             (struct range){ first, text.len }, STYLE_TEXT);
	if (first)
		canvas_text(canvas, field, 0, 0, STR("…"), STYLE_KEY);
	if (text_cols_between(text, first, text.len, ambiguous_cols) >
	    field.cols)
		canvas_text(canvas, field, 0, field.cols - ellipsis_cols,
		            STR("…"), STYLE_KEY);
	canvas_cursor(
		canvas, field, 0,
		text_cols_between(text, first, prompt->cursor, ambiguous_cols));
}
