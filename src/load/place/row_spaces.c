/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/row_spaces.h"

#include "load/place/place_weights.h"

#include <assert.h>
#include <math.h>

#define WORD_SPACES     3  /* on each side that are measured */
#define WORD_SPACES_FAR 80 /* characters in which they are looked for */
#define LETTER_SPACES   5

/* The room before character `at`. */
static float space_before(const struct row_line *line, size_t at)
{
	return line->chars[line->row[at]].s0 -
	       line->chars[line->row[at - 1]].s1;
}

/* The median of at most `most` spaces of more than `least_em` next to the gap before `at`
 * in one direction (step 1 or -1); INFINITY: there are none. */
static float median_space(const struct row_line *line, size_t at, int step,
                          float least_em, size_t most)
{
	float spaces[LETTER_SPACES];
	size_t count = 0, k = at;

	assert(most <= LETTER_SPACES);
	for (size_t i = 0; i < WORD_SPACES_FAR && count < most; i++) {
		float space;
		size_t j = count;

		k += (size_t)step;
		if (!k || k >= line->count)
			break;
		space = space_before(line, k);
		if (space <= least_em * line->chars[line->row[at]].em_pt)
			continue;
		for (; j && spaces[j - 1] > space; j--)
			spaces[j] = spaces[j - 1];
		spaces[j] = space;
		count++;
	}
	return count ? spaces[count / 2] : INFINITY;
}

float row_letter_space(const struct row_line *line, size_t at)
{
	float space =
		fminf(median_space(line, at, -1, -INFINITY, LETTER_SPACES),
	              median_space(line, at, 1, -INFINITY, LETTER_SPACES));

	return isfinite(space) ? space : 0;
}

struct word_spaces row_word_spaces(const struct row_line *line, size_t at)
{
	float left = median_space(line, at, -1, GUTTER_WORD_EM, WORD_SPACES);
	float right = median_space(line, at, 1, GUTTER_WORD_EM, WORD_SPACES);

	return (struct word_spaces){
		fminf(left, right),
		isfinite(left) && isfinite(right) ? fmaxf(left, right)
						  : fminf(left, right),
	};
}
