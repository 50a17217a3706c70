/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/scan_labels.h"

#include "base/mem.h"
#include "load/place/place_weights.h"
#include "load/place/scan_signs.h"

#include <math.h>
#include <stdint.h>
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

/* The likelihood of each label of a line, as a log, against SCAN_TEXT. */
struct scan_scores {
	float of[SCAN_LABELS];
};

static struct scan_scores scan_scores_of(const struct scan_page *page,
                                         const float *signs, size_t line)
{
	struct scan_scores scores = { { 0 } };

	for (size_t r = 0; r < ARRAY_LEN(rows); r++) {
		size_t at = line + (size_t)rows[r].whose;
		float sign;

		/* A line before the first one has a number that is too large. */
		if (at >= page->count)
			continue;
		sign = signs[at * SIGN_COUNT + rows[r].sign];
		for (int k = 0; k < SCAN_TEXT && sign != 0; k++)
			scores.of[k] += sign * rows[r].worth[k];
	}
	if (page->lines[line].in_margin)
		scores.of[SCAN_FURNITURE] = SCAN_MARGIN;
	if (page->lines[line].is_head) {
		scores.of[SCAN_HEAD] += SCAN_STATED_HEAD;
		scores.of[SCAN_HEAD_MORE] += SCAN_STATED_HEAD;
	}
	return scores;
}

/* How likely it is, as a log, that `to` follows `from`, `within` a block or not; SCAN_LABELS:
 * the page begins. */
static float scan_step_of(int from, int to, bool within)
{
	bool is_head = from == SCAN_HEAD || from == SCAN_HEAD_MORE;
	float step = 0;

	if (from == SCAN_LABELS)
		return to == SCAN_HEAD_MORE ? SCAN_STEP_HEAD : 0;
	if (to == SCAN_FURNITURE && from != SCAN_FURNITURE)
		step += SCAN_STEP_TO_FURNITURE;
	if (within && (to == SCAN_FURNITURE) != (from == SCAN_FURNITURE))
		step += SCAN_STEP_WITHIN;
	if (to == SCAN_HEAD_MORE && !is_head)
		step += from == SCAN_FURNITURE ? SCAN_STEP_FURNITURE
		                               : SCAN_STEP_HEAD;
	return step;
}

/* The best way to each label of a line. */
struct scan_ways {
	float score[SCAN_LABELS];
	uint8_t from[SCAN_LABELS];
};

static void scan_find_ways(struct scan_ways *ways,
                           const struct scan_ways *before,
                           const struct scan_scores *scores, bool within)
{
	for (int to = 0; to < SCAN_LABELS; to++) {
		ways->score[to] =
			scores->of[to] + scan_step_of(SCAN_LABELS, to, false);
		for (int from = 0; before && from < SCAN_LABELS; from++) {
			float score = before->score[from] + scores->of[to] +
			              scan_step_of(from, to, within);

			if (from && score <= ways->score[to])
				continue;
			ways->score[to] = score;
			ways->from[to] = (uint8_t)from;
		}
	}
}

static float scan_margin_of(const struct scan_scores *scores)
{
	float begins = fmaxf(scores->of[SCAN_HEAD], scores->of[SCAN_BEGINS]);
	float goes_on =
		fmaxf(scores->of[SCAN_HEAD_MORE], scores->of[SCAN_TEXT]);

	return fabsf(begins - goes_on);
}

struct scan_labelled *scan_label(const struct scan_page *page,
                                 const float *signs)
{
	struct scan_labelled *labelled =
		mem_alloc((page->count + 1) * sizeof *labelled);
	struct scan_ways *ways = mem_alloc((page->count + 1) * sizeof *ways);
	int best = 0;

	for (size_t i = 0; i < page->count; i++) {
		struct scan_scores scores = scan_scores_of(page, signs, i);

		scan_find_ways(&ways[i], i ? &ways[i - 1] : NULL, &scores,
		               !page->lines[i].begins_block);
		labelled[i].margin = scan_margin_of(&scores);
	}
	for (int k = 1; page->count && k < SCAN_LABELS; k++)
		if (ways[page->count - 1].score[k] >
		    ways[page->count - 1].score[best])
			best = k;
	for (size_t i = page->count; i-- > 0;) {
		labelled[i].label = (enum scan_label)best;
		best = ways[i].from[best];
	}
	free(ways);
	return labelled;
}
