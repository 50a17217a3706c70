/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/pinyin_row.h"

#include "base/mem.h"
#include "base/num.h"
#include "ui/view/sheet_cells.h"
#include "ui/word_act.h"

#include <stdlib.h>

/* Cells between two readings. */
#define GAP_COLS 1

/* Sets a reading as near to the middle of its word as cells [from, to) allow, above all of
 * the word, or within it where the reading is shorter. */
static void pinyin_row_set(struct pinyin_item *item, int from, int to)
{
	const int end = item->left + item->cols - item->reading_cols;
	const int least = smaller(item->left, end);
	const int most = larger(item->left, end);
	const int at = least + (most - least) / 2;

	item->at = smaller(larger(at, from), to - item->reading_cols);
	item->has_room = item->reading_cols && item->at >= from &&
	                 item->at >= least && item->at <= most;
}

void pinyin_row_place(struct pinyin_item *items, size_t count, size_t chosen,
                      int left, int right)
{
	int from = items[chosen].left + items[chosen].cols;
	int to = items[chosen].left;

	pinyin_row_set(&items[chosen], left, right);
	if (items[chosen].has_room) {
		from = items[chosen].at + items[chosen].reading_cols + GAP_COLS;
		to = items[chosen].at - GAP_COLS;
	}
	for (size_t i = chosen + 1; i < count; i++) {
		pinyin_row_set(&items[i], from, right);
		if (items[i].has_room)
			from = items[i].at + items[i].reading_cols + GAP_COLS;
	}
	for (size_t i = chosen; i-- > 0;) {
		pinyin_row_set(&items[i], left, to);
		if (items[i].has_room)
			to = items[i].at - GAP_COLS;
	}
}

/* The words that begin in a line, and their readings. */
struct pinyin_words {
	struct pinyin_item *items; /* owned */
	size_t count, cap;
	struct buf *readings; /* owned; as many */
	size_t readings_cap;
	size_t chosen; /* the word of the cursor; NPOS: it is none of them */
};

static void pinyin_words_add(struct pinyin_words *words, struct app *app,
                             size_t line, struct range word, struct str text)
{
	const struct reading *reading = &app->document->reading;
	const struct sheet_view *view = &app->document->article;
	const size_t passage = reading->place.passage;
	struct pinyin_item item = { 0 };
	struct buf pinyin;
	int end;

	buf_init(&pinyin);
	lookup_add_pinyin(&pinyin, &app->lookup,
	                  str_slice(text, word.start, word.end), true);
	item.left = sheet_cells_behind(view, reading, line,
	                               (struct place){ passage, word.start });
	end = sheet_cells_behind(view, reading, line,
	                         (struct place){ passage, word.end });
	item.cols = end - item.left;
	item.reading_cols =
		text_cols(buf_str(&pinyin), app->canvas.ambiguous_cols);
	if (word.start == word_act_word(app).start)
		words->chosen = words->count;
	words->readings = mem_grow(words->readings, &words->readings_cap,
	                           words->count + 1, sizeof pinyin);
	words->readings[words->count] = pinyin;
	*ARRAY_ADD(words->items, words->count, words->cap) = item;
}

static void pinyin_words_collect(struct pinyin_words *words, struct app *app,
                                 size_t line)
{
	const struct slug *slug = &app->document->article.sheet.slugs[line];
	struct word_breaks *breaks = &app->document->word_cursor.breaks;
	size_t at = word_breaks_from(breaks, slug->start);

	while (at != NPOS && at < slug->end) {
		struct range word = word_breaks_at(breaks, at);

		pinyin_words_add(words, app, line, word, breaks->text);
		at = word_breaks_from(breaks, word.end);
	}
}

static void pinyin_words_draw(const struct pinyin_words *words, struct app *app,
                              int row, int col)
{
	for (size_t i = 0; i < words->count; i++)
		if (words->items[i].has_room)
			canvas_text(&app->canvas, app->document->article.drawn,
			            row, col + words->items[i].at,
			            buf_str(&words->readings[i]),
			            i == words->chosen ? STYLE_FOCUS
			                               : STYLE_SMALL);
}

void pinyin_row_draw(struct app *app)
{
	const struct reading *reading = &app->document->reading;
	const struct sheet_view *view = &app->document->article;
	const struct place place = { reading->place.passage,
		                     word_act_word(app).start };
	const size_t line = sheet_find(&view->sheet, place.passage, place.at);
	struct pinyin_words words = { .chosen = NPOS };
	const struct strip *strip;
	int row, col;

	if (line == NPOS || !word_act_word(app).end ||
	    !sheet_cells_of(view, reading, place, &row, &col))
		return;
	col -= sheet_cells_behind(view, reading, line, place);
	strip = &view->sheet.strips[view->sheet.slugs[line].strip];
	pinyin_words_collect(&words, app, line);
	if (words.chosen != NPOS) {
		int left = strip->col - view->left_col - col;

		pinyin_row_place(words.items, words.count, words.chosen,
		                 left - GAP_COLS,
		                 left + strip->cols + GAP_COLS);
		pinyin_words_draw(&words, app, row - 1, col);
	}
	for (size_t i = 0; i < words.count; i++)
		buf_release(&words.readings[i]);
	free(words.readings);
	free(words.items);
}
