/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/body_type.h"

#include "base/mem.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

#define RUN_ON_CHARS 4 /* of running text behind words in bold, at least */

/* A line as a sample of its size. */
struct sample {
	float em_pt;
	size_t chars;
};

static int compare_samples(const void *a, const void *b)
{
	const struct sample *x = a, *y = b;

	if (x->em_pt == y->em_pt)
		return (x->chars > y->chars) - (x->chars < y->chars);
	return x->em_pt > y->em_pt ? 1 : -1;
}

/* The mean size of the samples within BODY_SAME of each other that have most
 * characters. */
static float densest_size(const struct sample *samples, size_t count)
{
	size_t start = 0, chars = 0, most = 0;
	double sum = 0, best = 0;

	for (size_t end = 0; end < count; end++) {
		chars += samples[end].chars;
		sum += (double)samples[end].em_pt * (double)samples[end].chars;
		while (samples[end].em_pt > samples[start].em_pt * BODY_SAME) {
			chars -= samples[start].chars;
			sum -= (double)samples[start].em_pt *
			       (double)samples[start].chars;
			start++;
		}
		if (chars > most) {
			most = chars;
			best = sum / (double)chars;
		}
	}
	return (float)best;
}

static float find_size(const struct placing *placing)
{
	struct sample *samples =
		mem_alloc(placing->line_count * sizeof *samples);
	size_t count = 0;
	float size;

	for (size_t i = 0; i < placing->line_count; i++) {
		const struct placed_line *line = &placing->lines[i];

		if (line->vertical == placing->vertical)
			samples[count++] = (struct sample){ line->em_pt,
				                            line->char_count };
	}
	qsort(samples, count, sizeof *samples, compare_samples);
	size = densest_size(samples, count);
	free(samples);
	return size;
}

static uint32_t find_face(const struct placing *placing)
{
	size_t *chars = mem_alloc(placing->chars->face_count * sizeof *chars);
	uint32_t best = 0;

	for (size_t i = 0; i < placing->line_count; i++) {
		const struct placed_line *line = &placing->lines[i];

		if (line->vertical == placing->vertical &&
		    fabsf(line->em_pt - placing->body_em) <
		            BODY_NEAR * placing->body_em)
			chars[line->face] += line->char_count;
	}
	for (uint32_t i = 1; i < placing->chars->face_count; i++)
		if (chars[i] > chars[best])
			best = i;
	free(chars);
	return best;
}

static bool char_is_body(const struct placing *placing, size_t index)
{
	const struct page_char *c = &placing->chars->chars[index];
	bool bold = c->bold || placing->chars->faces[c->face].bold;

	return c->face == placing->body_face && bold == placing->body_bold &&
	       fabsf(c->em_pt - placing->body_em) <
	               BODY_NEAR * placing->body_em;
}

/* Does a line in another face end in that of running text: its first words, a dateline or
 * a name, are set bold, and the text runs on behind them? */
static bool line_runs_on(const struct placing *placing,
                         const struct placed_line *line)
{
	size_t body = 0;

	if (line->vertical != placing->vertical ||
	    fabsf(line->em_pt - placing->body_em) >=
	            BODY_NEAR * placing->body_em)
		return false;
	while (body < line->char_count &&
	       char_is_body(placing, line->chars[line->char_count - 1 - body]))
		body++;
	return body >= RUN_ON_CHARS &&
	       (float)body >= BODY_RUN_ON * (float)line->char_count;
}

void body_type_find(struct placing *placing)
{
	if (!placing->line_count)
		return;
	placing->body_em = find_size(placing);
	placing->body_face = find_face(placing);
	placing->body_bold = placing->chars->faces[placing->body_face].bold;
	for (size_t i = 0; i < placing->line_count; i++) {
		struct placed_line *line = &placing->lines[i];

		if (line->face != placing->body_face &&
		    line_runs_on(placing, line)) {
			line->face = placing->body_face;
			line->bold = placing->body_bold;
		}
		line->heavy = line->em_pt > LINE_HEAVY * placing->body_em ||
		              (line->bold && !placing->body_bold) ||
		              line->vertical != placing->vertical;
	}
}
