/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/scan_labels.h"

#include "base/mem.h"
#include "load/lines/label_path.h"
#include "load/place/place_weights.h"
#include "load/place/scan_signs.h"

#include <math.h>
#include <stdlib.h>

/* Whose sign a row of the table is about, as a step from the line. */
enum scan_whose {
	BEFORE_THAT = -2,
	BEFORE,
	LINE,
	BEHIND
};

static const struct {
	enum scan_whose whose;
	enum scan_sign sign;
	float worth[SCAN_TEXT]; /* by label, against SCAN_TEXT */
} rows[] = {
#define S(whose, sign, head, head_more, begins, furniture)                     \
 { whose, sign, { head, head_more, begins, furniture } },
#include "load/place/scan_weights.inc"
#undef S
};

/* Sets the likelihood of each label of a line, as a log, against SCAN_TEXT. */
static void scan_set_scores(float *scores, const struct scan_page *page,
                            const float *signs, size_t line)
{
	for (size_t r = 0; r < ARRAY_LEN(rows); r++) {
		size_t at = line + (size_t)rows[r].whose;
		float sign;

		/* A line before the first one has a number that is too large. */
		if (at >= page->count)
			continue;
		sign = signs[at * SIGN_COUNT + rows[r].sign];
		for (int k = 0; k < SCAN_TEXT && sign != 0; k++)
			scores[k] += sign * rows[r].worth[k];
	}
	if (page->lines[line].in_margin)
		scores[SCAN_FURNITURE] = SCAN_MARGIN;
	if (page->lines[line].is_head) {
		scores[SCAN_HEAD] += SCAN_STATED_HEAD;
		scores[SCAN_HEAD_MORE] += SCAN_STATED_HEAD;
	}
}

/* How likely it is, as a log, that label `to` of a line follows `from`; -1: the page
 * begins. */
static float scan_step(const void *context, size_t line, int from, int to)
{
	const struct scan_page *page = context;
	bool is_head = from == SCAN_HEAD || from == SCAN_HEAD_MORE;
	float step = 0;

	if (from < 0)
		return to == SCAN_HEAD_MORE ? SCAN_STEP_HEAD : 0;
	if (to == SCAN_FURNITURE && from != SCAN_FURNITURE)
		step += SCAN_STEP_TO_FURNITURE;
	if (!page->lines[line].begins_block &&
	    (to == SCAN_FURNITURE) != (from == SCAN_FURNITURE))
		step += SCAN_STEP_WITHIN;
	if (to == SCAN_HEAD_MORE && !is_head)
		step += from == SCAN_FURNITURE ? SCAN_STEP_FURNITURE
		                               : SCAN_STEP_HEAD;
	return step;
}

static float scan_margin_of(const float *scores)
{
	float begins = fmaxf(scores[SCAN_HEAD], scores[SCAN_BEGINS]);
	float goes_on = fmaxf(scores[SCAN_HEAD_MORE], scores[SCAN_TEXT]);

	return fabsf(begins - goes_on);
}

struct scan_labelled *scan_label(const struct scan_page *page,
                                 const float *signs)
{
	struct scan_labelled *labelled =
		mem_alloc((page->count + 1) * sizeof *labelled);
	float *scores =
		mem_alloc((page->count + 1) * SCAN_LABELS * sizeof *scores);
	struct label_path path = { page->count, SCAN_LABELS, scores, scan_step,
		                   page };
	uint8_t *labels;

	for (size_t i = 0; i < page->count; i++) {
		scan_set_scores(&scores[i * SCAN_LABELS], page, signs, i);
		labelled[i].margin = scan_margin_of(&scores[i * SCAN_LABELS]);
	}
	labels = label_path_find(&path);
	for (size_t i = 0; i < page->count; i++)
		labelled[i].label = (enum scan_label)labels[i];
	free(labels);
	free(scores);
	return labelled;
}
