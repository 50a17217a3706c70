/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/scan_measure.h"

#include "base/mem.h"
#include "load/place/place_weights.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

/* The lines before and behind one that show the edges of its column. */
#define NEAR_LINES   24 /* so many are looked at on each side */
#define NEAR_COUNTED 9  /* and so many of them count */

static int scan_compare_lengths(const void *one, const void *other)
{
	float a = *(const float *)one, b = *(const float *)other;

	return (a > b) - (a < b);
}

/* The length that is at `share` of all `count` > 0 of them, which are sorted. */
static float scan_length_at(float *lengths, size_t count, float share)
{
	size_t at = (size_t)(share * (float)count);

	qsort(lengths, count, sizeof *lengths, scan_compare_lengths);
	return lengths[at < count ? at : count - 1];
}

static float scan_right(const struct line_box *box)
{
	return box->left_pt + box->width_pt;
}

static float scan_foot(const struct line_box *box)
{
	return box->top_pt + box->height_pt;
}

/* How much of the narrower of two lines stands above or below the other. */
static float scan_share_across(const struct line_box *a,
                               const struct line_box *b)
{
	float from = a->left_pt > b->left_pt ? a->left_pt : b->left_pt;
	float to =
		scan_right(a) < scan_right(b) ? scan_right(a) : scan_right(b);
	float least = a->width_pt < b->width_pt ? a->width_pt : b->width_pt;

	return least > 0 ? (to - from) / least : 0;
}

/* What is measured of a line or of it and the line before, for the whole page; negative:
 * nothing. */
typedef float line_length(const struct scan_line *line,
                          const struct scan_line *before, float height_pt);

static float scan_height(const struct scan_line *line,
                         const struct scan_line *before, float height_pt)
{
	(void)before, (void)height_pt;
	return line->box.width_pt > 0 ? line->box.height_pt : -1;
}

static float scan_width(const struct scan_line *line,
                        const struct scan_line *before, float height_pt)
{
	(void)before, (void)height_pt;
	return line->box.width_pt > 0 ? line->box.width_pt : -1;
}

static float scan_pitch(const struct scan_line *line,
                        const struct scan_line *before, float height_pt)
{
	float pitch;

	if (!before || scan_share_across(&line->box, &before->box) < SCAN_BELOW)
		return -1;
	pitch = scan_foot(&line->box) - scan_foot(&before->box);
	return pitch > SCAN_PITCH_LEAST * height_pt &&
	                       pitch < SCAN_PITCH_MOST * height_pt
	               ? pitch
	               : -1;
}

/* The length at `share` of those of the page; negative: there is none. */
static float scan_page_length(const struct scan_page *page,
                              line_length *measure, float height_pt,
                              float share)
{
	float *lengths = mem_alloc((page->count + 1) * sizeof *lengths);
	size_t count = 0;
	float found = -1;

	for (size_t i = 0; i < page->count; i++) {
		float length =
			measure(&page->lines[i], i ? &page->lines[i - 1] : NULL,
		                height_pt);

		if (length >= 0)
			lengths[count++] = length;
	}
	if (count)
		found = scan_length_at(lengths, count, share);
	free(lengths);
	return found;
}

/* The edges of lines of one column. */
struct near_edges {
	float left[2 * NEAR_COUNTED + 1], right[2 * NEAR_COUNTED + 1];
	size_t count;
};

static void scan_near_add(struct near_edges *near, const struct line_box *box)
{
	near->left[near->count] = box->left_pt;
	near->right[near->count++] = scan_right(box);
}

/* Does `other` show the edges of the column of `line`? */
static bool scan_is_of_column(const struct scan_measures *measures,
                              const struct line_box *line,
                              const struct line_box *other)
{
	float down = line->top_pt - other->top_pt;
	bool is_wide = other->width_pt > SCAN_WIDE * measures->column_pt;

	if (other->width_pt <= 0 ||
	    scan_share_across(line, other) < SCAN_BELOW ||
	    other->height_pt > SCAN_LARGE * measures->height_pt)
		return false;
	if (is_wide && line->width_pt < SCAN_NARROW * measures->column_pt)
		return false;
	return (down < 0 ? -down : down) < SCAN_NEAR * measures->pitch_pt;
}

