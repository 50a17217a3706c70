/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "base/num.h"
#include "base/utf8.h"
#include "text/glyph.h"
#include "ui/ask/line_editor.h"
#include "ui/ask/line_history.h"
#include "ui/term/event.h"

#include <stdlib.h>

/*
 * The editor of a line of input gets any keys.  What a key may do to a line follows from
 * its kind alone: it moves, puts something in, or takes something out, at the cursor.
 */

#define KEYS_MOST  200
#define BYTES_MOST 256 /* of a line, which ^Y makes twice as long */

/* A line before a key. */
struct before {
	struct buf text, cut;
	size_t cursor;
};

static char *wrong_key(const char *what, uint32_t key)
{
	struct buf sentence;

	buf_init(&sentence);
	buf_addf(&sentence, "%s (key %#x)", what, (unsigned)key);
	return buf_steal(&sentence);
}

/* The cursor is between two characters as a person sees them. */
static bool is_between(struct str text, size_t cursor)
{
	size_t at = 0;

	while (at < cursor)
		at = glyph_next(text, at, 1).end;
	return at == cursor;
}

/* The text is that of before with another part in the place of [start, end). */
static bool is_spliced(const struct before *before, struct str text,
                       size_t start, size_t end, struct str with)
{
	struct str old = buf_str(&before->text);

	return text.len == old.len - (end - start) + with.len &&
	       str_starts(text, str_slice(old, 0, start)) &&
	       str_equal(str_slice(text, start, start + with.len), with) &&
	       str_ends(text, str_slice(old, end, old.len));
}

/* Is what is missing bytes [start, start + taken) of before, and kept where it has to be? */
static bool is_cut(const struct before *before,
                   const struct line_editor *editor, size_t start, size_t taken,
                   bool keeps)
{
	struct str part =
		str_slice(buf_str(&before->text), start, start + taken);

	return is_spliced(before, buf_str(&editor->text), start, start + taken,
	                  STR("")) &&
	       (!keeps || !taken || str_equal(buf_str(&editor->cut), part)) &&
	       editor->cursor >= start;
}

/* Something was taken out before the cursor or behind it; what is more than a character is
 * kept by the keys that say so. */
static const char *wrong_cut(const struct before *before,
                             const struct line_editor *editor, bool keeps)
{
	size_t taken = before->text.len - editor->text.len;

	if (editor->text.len > before->text.len)
		return "a key that takes out put something in";
	if (taken <= before->cursor &&
	    is_cut(before, editor, before->cursor - taken, taken, keeps))
		return NULL;
	return taken <= before->text.len - before->cursor &&
	                       is_cut(before, editor, before->cursor, taken,
	                              keeps)
	               ? NULL
	               : "another part than that at the cursor was taken out";
}

static const char *wrong_put(const struct before *before,
                             const struct line_editor *editor, struct str with)
{
	return is_spliced(before, buf_str(&editor->text), before->cursor,
	                  before->cursor, with) &&
	                       editor->cursor >= before->cursor + with.len
	               ? NULL
	               : "what was put in does not stand at the cursor";
}

static bool moves(uint32_t key)
{
	static const uint32_t keys[] = {
		PRESS_LEFT,      PRESS_RIGHT,     PRESS_HOME,
		PRESS_END,       PRESS_WORD_LEFT, PRESS_WORD_RIGHT,
		PRESS_CTRL('A'), PRESS_CTRL('B'), PRESS_CTRL('E'),
		PRESS_CTRL('F'), PRESS_ALT('b'),  PRESS_ALT('f'),
	};

	for (size_t i = 0; i < ARRAY_LEN(keys); i++)
		if (keys[i] == key)
			return true;
	return false;
}

static bool takes_out(uint32_t key, bool *keeps)
{
	*keeps = key == PRESS_CTRL('U') || key == PRESS_CTRL('K') ||
	         key == PRESS_CTRL('W') || key == PRESS_ALT('d') ||
	         key == PRESS_ALT(PRESS_BACKSPACE);
	return *keeps || key == PRESS_BACKSPACE || key == PRESS_DELETE ||
	       key == PRESS_CTRL('D');
}

/* What is wrong after a key, by what it is. */
static const char *wrong_after(const struct before *before,
                               const struct line_editor *editor, uint32_t key,
                               enum line_editor_result result)
{
	struct str text = buf_str(&editor->text);
	bool same = str_equal(text, buf_str(&before->text)), keeps;
	struct buf c;
	const char *wrong;

