/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/line_editor.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "text/neutralise.h"
#include "ui/ask/line_history.h"
#include "ui/term/event.h"

#include <unictype.h>

#define TEXT_MAX_BYTES 4096

void line_editor_init(struct line_editor *prompt)
{
	*prompt = (struct line_editor){ 0 };
	buf_init(&prompt->text);
	buf_init(&prompt->cut);
	buf_init(&prompt->typed);
	completions_init(&prompt->offered);
}

void line_editor_release(struct line_editor *prompt)
{
	buf_release(&prompt->text);
	buf_release(&prompt->cut);
	buf_release(&prompt->typed);
	completions_release(&prompt->offered);
}

void line_editor_set(struct line_editor *prompt, struct str text)
{
	completions_release(&prompt->offered);
	buf_clear(&prompt->text);
	buf_add(&prompt->text, text);
	prompt->cursor = prompt->text.len;
}

void line_editor_begin(struct line_editor *prompt, struct str text)
{
	prompt->history = NULL;
	prompt->history_at = 0;
	prompt->completer = (struct completer){ 0 };
	line_editor_set(prompt, text);
}

void line_editor_remember(struct line_editor *prompt,
                          struct line_history *history)
{
	prompt->history = history;
	prompt->history_at = 0;
}

void line_editor_complete_by(struct line_editor *prompt,
                             struct completer completer)
{
	prompt->completer = completer;
}

bool line_editor_offers(const struct line_editor *prompt)
{
	return prompt->offered.count > 0;
}

static size_t next_at(const struct line_editor *prompt, size_t at)
{
	return at < prompt->text.len
	               ? glyph_next(buf_str(&prompt->text), at, 1).end
	               : at;
}

static size_t prev_at(const struct line_editor *prompt, size_t at)
{
	size_t before = 0;

	for (size_t i = 0; i < at; i = next_at(prompt, i))
		before = i;
	return before;
}

static void splice(struct line_editor *prompt, size_t start, size_t end,
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
	/* What was put in and what stands behind it may be one character now. */
	prompt->cursor = 0;
	while (prompt->cursor < start + with.len)
		prompt->cursor = next_at(prompt, prompt->cursor);
}

static enum line_editor_result insert(struct line_editor *prompt, uint32_t c)
{
	struct buf bytes;

	if (c >= PRESS_FIRST || char_is_hostile(c) ||
	    prompt->text.len >= TEXT_MAX_BYTES)
		return LINE_EDITOR_IGNORED;
	buf_init(&bytes);
	buf_add_uc(&bytes, c);
	splice(prompt, prompt->cursor, prompt->cursor, buf_str(&bytes));
	buf_release(&bytes);
	return LINE_EDITOR_EDITED;
}

static enum line_editor_result move(struct line_editor *prompt, size_t to)
{
	prompt->cursor = to;
	return LINE_EDITOR_MOVED;
}

static enum line_editor_result line_editor_delete(struct line_editor *prompt,
                                                  size_t start, size_t end)
{
	splice(prompt, start, end, STR(""));
	return LINE_EDITOR_EDITED;
}

/* Deletes, and keeps what ^Y puts in again. */
static enum line_editor_result line_editor_cut(struct line_editor *prompt,
                                               size_t start, size_t end)
{
	if (start < end) {
		buf_clear(&prompt->cut);
		buf_add(&prompt->cut,
		        str_slice(buf_str(&prompt->text), start, end));
	}
	return line_editor_delete(prompt, start, end);
}

static enum line_editor_result line_editor_put(struct line_editor *prompt)
{
	if (prompt->text.len + prompt->cut.len > TEXT_MAX_BYTES)
		return LINE_EDITOR_IGNORED;
	splice(prompt, prompt->cursor, prompt->cursor, buf_str(&prompt->cut));
	return LINE_EDITOR_EDITED;
}

/* Is the character at byte `at` of a word? */
static bool is_of_word(struct str text, size_t at)
{
	uint32_t c;

	utf8_next(text, at, &c);
	return uc_is_alnum(c) || c == '_';
}

/* Is the character at byte `at` of a part of a path? */
static bool is_of_path(struct str text, size_t at)
{
	return text.ptr[at] != '/' && !str_space_at(text, at);
}

/* The beginning of the word before the cursor. */
static size_t word_before(const struct line_editor *prompt,
                          bool (*is_of)(struct str text, size_t at))
{
	struct str text = buf_str(&prompt->text);
	size_t start = prompt->cursor;
	bool in_word = false;

	while (start) {
		size_t before = prev_at(prompt, start);

		if (in_word && !is_of(text, before))
			break;
		in_word = is_of(text, before);
		start = before;
	}
	return start;
}

/* The end of the word behind the cursor. */
static size_t word_behind(const struct line_editor *prompt)
{
	struct str text = buf_str(&prompt->text);
	size_t end = prompt->cursor;
	bool in_word = false;

	while (end < text.len) {
		bool is_of = is_of_word(text, end);

		if (in_word && !is_of)
			break;
		in_word = is_of;
		end = next_at(prompt, end);
	}
	return end;
}

/* One answer back in the history, or forth; before the last one stands what is being
 * typed. */
static enum line_editor_result recall(struct line_editor *prompt, bool back)
{
	const struct line_history *history = prompt->history;

