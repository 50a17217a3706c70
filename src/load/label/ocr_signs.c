/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/ocr_signs.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <unictype.h>

/* OCR reads a hyphen of broken type as many marks. */
#define MARKS_THAT_END   ".!?:;»\"”“'’…)"
#define MARKS_THAT_GO_ON "-¬•,=⸗"
#define MARKS_OF_HYPHENS "-¬=⸗"
#define MARKS_OF_QUOTES  "«\"„“—-–"
#define MARKS_OF_TEXT    ".,;:!?'’-\"«»()"
#define MARKS_BEFORE     "«\"„“—-–•*■ " /* before the first word */

#define CAPITALS       .7f /* of the letters: the line is in capitals */
#define LETTERS_FEW    3   /* so many are no word in capitals */
#define SPACED_LETTERS 4   /* letters apart from each other that are words */
#define DASH_FIRST     4   /* characters from the beginning to a dash */
#define DASH_LAST      48
#define WORDS_MANY     12
#define BLOCK_FEW      3
#define NEAR_LINES     12 /* before and behind a line */
#define NEAR_SHARE     .8 /* of them are no longer than its measure */
#define MEASURE_LEAST  8  /* characters */
#define LENGTH_MOST    1.3f
#define TOP_LINES      4
#define FOOT_LINES     3

/* What is counted in a line. */
struct ocr_counts {
	size_t chars, letters, capitals, digits, odd;
	size_t words, titles; /* of two letters and more */
	size_t first_word, first_capitals;
	bool has_word, has_dash;
};

/* A word of letters, as it is read. */
struct ocr_word {
	size_t letters;
	bool is_title, is_first;
};

static void ocr_count_letter(struct ocr_counts *counts, struct ocr_word *word,
                             bool is_capital)
{
	counts->letters++;
	counts->capitals += is_capital;
	if (!word->letters)
		word->is_title = is_capital;
	if (++word->letters == 2) {
		counts->has_word = true;
		counts->words++;
		counts->titles += word->is_title;
	}
	if (word->is_first) {
		counts->first_word++;
		counts->first_capitals += is_capital;
	}
}

static void ocr_count_mark(struct ocr_counts *counts, struct ocr_word *word,
                           unsigned c, unsigned before)
{
	bool is_digit = uc_is_digit(c);

	if (counts->first_word || is_digit || !char_in(c, MARKS_BEFORE))
		word->is_first = false;
	word->letters = 0;
	counts->digits += is_digit;
	counts->odd +=
		!is_digit && !char_is_space(c) && !char_in(c, MARKS_OF_TEXT);
	counts->has_dash |= counts->chars >= DASH_FIRST &&
	                    counts->chars < DASH_LAST &&
	                    (char_in(c, "—–") || (c == '-' && before == '.'));
}

static struct ocr_counts ocr_count(struct str text)
{
	struct ocr_counts counts = { 0 };
	struct ocr_word word = { .is_first = true };
	unsigned before = 0;

	for (size_t at = 0; at < text.len; counts.chars++) {
		unsigned c = char_at(text, at, &at);

		if (uc_is_alpha(c))
			ocr_count_letter(&counts, &word, uc_is_upper(c));
		else
			ocr_count_mark(&counts, &word, c, before);
		if (!char_is_space(c))
			before = c;
	}
	return counts;
}

static float ocr_share(size_t part, size_t all)
{
	return all ? (float)part / (float)all : 0;
}

static void ocr_sign_letters(float *signs, const struct ocr_counts *counts)
{
	size_t words = counts->words < WORDS_MANY ? counts->words : WORDS_MANY;

	signs[OCR_SIGN_CAPS] = ocr_share(counts->capitals, counts->letters);
	signs[OCR_SIGN_IN_CAPS] = counts->letters >= LETTERS_FEW &&
	                          signs[OCR_SIGN_CAPS] > CAPITALS;
	signs[OCR_SIGN_WORD_IN_CAPS] =
		counts->first_word >= LETTERS_FEW &&
		counts->first_word == counts->first_capitals;
	signs[OCR_SIGN_DIGITS] = ocr_share(counts->digits, counts->chars);
	signs[OCR_SIGN_NO_WORDS] =
		!counts->has_word && counts->letters < SPACED_LETTERS;
	signs[OCR_SIGN_ODD] = ocr_share(counts->odd, counts->chars);
	signs[OCR_SIGN_DASH] = counts->has_dash;
	signs[OCR_SIGN_TITLES] = ocr_share(counts->titles, counts->words);
	signs[OCR_SIGN_WORDS] = ocr_share(words, WORDS_MANY);
}

static void ocr_sign_ends(float *signs, struct str text)
{
	unsigned first = char_first(text), last = char_last(text);

	signs[OCR_SIGN_SMALL] = uc_is_lower(first);
	signs[OCR_SIGN_CAPITAL] = uc_is_upper(first);
	signs[OCR_SIGN_QUOTE] = char_in(first, MARKS_OF_QUOTES);
	signs[OCR_SIGN_ENDS] = char_in(last, MARKS_THAT_END);
	signs[OCR_SIGN_STOPS] = last == '.';
	signs[OCR_SIGN_GOES_ON] = char_in(last, MARKS_THAT_GO_ON);
	signs[OCR_SIGN_HYPHEN] = char_in(last, MARKS_OF_HYPHENS);
}

