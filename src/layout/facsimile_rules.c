/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_rules.h"

#include "base/mem.h"
#include "base/num.h"
#include "layout/facsimile_screens.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"
#include "text/upright.h"

#include <stdlib.h>

#define TURNED_CELLS (UPRIGHT_COLS + 1)
#define HEAVY_PT     1.5f /* a thicker rule is heavy */
#define NEAR_CELLS   6    /* text so near to a rule stands beside it */
#define LEAST_STEPS  2    /* no shorter piece of a rule along t is drawn */

int facsimile_row(const struct facsimile_grid *grid, int s, int t)
{
	return grid->vertical ? s : t;
}

int facsimile_col(const struct facsimile_grid *grid, int s, int t)
{
	return grid->vertical ? grid->cols - UPRIGHT_COLS - t * TURNED_CELLS
	                      : s;
}

/* The state while marks are set. */
struct mark_setter {
	const struct facsimile *plan;
	const struct facsimile_columns *columns;
	const struct facsimile_grid *grid;
	struct sheet *sheet;
};

static enum rule_weight weight_of(float thickness_pt)
{
	return thickness_pt > HEAVY_PT ? RULE_HEAVY : RULE_THIN;
}

static void set_rule(const struct mark_setter *setter,
                     const struct facsimile_block *block)
{
	sheet_add_rule(
		setter->sheet,
		(struct rule){
			.row = facsimile_row(setter->grid, block->s, block->t),
			.col = facsimile_col(setter->grid, block->s, block->t),
			.length = block->s_cells,
			.vertical = setter->grid->vertical,
			.weight = weight_of(block->at.t1 - block->at.t0),
		});
}

/* The rectangle of cells [s, s + cells) and steps [t, t + steps). */
static struct frame frame_of(const struct facsimile_grid *grid, int s,
                             int cells, int t, int steps)
{
	if (!grid->vertical)
		return (struct frame){
			.row = t, .col = s, .rows = steps, .cols = cells
		};
	return (struct frame){
		.row = s,
		.col = facsimile_col(grid, s, t + steps - 1),
		.rows = cells,
		.cols = steps * TURNED_CELLS - 1,
	};
}

/* Does the slug stand neither inside the frame nor outside? */
static bool frame_cuts(const struct frame *frame, const struct slug *slug)
{
	int end_row = frame->row + frame->rows;
	int end_col = frame->col + frame->cols;
	bool apart =
		slug->row >= end_row || slug->row + slug->rows <= frame->row ||
		slug->col >= end_col || slug->col + slug->cols <= frame->col;
	bool inside =
		slug->row > frame->row && slug->row + slug->rows < end_row &&
		slug->col > frame->col && slug->col + slug->cols < end_col;

	return !apart && (!inside || frame->is_picture);
}

static void set_frame(const struct mark_setter *setter, struct frame frame)
{
	for (size_t i = 0; i < setter->sheet->slug_count; i++)
		if (frame_cuts(&frame, &setter->sheet->slugs[i]))
			return;
	sheet_add_frame(setter->sheet, frame);
}

static void set_picture(const struct mark_setter *setter,
                        const struct facsimile_block *block)
{
	struct frame frame = frame_of(setter->grid, block->s, block->s_cells,
	                              block->t, block->t_steps);

	frame.is_picture = true;
	frame.mark = block->mark;
	set_frame(setter, frame);
}

static void set_box(const struct mark_setter *setter,
                    const struct facsimile_box *box)
{
	const struct facsimile_block *first =
		&setter->plan->blocks[box->first_edge];
	const struct facsimile_block *last =
		&setter->plan->blocks[box->last_edge];

	set_frame(setter, frame_of(setter->grid, first->s, first->s_cells,
	                           first->t, last->t - first->t + 1));
}

/* Widens a range of steps, which may be empty, so that it holds [from, end). */
static void widen(struct range *steps, int from, int end)
{
	if (steps->start == steps->end)
		*steps = (struct range){ (size_t)from, (size_t)end };
	if ((size_t)from < steps->start)
		steps->start = (size_t)from;
	if ((size_t)end > steps->end)
		steps->end = (size_t)end;
}