	if (!history ||
	    (back ? prompt->history_at == history->count : !prompt->history_at))
		return LINE_EDITOR_IGNORED;
	if (!prompt->history_at) {
		buf_clear(&prompt->typed);
		buf_add(&prompt->typed, buf_str(&prompt->text));
	}
	prompt->history_at += back ? 1 : (size_t)-1;
	line_editor_set(
		prompt,
		prompt->history_at
			? buf_str(&history->items[prompt->history_at - 1])
			: buf_str(&prompt->typed));
	return LINE_EDITOR_EDITED;
}

/* Puts `text` in the place of the word that is completed. */
static void put_completion(struct line_editor *prompt, struct str text)
{
	splice(prompt, prompt->offered.start, prompt->offered.end, text);
	prompt->offered.end = prompt->cursor;
}

static enum line_editor_result find_completions(struct line_editor *prompt)
{
	struct completions *found = &prompt->offered;

	completions_release(found);
	found->start = found->end = prompt->cursor;
	prompt->completer.find(prompt->completer.about, buf_str(&prompt->text),
	                       prompt->cursor, found);
	if (!found->count)
		return LINE_EDITOR_IGNORED;
	/* What was typed may differ in case from what all texts share. */
	if (completions_common(found).len >= found->end - found->start)
		put_completion(prompt, completions_common(found));
	if (found->count == 1 && !found->is_partial)
		completions_release(found);
	return LINE_EDITOR_EDITED;
}

/* Tab: what is found for the word; then, one after the other, the texts that are
 * offered. */
static enum line_editor_result complete(struct line_editor *prompt, bool back)
{
	struct completions *found = &prompt->offered;

	if (!prompt->completer.find)
		return LINE_EDITOR_IGNORED;
	if (!found->count)
		return find_completions(prompt);
	if (found->chosen == NPOS)
		found->chosen = back ? found->count - 1 : 0;
	else
		found->chosen =
			(found->chosen + (back ? found->count - 1 : 1)) %
			found->count;
	put_completion(prompt, str_from(found->items[found->chosen].text));
	return LINE_EDITOR_EDITED;
}

/* A text that is offered was clicked. */
static enum line_editor_result line_editor_pick(struct line_editor *prompt,
                                                size_t item)
{
	struct completions *found = &prompt->offered;

	if (item >= found->count)
		return LINE_EDITOR_IGNORED;
	found->chosen = item;
	put_completion(prompt, str_from(found->items[item].text));
	return LINE_EDITOR_EDITED;
}

static enum line_editor_result accept(struct line_editor *prompt)
{
	if (prompt->history)
		line_history_add(prompt->history,
		                 str_trim(buf_str(&prompt->text)));
	return LINE_EDITOR_ACCEPTED;
}

/* Keys that move the cursor; NPOS: it is none. */
static size_t moved_to(const struct line_editor *prompt, uint32_t key)
{
	switch (key) {
	case PRESS_LEFT:
	case PRESS_CTRL('B'):
		return prev_at(prompt, prompt->cursor);
	case PRESS_RIGHT:
	case PRESS_CTRL('F'):
		return next_at(prompt, prompt->cursor);
	case PRESS_WORD_LEFT:
	case PRESS_ALT('b'):
		return word_before(prompt, is_of_word);
	case PRESS_WORD_RIGHT:
	case PRESS_ALT('f'):
		return word_behind(prompt);
	case PRESS_HOME:
	case PRESS_CTRL('A'):
		return 0;
	case PRESS_END:
	case PRESS_CTRL('E'):
		return prompt->text.len;
	default:
		return NPOS;
	}
}

static enum line_editor_result edit(struct line_editor *prompt, uint32_t key)
{
	size_t cursor = prompt->cursor;

	switch (key) {
	case PRESS_BACKSPACE:
		return line_editor_delete(prompt, prev_at(prompt, cursor),
		                          cursor);
	case PRESS_DELETE:
	case PRESS_CTRL('D'):
		return line_editor_delete(prompt, cursor,
		                          next_at(prompt, cursor));
	case PRESS_CTRL('U'):
		return line_editor_cut(prompt, 0, cursor);
	case PRESS_CTRL('K'):
		return line_editor_cut(prompt, cursor, prompt->text.len);
	case PRESS_CTRL('W'):
		return line_editor_cut(prompt, word_before(prompt, is_of_path),
		                       cursor);
	case PRESS_ALT(PRESS_BACKSPACE):
		return line_editor_cut(prompt, word_before(prompt, is_of_word),
		                       cursor);
	case PRESS_ALT('d'):
		return line_editor_cut(prompt, cursor, word_behind(prompt));
	case PRESS_CTRL('Y'):
		return line_editor_put(prompt);
	default:
		return insert(prompt, key);
	}
}

enum line_editor_result line_editor_key(struct line_editor *prompt,
                                        uint32_t key)
{
	size_t to;

	if (key == PRESS_TAB || key == PRESS_BACKTAB)
		return complete(prompt, key == PRESS_BACKTAB);
	if (press_is_pick(key))
		return line_editor_pick(prompt, press_picked(key));
	completions_release(&prompt->offered);
	to = moved_to(prompt, key);
	if (to != NPOS)
		return move(prompt, to);
	switch (key) {
	case PRESS_ENTER:
		return accept(prompt);
	case PRESS_ESC:
	case PRESS_CTRL('C'):
		return LINE_EDITOR_LEFT;
	case PRESS_UP:
	case PRESS_CTRL('P'):
		return recall(prompt, true);
	case PRESS_DOWN:
	case PRESS_CTRL('N'):
		return recall(prompt, false);
	default:
		return edit(prompt, key);
	}
}