static void scan_near_collect(struct near_edges *near,
                              const struct scan_measures *measures,
                              const struct scan_page *page, size_t line)
{
	const struct line_box *box = &page->lines[line].box;
	size_t most = near->count + NEAR_COUNTED;

	for (size_t k = 1; k <= NEAR_LINES && k <= line && near->count < most;
	     k++)
		if (scan_is_of_column(measures, box,
		                      &page->lines[line - k].box))
			scan_near_add(near, &page->lines[line - k].box);
	most = near->count + NEAR_COUNTED;
	for (size_t k = 1;
	     k <= NEAR_LINES && line + k < page->count && near->count < most;
	     k++)
		if (scan_is_of_column(measures, box,
		                      &page->lines[line + k].box))
			scan_near_add(near, &page->lines[line + k].box);
}

/* Sets how the line stands between the edges of its column: those at which most lines near
 * it begin, and beyond which few of them end. */
static void scan_measure_column(struct scan_measures *measures,
                                const struct scan_page *page, size_t line)
{
	const struct line_box *box = &page->lines[line].box;
	struct scan_measure *measure = &measures->items[line];
	struct near_edges near = { .count = 0 };
	float left = box->left_pt, right = scan_right(box);

	scan_near_collect(&near, measures, page, line);
	measure->wide = box->width_pt > SCAN_WIDE * measures->column_pt;
	if (!measure->wide)
		scan_near_add(&near, box);
	if (near.count > SCAN_NEAR_LEAST) {
		left = scan_length_at(near.left, near.count, SCAN_LEFT_SHARE);
		right = scan_length_at(near.right, near.count,
		                       SCAN_RIGHT_SHARE);
	}
	measure->set_in = (box->left_pt - left) / measures->height_pt;
	measure->room = (right - scan_right(box)) / measures->height_pt;
	measure->column = (right - left) / measures->height_pt;
}

/* Does a column begin with `box`, in the next column to that of `before`, behind which is
 * `room_pt`? */
static bool scan_is_next_column(const struct scan_measures *measures,
                                const struct line_box *before, float room_pt,
                                const struct line_box *box)
{
	float right = scan_right(before) + (room_pt > 0 ? room_pt : 0);

	return box->left_pt >= before->left_pt + before->width_pt / 2 &&
	       box->left_pt < right + SCAN_GUTTER * measures->height_pt &&
	       box->top_pt < before->top_pt;
}

/* Sets how line `line` > 0, whose column is measured, stands to the line before. */
static void scan_measure_step(struct scan_measures *measures,
                              const struct scan_page *page, size_t line)
{
	struct scan_measure *measure = &measures->items[line];
	const struct line_box *before = &page->lines[line - 1].box;
	const struct line_box *box = &page->lines[line].box;
	float down = scan_foot(box) - scan_foot(before);

	if (scan_share_across(box, before) > SCAN_UNDER &&
	    down > -SCAN_UNDER * measures->height_pt) {
		measure->gap =
			(box->top_pt - scan_foot(before)) / measures->pitch_pt;
		measure->jumps = down > SCAN_FAR * measures->pitch_pt;
	} else {
		measure->begins_column = true;
		measure->jumps = !scan_is_next_column(
			measures, before,
			measure[-1].room * measures->height_pt, box);
	}
}

void scan_measures_init(struct scan_measures *measures,
                        const struct scan_page *page)
{
	float pitch;

	*measures = (struct scan_measures){
		.items = mem_alloc((page->count + 1) * sizeof *measures->items),
		.height_pt = scan_page_length(page, scan_height, 0, .5f),
		.column_pt = scan_page_length(page, scan_width, 0,
		                              SCAN_COLUMN_SHARE),
	};
	assert(measures->height_pt > 0);
	pitch = scan_page_length(page, scan_pitch, measures->height_pt, .5f);
	measures->pitch_pt =
		pitch > 0 ? pitch : SCAN_PITCH_USUAL * measures->height_pt;
	for (size_t i = 0; i < page->count; i++) {
		scan_measure_column(measures, page, i);
		if (i)
			scan_measure_step(measures, page, i);
		else
			measures->items[i].begins_column = true;
	}
}

void scan_measures_release(struct scan_measures *measures)
{
	free(measures->items);
	*measures = (struct scan_measures){ 0 };
}

bool scan_is_centred(const struct scan_measure *measure)
{
	float both = measure->set_in + measure->room;

	return measure->set_in > SCAN_CENTRED_LEFT &&
	       measure->room > SCAN_CENTRED_RIGHT &&
	       fabsf(measure->set_in - measure->room) <
	               SCAN_CENTRED_SHIFT * both + 1;
}
