/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_insets.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

/* Text runs around room above and below a quote, which its rules may need. */
#define AROUND_PITCH 1.6f

/* What stands in a column takes so much of its width; of another column scanned askew
 * there may be less. */
#define COLUMN_SHARE .15f

/* A line of more height is not looked for in other buckets than that of its middle, nor
 * are more lines of one bucket: no page has them, damaged places may. */
#define BUCKET_LINES 256

#define BUCKETS_MOST 4096

static size_t insets_bucket(const struct facsimile_insets *insets, float t)
{
	float bucket = floorf(t / insets->bucket_pt);

	if (!(bucket > 0))
		return 0;
	return bucket < (float)insets->bucket_count ? (size_t)bucket
	                                            : insets->bucket_count - 1;
}

static float middle(const struct facsimile_place *at)
{
	return (at->t0 + at->t1) / 2;
}

void facsimile_insets_init(struct facsimile_insets *insets,
                           const struct facsimile *plan)
{
	float extent =
		plan->vertical ? plan->page->width_pt : plan->page->height_pt;
	float buckets = fminf(extent / plan->pitch_pt + 1, BUCKETS_MOST);
	size_t *next;

	*insets = (struct facsimile_insets){ .plan = plan,
		                             .bucket_count = (size_t)buckets };
	insets->bucket_pt = fmaxf(plan->pitch_pt, extent / buckets);
	insets->order =
		mem_alloc((plan->line_count + 1) * sizeof *insets->order);
	insets->bucket =
		mem_alloc((insets->bucket_count + 1) * sizeof *insets->bucket);
	next = mem_alloc((insets->bucket_count + 1) * sizeof *next);
	for (size_t l = 0; l < plan->line_count; l++)
		insets->bucket[insets_bucket(insets,
		                             middle(&plan->lines[l].at)) +
		               1]++;
	for (size_t i = 1; i <= insets->bucket_count; i++)
		next[i] = insets->bucket[i] += insets->bucket[i - 1];
	for (size_t l = 0; l < plan->line_count; l++)
		insets->order[next[insets_bucket(
			insets, middle(&plan->lines[l].at))]++] = l;
	free(next);
}

void facsimile_insets_release(struct facsimile_insets *insets)
{
	free(insets->order);
	free(insets->bucket);
	*insets = (struct facsimile_insets){ 0 };
}

/* Does `other` stand beside `line`, and in the column [s0, s1], perhaps in part? */
static bool stands_beside(const struct facsimile_insets *insets,
                          const struct facsimile_place *line,
                          const struct facsimile_place *other, float s0,
                          float s1)
{
	return facsimile_overlap(s0, s1, other->s0, other->s1) >
	               COLUMN_SHARE * (s1 - s0) &&
	       facsimile_overlap(line->s0, line->s1, other->s0, other->s1) <=
	               0 &&
	       facsimile_overlap(line->t0, line->t1, other->t0, other->t1) >
	               -AROUND_PITCH * insets->plan->pitch_pt;
}

/* Does something stand beside line `l` in the column [s0, s1]?  The lines before and behind it
 * do not: a paragraph may end with one word, and the next one begin set in. */
static bool insets_has(const struct facsimile_insets *insets, size_t l,
                       float s0, float s1)
{
	const struct facsimile *plan = insets->plan;
	const struct facsimile_place *line = &plan->lines[l].at;
	size_t here = insets_bucket(insets, middle(line));
	size_t last = here + 4 < insets->bucket_count ? here + 4
	                                              : insets->bucket_count;

	for (size_t p = 0; p < plan->picture_count; p++)
		if (stands_beside(insets, line, &plan->pictures[p], s0, s1))
			return true;
	for (size_t bucket = here > 3 ? here - 3 : 0; bucket < last; bucket++) {
		size_t from = insets->bucket[bucket];
		size_t end = insets->bucket[bucket + 1];

		end = end - from > BUCKET_LINES ? from + BUCKET_LINES : end;
		for (size_t i = from; i < end; i++) {
			const size_t other = insets->order[i];

			if (other + 1 != l && other != l + 1 &&
			    stands_beside(insets, line, &plan->lines[other].at,
			                  s0, s1))
				return true;
		}
	}
	return false;
}

bool facsimile_insets_part(const struct facsimile_insets *insets, size_t line,
                           const struct facsimile_place *block)
{
	const struct facsimile_place *below = &insets->plan->lines[line].at;
	float s0 = fminf(block->s0, below->s0),
	      s1 = fmaxf(block->s1, below->s1);

	return insets_has(insets, line - 1, s0, s1) !=
	       insets_has(insets, line, s0, s1);
}
