/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/frame.h"

#include "base/mem.h"
#include "load/place/char_grid.h"
#include "load/place/char_kind.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

struct frame_box frame_of_box(bool vertical, float page_width_pt,
                              struct page_box box)
{
	if (!vertical)
		return (struct frame_box){ box.x0, box.x1, box.y0, box.y1 };
	return (struct frame_box){ box.y0, box.y1, page_width_pt - box.x1,
		                   page_width_pt - box.x0 };
}

struct page_box frame_to_box(bool vertical, float page_width_pt,
                             struct frame_box box)
{
	if (!vertical)
		return (struct page_box){ box.s0, box.t0, box.s1, box.t1 };
	return (struct page_box){ page_width_pt - box.t1, box.s0,
		                  page_width_pt - box.t0, box.s1 };
}

static void find_ink(struct frame_char *c)
{
	c->begin = c->s0;
	c->end = c->s1;
	if (c->s1 - c->s0 <= MARK_FULL_EM * c->em_pt || c->han)
		return;
	if (char_opens_white(c->code))
		c->begin += MARK_WHITE_EM * c->em_pt;
	else if (char_closes_white(c->code))
		c->end -= MARK_WHITE_EM * c->em_pt;
}

static struct frame_char frame_char_of(const struct page_chars *page,
                                       const struct page_char *c, bool vertical)
{
	struct frame_box box = frame_of_box(vertical, page->width_pt, c->box);
	float middle = (box.s0 + box.s1) / 2;
	struct frame_char out = {
		.s0 = box.s0,
		.s1 = box.s1,
		.t = (box.t0 + box.t1) / 2,
		.em_pt = c->em_pt,
		.code = c->code,
		.vertical = vertical,
		.han = char_is_han(c->code),
	};

	if (vertical && c->turn == TURN_NONE) {
		out.s0 = middle - c->em_pt / 2;
		out.s1 = middle + c->em_pt / 2;
	}
	find_ink(&out);
	return out;
}

struct frame_char *frame_chars(const struct page_chars *page,
                               const bool *vertical)
{
	struct frame_char *chars = mem_alloc(page->count * sizeof *chars);

	for (size_t i = 0; i < page->count; i++)
		chars[i] = frame_char_of(page, &page->chars[i], vertical[i]);
	return chars;
}

/* ---------------------------------------------------------------- seats of marks */

static bool may_be_moved(const struct frame_char *c)
{
	return c->vertical && char_is_moved_mark(c->code);
}

static float middle_of(const struct frame_char *c)
{
	return (c->s0 + c->s1) / 2;
}

/* What stands around a mark. */
struct mark_place {
	bool straight; /* it stands on a line as it is */
	const struct frame_char *beside, *below;
	float beside_far; /* how far `beside` is from where it would be best */
	float beside_ds;  /* and how far behind the mark */
};

static void place_add(struct mark_place *place, const struct frame_char *c,
                      const struct frame_char *other)
{
	float ds = (middle_of(other) - middle_of(c)) / c->em_pt;
	float dt = (other->t - c->t) / c->em_pt;
	float far = fabsf(dt - SEAT_USUAL_EM);

	if (fabsf(dt) < SEAT_STRAIGHT_EM && fabsf(ds) > SEAT_NEXT_EM &&
	    fabsf(ds) < SEAT_NEXT_MOST_EM) {
		place->straight = true;
	} else if (dt > SEAT_ASIDE_EM && dt < SEAT_ASIDE_MOST_EM &&
	           ds > -SEAT_UP_EM && ds < SEAT_DOWN_EM) {
		if (place->beside &&
		    (far > place->beside_far ||
		     (far == place->beside_far && ds <= place->beside_ds)))
			return;
		place->beside = other;
		place->beside_far = far;
		place->beside_ds = ds;
	} else if (dt > SEAT_ASIDE_EM && dt < SEAT_ASIDE_MOST_EM &&
	           ds > SEAT_BELOW_EM && ds < SEAT_BELOW_MOST_EM) {
		place->below = other;
	}
}

static struct mark_place mark_place_of(const struct frame_char *chars,
                                       struct char_grid *grid,
                                       const struct frame_char *c)
{
	float middle = middle_of(c), em = c->em_pt;
	struct mark_place place = { 0 };
	struct grid_walk walk;
	const struct grid_item *item;

	grid_walk_init(&walk, grid,
	               (struct grid_window){ middle - SEAT_NEXT_MOST_EM * em,
	                                     middle + SEAT_BELOW_MOST_EM * em,
	                                     c->t - SEAT_ASIDE_EM * em,
	                                     c->t + SEAT_ASIDE_MOST_EM * em,
	                                     SEAT_SIZE * em, em / SEAT_SIZE });
	while ((item = grid_walk_next(&walk)))
		if (!may_be_moved(&chars[item->index]))
			place_add(&place, c, &chars[item->index]);
	return place;
}

static void frame_move_mark(struct frame_char *c,
                            const struct mark_place *place)
{
	const struct frame_char *by =
		place->beside ? place->beside : place->below;
	float middle;

	if (place->straight || !by)
		return;
	middle = middle_of(by) +
	         (place->beside ? SEAT_BEHIND_EM : -SEAT_BEHIND_EM) * c->em_pt;
	c->t = by->t;
	c->s0 = middle - SEAT_BEFORE_EM * c->em_pt;
	c->s1 = middle + SEAT_AFTER_EM * c->em_pt;
	find_ink(c);
}

void frame_seat_marks(struct frame_char *chars, size_t count, size_t *steps)
{
	struct grid_point *points = mem_alloc(count * sizeof *points);
	bool *skip = mem_alloc(count);
	struct char_grid grid;

	for (size_t i = 0; i < count; i++) {
		points[i] = (struct grid_point){ middle_of(&chars[i]),
			                         chars[i].t, chars[i].em_pt };
		skip[i] = !chars[i].vertical;
	}
	char_grid_init(&grid, points, count, skip);
	for (size_t i = 0; i < count; i++) {
		struct mark_place place;

		if (!may_be_moved(&chars[i]))
			continue;
		/* What it stands by is never moved, so the order does not
		 * matter. */
		place = mark_place_of(chars, &grid, &chars[i]);
		frame_move_mark(&chars[i], &place);
	}
	*steps += grid.steps;
	char_grid_release(&grid);
	free(points);
	free(skip);
}