static int ocr_compare(const void *a, const void *b)
{
	size_t one = *(const size_t *)a, two = *(const size_t *)b;

	return one < two ? -1 : one > two;
}

/* How long lines near line `i` are when they are full. */
static size_t ocr_measure(const size_t *lengths, size_t count, size_t i)
{
	size_t near[2 * NEAR_LINES + 1], first, n = 0;

	first = i < NEAR_LINES ? 0 : i - NEAR_LINES;
	for (size_t k = first; k < count && k <= i + NEAR_LINES; k++)
		near[n++] = lengths[k];
	qsort(near, n, sizeof *near, ocr_compare);
	n = near[(size_t)(NEAR_SHARE * (double)(n - 1))];
	return n > MEASURE_LEAST ? n : MEASURE_LEAST;
}

static void ocr_sign_length(float *signs, float length)
{
	signs[OCR_SIGN_LENGTH] = fminf(length, LENGTH_MOST);
	signs[OCR_SIGN_SHORT] = length < .75f;
	signs[OCR_SIGN_BRIEF] = length < .4f;
	signs[OCR_SIGN_FULL] = length >= .85f && length <= 1.15f;
	signs[OCR_SIGN_LONG] = length > 1.2f;
	signs[OCR_SIGN_SHORT_OPEN] =
		signs[OCR_SIGN_SHORT] * (1 - signs[OCR_SIGN_ENDS]);
	signs[OCR_SIGN_SHORT_CAPITAL] =
		signs[OCR_SIGN_SHORT] * signs[OCR_SIGN_CAPITAL];
}

/* Sets the signs of a line that begins a block of `lines` lines behind one of `before`. */
static void ocr_sign_block(float *signs, size_t lines, size_t before)
{
	signs[OCR_SIGN_BLOCK] = 1;
	signs[OCR_SIGN_BLOCK_LINES] = logf(1 + (float)lines);
	signs[OCR_SIGN_BLOCK_BEFORE] = logf(1 + (float)before);
	signs[OCR_SIGN_BLOCK_OF_ONE] = lines == 1;
	signs[OCR_SIGN_BLOCK_OF_FEW] = lines <= BLOCK_FEW;
}

static void ocr_sign_blocks(float *signs, const struct flow *flow,
                            bool has_blocks)
{
	size_t before = 0;

	for (size_t i = 0, end; i < flow->count; i = end) {
		for (end = i + 1; end < flow->count &&
		                  !(has_blocks && flow->items[end]->blank);)
			end++;
		ocr_sign_block(&signs[i * OCR_SIGN_COUNT], end - i, before);
		before = end - i;
	}
}

/* Sets the signs of a line that need those of the line before; NULL: there is none. */
static void ocr_sign_both(float *signs, const float *before)
{
	bool ended = !before || before[OCR_SIGN_ENDS] > 0;

	signs[OCR_SIGN_BLOCK_ENDED] = signs[OCR_SIGN_BLOCK] > 0 && ended;
	signs[OCR_SIGN_ENDED_FULL] =
		before && ended && before[OCR_SIGN_LENGTH] > .85f;
	signs[OCR_SIGN_ENDED_SHORT] =
		before && ended && before[OCR_SIGN_LENGTH] <= .75f;
}

static void ocr_sign_line(float *signs, const struct flow *flow, size_t i,
                          size_t length, const size_t *measures)
{
	float measure = (float)measures[i];
	float before = (float)measures[i ? i - 1 : i];

	ocr_sign_ends(signs, flow->items[i]->text);
	ocr_sign_length(signs, (float)length / measure);
	signs[OCR_SIGN_NEW_MEASURE] = fminf(fabsf(logf(measure / before)), 1);
	signs[OCR_SIGN_TOP] = i < TOP_LINES;
	signs[OCR_SIGN_FOOT] = i + FOOT_LINES >= flow->count;
	signs[OCR_SIGN_ALWAYS] = 1;
	ocr_sign_both(signs, i ? signs - OCR_SIGN_COUNT : NULL);
}

float *ocr_signs(const struct flow *flow, bool has_blocks)
{
	float *all =
		mem_alloc((flow->count + 1) * OCR_SIGN_COUNT * sizeof *all);
	size_t *lengths = mem_alloc((flow->count + 1) * sizeof *lengths);
	size_t *measures = mem_alloc((flow->count + 1) * sizeof *measures);

	ocr_sign_blocks(all, flow, has_blocks);
	for (size_t i = 0; i < flow->count; i++) {
		struct ocr_counts counts = ocr_count(flow->items[i]->text);

		lengths[i] = counts.chars;
		ocr_sign_letters(&all[i * OCR_SIGN_COUNT], &counts);
	}
	for (size_t i = 0; i < flow->count; i++)
		measures[i] = ocr_measure(lengths, flow->count, i);
	for (size_t i = 0; i < flow->count; i++)
		ocr_sign_line(&all[i * OCR_SIGN_COUNT], flow, i, lengths[i],
		              measures);
	free(measures);
	free(lengths);
	return all;
}
