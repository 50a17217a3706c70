/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/nearest_article.h"

#include "load/place/place_weights.h"

#include <math.h>

void nearest_init(struct nearest *nearest, const struct placing *placing,
                  size_t most)
{
	*nearest = (struct nearest){ .placing = placing, .most = most };
	separators_init(&nearest->separators, placing);
}

void nearest_release(struct nearest *nearest)
{
	separators_release(&nearest->separators);
}

static float nearest_room(const struct frame_box *a, const struct frame_box *b)
{
	return fmaxf(0, -frame_overlap(a->s0, a->s1, b->s0, b->s1)) +
	       fmaxf(0, -frame_overlap(a->t0, a->t1, b->t0, b->t1));
}

/* The part of an article that is nearest, and whether any part is in the same box. */
struct nearest_part {
	const struct frame_box *at;
	float room;
	bool inside;
};

static void nearest_take(struct nearest_part *part, const struct seeker *seeker,
                         const struct frame_box *at, size_t inside)
{
	float room = nearest_room(&seeker->at, at);

	part->inside = part->inside || inside == seeker->inside;
	if (part->at && room >= part->room)
		return;
	part->at = at;
	part->room = room;
}

static struct nearest_part nearest_part_of(struct nearest *nearest,
                                           const struct seeker *seeker,
                                           size_t index)
{
	const struct placing *placing = nearest->placing;
	const struct placed_article *article = &placing->articles[index];
	struct nearest_part part = { .at = NULL };

	for (size_t i = 0; i < article->column_count; i++) {
		const struct placed_column *column =
			&placing->columns[article->columns[i]];

		nearest_take(&part, seeker, &column->at, column->inside);
	}
	if (article->head != NPOS)
		nearest_take(&part, seeker, &placing->heads[article->head].at,
		             placing->heads[article->head].inside);
	nearest->steps += article->column_count + 1;
	return part;
}

static float nearest_clamp(float x, float least, float most)
{
	return fmaxf(least, fminf(most, x));
}

/* The rules between the middle of the seeker and the nearest point of the part. */
static size_t nearest_separators(const struct nearest *nearest,
                                 const struct seeker *seeker,
                                 const struct frame_box *part)
{
	struct frame_point from = { (seeker->at.s0 + seeker->at.s1) / 2,
		                    (seeker->at.t0 + seeker->at.t1) / 2 };
	struct frame_point to = { nearest_clamp(from.s, part->s0, part->s1),
		                  nearest_clamp(from.t, part->t0, part->t1) };

	return separators_between(&nearest->separators, from, to);
}

size_t nearest_article(struct nearest *nearest, const struct seeker *seeker,
                       nearest_filter *may_be)
{
	const struct placing *placing = nearest->placing;
	float em = placing->body_em, least = INFINITY;
	size_t best = NPOS;

	for (size_t i = 0; i < placing->article_count; i++) {
		struct nearest_part part;
		float room;

		if (nearest->steps > nearest->most && best != NPOS)
			break;
		nearest->steps++;
		if (!may_be(placing, i))
			continue;
		part = nearest_part_of(nearest, seeker, i);
		if (!part.at)
			continue;
		room = part.room + (part.inside ? 0 : ATTACH_BOX_EM * em);
		if (room >= least)
			continue;
		room += ATTACH_SEPARATOR_EM * em *
		        (float)nearest_separators(nearest, seeker, part.at);
		if (room >= least)
			continue;
		least = room;
		best = i;
	}
	return best;
}