/* Widens `steps` to those of a block beside a rule, where it was printed level with it. */
static void rule_add_steps(struct range *steps, const struct facsimile *plan,
                           const struct facsimile_place *rule,
                           const struct facsimile_block *block)
{
	if (block->kind == FACSIMILE_PICTURE || block->turned) {
		if (facsimile_overlap(rule->t0, rule->t1, block->at.t0,
		                      block->at.t1) > 0)
			widen(steps, block->t, block->t + block->t_steps);
		return;
	}
	for (size_t l = block->lines.start; l < block->lines.end; l++) {
		const struct facsimile_line *line = &plan->lines[l];
		float t = (line->at.t0 + line->at.t1) / 2;

		if (t >= rule->t0 && t <= rule->t1)
			widen(steps, line->step, line->step + line->rows);
	}
}

/* The steps between which a rule along t stands: those of the lines and pictures beside
 * it. */
static struct range rule_steps(const struct facsimile *plan,
                               const struct facsimile_place *rule, int cell)
{
	struct range steps = { 0, 0 };

	for (size_t b = 0; b < plan->block_count; b++) {
		const struct facsimile_block *block = &plan->blocks[b];
		int left = cell - block->s - block->s_cells;
		int right = block->s - cell;

		if ((left >= 0 && left <= NEAR_CELLS) ||
		    (right >= 0 && right <= NEAR_CELLS))
			rule_add_steps(&steps, plan, rule, block);
	}
	return steps;
}

/* Marks the steps at which blocks have the cell. */
static void rule_find_taken(const struct facsimile *plan, int cell,
                            unsigned char *taken)
{
	for (size_t b = 0; b < plan->block_count; b++) {
		const struct facsimile_block *block = &plan->blocks[b];

		if (cell >= block->s && cell < block->s + block->s_cells)
			for (int t = 0; t < block->t_steps; t++)
				taken[block->t + t] = true;
	}
}

static void set_rule_piece(const struct mark_setter *setter, int cell,
                           size_t from, size_t end, float thickness_pt)
{
	const struct facsimile_grid *grid = setter->grid;
	int first = (int)from, last = (int)end - 1;
	int left = facsimile_col(grid, cell, last);

	if (end - from < LEAST_STEPS)
		return;
	sheet_add_rule(
		setter->sheet,
		(struct rule){
			.row = facsimile_row(grid, cell, first),
			.col = left,
			.length = grid->vertical
	                                  ? facsimile_col(grid, cell, first) +
	                                            UPRIGHT_COLS - left
	                                  : last - first + 1,
			.vertical = !grid->vertical,
			.weight = weight_of(thickness_pt),
		});
}

/* A rule along t stands in the gap before the column at its right, where that is free. */
static void set_rule_t(const struct mark_setter *setter,
                       const struct facsimile_place *rule)
{
	const struct facsimile_columns *columns = setter->columns;
	int back = facsimile_rule_back(setter->plan);
	size_t column = facsimile_column_at(columns, (rule->s0 + rule->s1) / 2,
	                                    setter->plan->body_em_pt / 2);
	int cell =
		column < columns->count
			? columns->items[column].s - back
			: columns->end + facsimile_gap(setter->plan) - back - 1;
	unsigned char *taken;
	struct range steps = rule_steps(setter->plan, rule, cell);
	size_t from = steps.start;

	if (cell < facsimile_screen_start(setter->plan, cell + back))
		return;
	taken = mem_alloc((size_t)setter->grid->steps + 1);
	rule_find_taken(setter->plan, cell, taken);
	for (size_t t = steps.start; t < steps.end; t++)
		if (taken[t]) {
			set_rule_piece(setter, cell, from, t,
			               rule->s1 - rule->s0);
			from = t + 1;
		}
	if (from < steps.end)
		set_rule_piece(setter, cell, from, steps.end,
		               rule->s1 - rule->s0);
	free(taken);
}

void facsimile_set_marks(const struct facsimile *plan,
                         const struct facsimile_columns *columns,
                         const struct facsimile_grid *grid)
{
	const struct mark_setter setter = { plan, columns, grid,
		                            plan->page_lines->sheet };

	for (size_t b = plan->text_blocks; b < plan->block_count; b++)
		if (plan->blocks[b].kind == FACSIMILE_RULE)
			set_rule(&setter, &plan->blocks[b]);
		else if (plan->blocks[b].kind == FACSIMILE_PICTURE)
			set_picture(&setter, &plan->blocks[b]);
	for (size_t b = 0; b < plan->box_count; b++)
		set_box(&setter, &plan->boxes[b]);
	for (size_t r = 0; r < plan->rule_t_count; r++)
		set_rule_t(&setter, &plan->rules_t[r]);
}
