/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/scan_signs.h"

#include "base/mem.h"
#include "load/lines/char_class.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <unictype.h>

/* Marks that may end a sentence, and those with which one goes on; OCR reads a hyphen of
 * broken type as many marks. */
#define MARKS_THAT_END   ".!?:;»\"”“'’…)"
#define MARKS_THAT_GO_ON "-¬•,=⸗"

static float scan_bounded(float value, float least, float most)
{
	return value < least ? least : value > most ? most : value;
}

static float scan_log_of_ratio(float value, float by)
{
	return value > 0 && by > 0 ? logf(value / by) : 0;
}

/* The letters of a text. */
struct scan_letters {
	size_t count, capitals;
	size_t first_word, first_word_capitals;
	bool has_word; /* letters beside each other, or spaced out */
};

static struct scan_letters scan_letters_of(struct str text)
{
	struct scan_letters letters = { 0 };
	bool in_first = true, in_word = false;

	for (size_t at = 0; at < text.len;) {
		unsigned c = char_at(text, at, &at);
		bool is_letter = uc_is_alpha(c), is_capital = uc_is_upper(c);

		letters.count += is_letter;
		letters.has_word |= is_letter && in_word;
		in_word = is_letter;
		letters.capitals += is_capital;
		if (!is_letter && letters.first_word)
			in_first = false;
		letters.first_word += is_letter && in_first;
		letters.first_word_capitals += is_capital && in_first;
	}
	return letters;
}

static void scan_sign_text(float *signs, const struct scan_line *line)
{
	struct str text = str_trim(line->text);
	struct scan_letters letters = scan_letters_of(text);
	size_t chars = char_count_printed(text);
	unsigned last;

	signs[SIGN_LENGTH] = scan_bounded((float)chars / SCAN_LONG, 0, 1);
	signs[SIGN_BRIEF] = chars < SCAN_BRIEF;
	if (letters.count)
		signs[SIGN_CAPITALS] =
			(float)letters.capitals / (float)letters.count;
	signs[SIGN_IN_CAPITALS] =
		letters.count > 2 && signs[SIGN_CAPITALS] > SCAN_CAPITALS;
	signs[SIGN_WORD_IN_CAPITALS] =
		letters.first_word > 2 &&
		letters.first_word == letters.first_word_capitals;
	signs[SIGN_NO_WORDS] =
		!letters.has_word && letters.count < SCAN_SPACED_LETTERS;
	if (!text.len)
		return;
	last = char_last(text);
	signs[SIGN_SMALL] = uc_is_lower(char_first(text));
	signs[SIGN_CAPITAL] = uc_is_upper(char_first(text));
	signs[SIGN_ENDS] = char_in(last, MARKS_THAT_END);
	signs[SIGN_STOPS] = last == '.';
	signs[SIGN_GOES_ON] = char_in(last, MARKS_THAT_GO_ON);
}

static void scan_sign_type(float *signs, const struct line_box *box,
                           const struct line_box *before, float height_pt)
{
	float height = scan_log_of_ratio(box->height_pt, height_pt);
	float change =
		before ? scan_log_of_ratio(box->height_pt, before->height_pt)
		       : 0;

	signs[SIGN_LARGER] = scan_bounded(
		scan_log_of_ratio(box->em_pt, height_pt), 0, SCAN_LARGER_MOST);
	signs[SIGN_HIGHER] = scan_bounded(height, 0, SCAN_LARGER_MOST);
	signs[SIGN_FLATTER] = scan_bounded(-height, 0, SCAN_FLATTER_MOST);
	signs[SIGN_BOLD] = box->bold;
	signs[SIGN_GROWS] = scan_bounded(change, -1, 1);
	signs[SIGN_CHANGES] = fabsf(signs[SIGN_GROWS]);
}

