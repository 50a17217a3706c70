/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/ocr_labels.h"

#include "base/mem.h"
#include "load/label/ocr_signs.h"
#include "load/lines/label_path.h"

#include <math.h>
#include <stdlib.h>
#include <unictype.h>

#define LINES_MIN  100 /* of a page; less show too little dirt */
#define DIRT_SHARE 250 /* one word in so many, or more, is dirty */
#define BLOCKS_SHARE                                                           \
 50 /* one line in so many begins a block, where blocks are known */
#define MARKS_AROUND ".,;:!?()«»\"'“”‘’„-–—…[]"
#define MARKS_INSIDE "'’-‐.,:/&°%§$€£"

/* Scores of steps. */
#define STEP_HEAD   (-6.f) /* a further line of a headline behind no headline */
#define STEP_WITHIN (-2.f) /* furniture begins or ends inside a block */
/* A headline that is taken for text costs a reader more than the other way round, and text
 * that is taken for furniture is lost to them. */
#define HEAD_BLOCKS    .5f
#define HEAD_NO_BLOCKS 2.3f
#define FURNITURE_SURE (-3.f)

/* The labels of a line, in the order of the scores. */
enum {
	HEAD,
	HEAD_MORE,
	BEGINS,
	FURNITURE,
	TEXT,
	LABELS
};

static const enum ocr_label label_of[LABELS] = {
	[HEAD] = OCR_HEAD,     [HEAD_MORE] = OCR_HEAD_MORE,
	[BEGINS] = OCR_BEGINS, [FURNITURE] = OCR_FURNITURE,
	[TEXT] = OCR_TEXT,
};

/* Whose sign a row of the table is about, as a step from the line. */
enum ocr_whose {
	BEFORE_THAT = -2,
	BEFORE,
	LINE,
	BEHIND,
	BEHIND_THAT
};