	if (!utf8_is_valid(text) || editor->cursor > text.len ||
	    !is_between(text, editor->cursor))
		return "the cursor is not between two characters";
	if (result == LINE_EDITOR_MOVED || moves(key))
		return same && moves(key) ? NULL : "a key moved and edited";
	if (result != LINE_EDITOR_EDITED)
		return same && editor->cursor == before->cursor
		               ? NULL
		               : "a key that does nothing edited";
	if (takes_out(key, &keeps))
		return wrong_cut(before, editor, keeps);
	if (key == PRESS_CTRL('Y'))
		return wrong_put(before, editor, buf_str(&before->cut));
	if (key < ' ' || key >= PRESS_FIRST) /* a former answer */
		return editor->cursor == text.len
		               ? NULL
		               : "the cursor is not behind a former answer";
	buf_init(&c);
	buf_add_uc(&c, key);
	wrong = wrong_put(before, editor, buf_str(&c));
	buf_release(&c);
	return wrong;
}

/* The line in any width: its cursor is on the screen, and nothing else is drawn on. */
static const char *wrong_drawing(const struct line_editor *editor,
                                 struct canvas *canvas, int cols)
{
	struct area area = { .cols = cols, .rows = 1 };

	canvas_reset(canvas, 1, cols + 1);
	line_editor_draw(editor, canvas, area, STR("Save as: "), STR("1/2"));
	if (*canvas_cell(canvas, 0, cols)->text != ' ')
		return "the line is drawn beside its room";
	return canvas->shows_cursor && area_has(area, canvas->cursor_row,
	                                        canvas->cursor_col)
	               ? NULL
	               : "the cursor is not on the screen";
}

/* A key of bytes: control characters and characters are themselves, 0x80 to 0xbf the keys
 * without a character. */
static uint32_t next_key(struct str bytes, size_t *at)
{
	unsigned char byte = (unsigned char)bytes.ptr[*at];
	uint32_t c;

	if (byte >= 0x80 && byte < 0xc0) {
		static const uint32_t alt[] = { PRESS_ALT('b'), PRESS_ALT('d'),
			                        PRESS_ALT('f'),
			                        PRESS_ALT(PRESS_BACKSPACE) };

		++*at;
		if (byte >= 0xb0)
			return alt[byte % ARRAY_LEN(alt)];
		return PRESS_FIRST + byte % (PRESS_LAST - PRESS_FIRST);
	}
	*at += utf8_next(bytes, *at, &c);
	return c;
}

static char *press(struct line_editor *editor, struct before *before,
                   uint32_t key)
{
	const char *wrong;

	buf_clear(&before->text);
	buf_clear(&before->cut);
	buf_add(&before->text, buf_str(&editor->text));
	buf_add(&before->cut, buf_str(&editor->cut));
	before->cursor = editor->cursor;
	wrong = wrong_after(before, editor, key, line_editor_key(editor, key));
	return wrong ? wrong_key(wrong, key) : NULL;
}

char *oracle_editor_bytes(struct str bytes)
{
	struct line_editor editor;
	struct line_history history;
	struct before before = { .cursor = 0 };
	struct canvas canvas;
	char *wrong = NULL;
	size_t at = 0;

	buf_init(&before.text);
	buf_init(&before.cut);
	canvas_init(&canvas, 1);
	line_history_init(&history);
	line_editor_init(&editor);
	line_editor_begin(&editor, STR(""));
	line_editor_remember(&editor, &history);
	for (int keys = 0; at < bytes.len && keys < KEYS_MOST &&
	                   editor.text.len < BYTES_MOST && !wrong;
	     keys++)
		wrong = press(&editor, &before, next_key(bytes, &at));
	if (!wrong) {
		int cols = 2 + (bytes.len ? bytes.ptr[bytes.len - 1] & 31 : 0);
		const char *what = wrong_drawing(&editor, &canvas, cols);

		wrong = what ? wrong_key(what, (uint32_t)cols) : NULL;
	}
	line_editor_release(&editor);
	line_history_release(&history);
	canvas_release(&canvas);
	buf_release(&before.text);
	buf_release(&before.cut);
	return wrong;
}