static void scan_sign_place(float *signs, const struct scan_measure *measure,
                            const struct scan_measure *before)
{
	float room = measure->gap - SCAN_GAP_USUAL;

	signs[SIGN_SET_IN] =
		scan_bounded(measure->set_in, 0, SCAN_SET_IN_MOST) /
		SCAN_SET_IN_MOST;
	signs[SIGN_INDENTED] = measure->set_in > SCAN_INDENT_LEAST &&
	                       measure->set_in < SCAN_INDENT_MOST;
	signs[SIGN_CENTRED] = scan_is_centred(measure);
	signs[SIGN_SHORT] = measure->room > SCAN_SHORT;
	signs[SIGN_FULL] = fabsf(measure->set_in) < SCAN_FLUSH_LEFT &&
	                   fabsf(measure->room) < SCAN_FLUSH_RIGHT;
	signs[SIGN_WIDE] = measure->wide;
	if (before)
		signs[SIGN_NEW_MEASURE] =
			scan_bounded(fabsf(scan_log_of_ratio(measure->column,
		                                             before->column)),
		                     0, 1);
	signs[SIGN_GAP] = scan_bounded(room, 0, 2);
	signs[SIGN_GAP_SOME] = measure->gap > SCAN_GAP_SOME;
	signs[SIGN_GAP_MUCH] = measure->gap > SCAN_GAP_MUCH;
	signs[SIGN_COLUMN] = measure->begins_column;
	signs[SIGN_JUMPS] = measure->jumps;
}

/* Sets the signs of a line that begins a block of `lines` lines behind one of `before`. */
static void scan_sign_block(float *signs, size_t lines, size_t before)
{
	signs[SIGN_BLOCK] = 1;
	signs[SIGN_BLOCK_LINES] = logf(1 + (float)lines);
	signs[SIGN_BLOCK_BEFORE] = before ? logf(1 + (float)before) : 0;
	signs[SIGN_BLOCK_OF_ONE] = lines == 1;
	signs[SIGN_BLOCK_OF_FEW] = lines <= SCAN_BLOCK_FEW;
}

static void scan_sign_blocks(float *signs, const struct scan_page *page)
{
	size_t before = 0;

	for (size_t i = 0, end; i < page->count; i = end) {
		for (end = i + 1;
		     end < page->count && !page->lines[end].begins_block;)
			end++;
		scan_sign_block(&signs[i * SIGN_COUNT], end - i, before);
		before = end - i;
	}
}

/* Sets the signs of a line that need those of the line before. */
static void scan_sign_both(float *signs, const float *before,
                           const struct scan_measure *measure_before)
{
	bool has_ended = !before || before[SIGN_ENDS] > 0;

	signs[SIGN_BLOCK_ENDED] = signs[SIGN_BLOCK] > 0 && has_ended;
	signs[SIGN_ENDED_FULL] =
		before && has_ended && measure_before->room <= SCAN_ROOM_FULL;
}

float *scan_signs(const struct scan_page *page,
                  const struct scan_measures *measures)
{
	float *all = mem_alloc((page->count + 1) * SIGN_COUNT * sizeof *all);

	scan_sign_blocks(all, page);
	for (size_t i = 0; i < page->count; i++) {
		const struct scan_line *line = &page->lines[i];
		float *signs = &all[i * SIGN_COUNT];

		signs[SIGN_ALWAYS] = 1;
		scan_sign_text(signs, line);
		scan_sign_type(signs, &line->box, i ? &line[-1].box : NULL,
		               measures->height_pt);
		scan_sign_place(signs, &measures->items[i],
		                i ? &measures->items[i - 1] : NULL);
		signs[SIGN_BLOCK_FOUND] =
			page->blocks_are_found && signs[SIGN_BLOCK] > 0;
		scan_sign_both(signs, i ? signs - SIGN_COUNT : NULL,
		               i ? &measures->items[i - 1] : NULL);
		if (page->height_pt > 0) {
			float at = line->box.top_pt / page->height_pt;

			signs[SIGN_HEAD_OF_PAGE] = at < SCAN_HEAD_OF_PAGE;
			signs[SIGN_UPPER_PART] = at < SCAN_UPPER_PART;
		}
	}
	return all;
}