static const struct {
	enum ocr_whose whose;
	enum ocr_sign sign;
	float worth[2][TEXT]; /* without blocks and with them; by label */
} rows[] = {
#define S(whose, sign, b0, b1, b2, b3, n0, n1, n2, n3)                         \
 { whose, OCR_SIGN_##sign, { { n0, n1, n2, n3 }, { b0, b1, b2, b3 } } },
#include "load/label/ocr_weights.inc"
#undef S
};

/* Words, and those that are dirty. */
struct ocr_dirt {
	size_t words, dirty;
};

/* The word without the marks that stand around words. */
static struct str ocr_word_bare(struct str word)
{
	size_t next;

	while (word.len && char_in(char_at(word, 0, &next), MARKS_AROUND))
		word = str_slice(word, next, word.len);
	while (word.len && char_in(char_last(word), MARKS_AROUND))
		word.len = char_last_start(word);
	return word;
}

/* Is a word dirty: has it letters and digits, a capital behind a small letter, or a mark
 * that words do not have?  An ordinal number has letters behind its digits. */
static bool ocr_word_is_dirty(struct str word)
{
	bool letters = false, digits = false, mixed = false, small = false;

	for (size_t at = 0; at < word.len;) {
		unsigned c = char_at(word, at, &at);
		bool is_letter = uc_is_alpha(c), is_digit = uc_is_digit(c);

		if ((!is_letter && !is_digit && !char_in(c, MARKS_INSIDE)) ||
		    (small && uc_is_upper(c)))
			return true;
		mixed = mixed || (letters && is_digit);
		letters = letters || is_letter;
		digits = digits || is_digit;
		small = is_letter && uc_is_lower(c);
	}
	return mixed && letters && digits;
}

static void ocr_dirt_count(struct ocr_dirt *dirt, struct str word)
{
	struct str bare = ocr_word_bare(word);

	dirt->words++;
	dirt->dirty += bare.len ? ocr_word_is_dirty(bare)
	                        : char_count_printed(word) == 2;
}

static void ocr_dirt_count_line(struct ocr_dirt *dirt, struct str text)
{
	size_t start = 0, next;

	for (size_t at = 0; at <= text.len; at = next) {
		bool is_end = at == text.len;

		next = at + 1;
		if (!is_end && !char_is_space(char_at(text, at, &next)))
			continue;
		if (at > start)
			ocr_dirt_count(dirt, str_slice(text, start, at));
		start = next;
	}
}

bool ocr_text_is(const struct printed_lines *lines)
{
	struct ocr_dirt dirt = { 0 };

	if (!lines->latin || lines->count < LINES_MIN)
		return false;
	for (size_t i = 0; i < lines->count; i++)
		ocr_dirt_count_line(&dirt, lines->items[i].text);
	return dirt.dirty * DIRT_SHARE >= dirt.words && dirt.words;
}

static bool ocr_has_blocks(const struct flow *flow)
{
	size_t blank = 0;

	for (size_t i = 1; i < flow->count; i++)
		blank += flow->items[i]->blank;
	return blank * BLOCKS_SHARE >= flow->count;
}

/* Sets the likelihood of each label of line `line`, as a log, against text. */
static void ocr_set_scores(float *scores, const float *signs, size_t line,
                           size_t count, bool has_blocks)
{
	for (size_t r = 0; r < ARRAY_LEN(rows); r++) {
		size_t at = line + (size_t)rows[r].whose;
		float sign;

		/* A line before the first one has a number that is too large. */
		if (at >= count)
			continue;
		sign = signs[at * OCR_SIGN_COUNT + rows[r].sign];
		for (int k = 0; k < TEXT && sign != 0; k++)
			scores[k] += sign * rows[r].worth[has_blocks][k];
	}
	scores[FURNITURE] += FURNITURE_SURE;
	scores[HEAD] += has_blocks ? HEAD_BLOCKS : HEAD_NO_BLOCKS;
	scores[HEAD_MORE] += has_blocks ? HEAD_BLOCKS : HEAD_NO_BLOCKS;
}

static float ocr_step(const void *context, size_t line, int from, int to)
{
	const struct flow *flow = context;
	float step = 0;

	if (to == HEAD_MORE && from != HEAD && from != HEAD_MORE)
		step += STEP_HEAD;
	if (from >= 0 && !flow->items[line]->blank &&
	    (to == FURNITURE) != (from == FURNITURE))
		step += STEP_WITHIN;
	return step;
}

static float ocr_margin_of(const float *scores)
{
	return fabsf(fmaxf(scores[HEAD], scores[BEGINS]) -
	             fmaxf(scores[HEAD_MORE], scores[TEXT]));
}

static void ocr_labels_set(struct printed_lines *lines, const struct flow *flow,
                           const uint8_t *labels, const float *scores)
{
	for (size_t i = 0; i < flow->count; i++) {
		struct printed_line *line = &lines->items[flow->index[i]];

		line->ocr = label_of[labels[i]];
		line->ocr_margin = ocr_margin_of(&scores[i * LABELS]);
		if (line->ocr == OCR_FURNITURE)
			printed_lines_set_aside(lines, flow->index[i],
			                        flow->index[i] + 1,
			                        ASIDE_FURNITURE);
	}
}

void ocr_labels_find(struct printed_lines *lines)
{
	struct label_path path = { .labels = LABELS, .step = ocr_step };
	struct flow flow;
	float *signs, *scores;
	uint8_t *labels;
	bool has_blocks;

	flow_init(&flow, lines);
	has_blocks = ocr_has_blocks(&flow);
	signs = ocr_signs(&flow, has_blocks);
	scores = mem_alloc((flow.count + 1) * LABELS * sizeof *scores);
	for (size_t i = 0; i < flow.count; i++)
		ocr_set_scores(&scores[i * LABELS], signs, i, flow.count,
		               has_blocks);
	path.lines = flow.count;
	path.scores = scores;
	path.context = &flow;
	labels = label_path_find(&path);
	ocr_labels_set(lines, &flow, labels, scores);
	free(labels);
	free(scores);
	free(signs);
	flow_release(&flow);
}
