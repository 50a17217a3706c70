/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_rows.h"

#include "base/mem.h"
#include "base/num.h"
#include "layout/facsimile_break.h"
#include "layout/facsimile_screens.h"
#include "layout/page_lines.h"
#include "text/upright.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

#define LEVEL_PITCH  .45f /* what stands nearer is level */
#define BLANK_PITCH  .5f  /* so much of a pitch is no blank line yet */
#define BLANK_STEPS  1    /* so many blank lines at most */
#define LEVEL_STEPS  1    /* so many more, where that makes lines level */
#define MARGIN_CELLS 1    /* between blocks that stand side by side */

#define TURNED_CELLS (UPRIGHT_COLS + 1)

#define PICTURE_STEPS_LEAST 3
#define PICTURE_STEPS_MOST  20
#define FRAME_STEPS_MOST    12
#define FRAME_SHARE                                                            \
 5 /* of the window, the most of a frame in which nothing is shown */

/* A block or line in the order of its middle. */
struct ordered {
	float t;
	size_t index;
};

struct facsimile_rows {
	struct facsimile *plan;
	int cells;              /* of the grid */
	int *below;             /* owned; by cell, the first free step */
	float *below_pt;        /* owned; what was printed there ends here */
	struct ordered *blocks; /* owned; from head to foot */
	struct ordered *lines;  /* owned; the same */
	size_t next_line;       /* lines before have been passed */
	float passed_pt;        /* up to here */
	int level;              /* the last step of all lines passed */
};

static int ordered_compare(const void *one, const void *other)
{
	const struct ordered *a = one, *b = other;

	if (a->t < b->t || a->t > b->t)
		return a->t < b->t ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

/* The cells of a block, and one behind it that keeps it from its neighbour.  The frame of a
 * picture is apart by itself, and boxes beside each other share the line between them. */
static struct range rows_cells(const struct facsimile_rows *rows,
                               const struct facsimile_block *block)
{
	int margin = block->kind == FACSIMILE_PICTURE ? 0
	             : block->kind == FACSIMILE_EDGE  ? -MARGIN_CELLS
	                                              : MARGIN_CELLS;
	int end = smaller(
		rows->cells,
		larger(smaller(block->s + block->s_cells + margin,
	                       facsimile_screen_end(rows->plan, block->s)),
	               block->s + block->s_cells + smaller(0, margin)));

	return (struct range){ (size_t)block->s,
		               (size_t)larger(block->s, end) };
}

/* The steps that a block takes. */
static int rows_steps(const struct facsimile *plan,
                      const struct facsimile_block *block)
{
	int steps = 0, longest = 1, most = facsimile_line_most(plan, block);

	if (block->kind == FACSIMILE_PICTURE) {
		float pitches = (block->at.t1 - block->at.t0) / plan->pitch_pt;
		int window = plan->vertical ? INT_MAX : plan->window_rows;

		most = plan->shows_pictures
		               ? smaller(PICTURE_STEPS_MOST, window / 2)
		               : smaller(FRAME_STEPS_MOST,
		                         window / FRAME_SHARE);
		return larger(PICTURE_STEPS_LEAST,
		              (int)fminf((float)most, pitches));
	}
	for (size_t l = block->lines.start; l < block->lines.end; l++) {
		steps += plan->lines[l].rows;
		longest = larger(longest, smaller(plan->lines[l].length, most));
	}
	if (!block->turned)
		return larger(1, steps);
	return plan->vertical ? (longest + TURNED_CELLS) / TURNED_CELLS
	                      : longest;
}

static int rows_blank(const struct facsimile *plan, float gap_pt)
{
	float pitches = gap_pt / plan->pitch_pt - BLANK_PITCH;

	return (int)fmaxf(0, fminf(BLANK_STEPS, roundf(pitches)));
}

/* Does the block go on, in the middle of a paragraph, right below the one before, which ends at
 * step `t`?  It was parted from that by what stands beside it. */
static bool rows_goes_on(const struct facsimile *plan,
                         const struct facsimile_block *block, int t)
{
	const struct facsimile_block *before = block - 1;
	const struct facsimile_line *line = &plan->lines[block->lines.start];

	return block > plan->blocks && block->kind == FACSIMILE_TEXT &&
	       before->kind == FACSIMILE_TEXT &&
	       before->column == block->column &&
	       before->t + before->t_steps == t && !block->turned &&
	       !plan->page_lines->by_line[line->items.start]->begins_passage;
}

/* Does a picture stand right below text of its column, which runs around it? */
static bool rows_is_inside_text(const struct facsimile *plan,
                                const struct facsimile_block *picture)
{
	if (picture->kind != FACSIMILE_PICTURE)
		return false;
	for (size_t b = 0; b < plan->text_blocks; b++) {
		const struct facsimile_block *text = &plan->blocks[b];
		float away = picture->at.t0 - text->at.t1;

		if (text->kind == FACSIMILE_TEXT &&
		    fabsf(away) < plan->pitch_pt &&
		    facsimile_overlap(text->at.s0, text->at.s1, picture->at.s0,
		                      picture->at.s1) > 0)
			return true;
	}
	return false;
}

/* The first step at which the block may stand: below what has its cells, and level with what
 * was printed level with it, unless that leaves blank what was not blank on paper. */
static int rows_least(const struct facsimile_rows *rows,
                      const struct facsimile_block *block)
{
	struct range cells = rows_cells(rows, block);
	const int top = rows->plan->top_rows;
	float ends = 0;
	int least = top;

	for (size_t c = cells.start; c < cells.end; c++) {
		if (rows->below[c] > least)
			ends = rows->below_pt[c];
		else if (rows->below[c] == least)
			ends = fmaxf(ends, rows->below_pt[c]);
		least = larger(least, rows->below[c]);
	}
	if (least > top && rows_goes_on(rows->plan, block, least))
		return least;
	if (least > top && block->kind != FACSIMILE_EDGE)
		least += rows_blank(rows->plan, block->at.t0 - ends);
	if (least == top && block->kind != FACSIMILE_EDGE)
		return rows->level;
	if (block->kind != FACSIMILE_EDGE &&
	    !rows_is_inside_text(rows->plan, block))
		least = larger(least,
		               smaller(rows->level, least + LEVEL_STEPS));
	return least;
}

/* The lines up to `t_pt` have been passed. */
static void rows_pass(struct facsimile_rows *rows, float t_pt)
{
	const struct facsimile *plan = rows->plan;

	rows->passed_pt = fmaxf(rows->passed_pt, t_pt);
	for (; rows->next_line < plan->line_count &&
	       rows->lines[rows->next_line].t <= rows->passed_pt;
	     rows->next_line++) {
		const struct facsimile_line *line =
			&plan->lines[rows->lines[rows->next_line].index];

		/* Lines of blocks that do not stand yet pass with them. */
		rows->level = larger(rows->level, line->step);
	}
}

static void rows_place(struct facsimile_rows *rows,
                       struct facsimile_block *block, int t)
{
	struct range cells = rows_cells(rows, block);
	struct facsimile *plan = rows->plan;
	int step = t;

	block->t = t;
	for (size_t c = cells.start; c < cells.end; c++) {
		rows->below[c] = t + block->t_steps;
		rows->below_pt[c] = block->kind == FACSIMILE_EDGE
		                            ? block->order_t
		                            : block->at.t1;
	}
	for (size_t l = block->lines.start; l < block->lines.end; l++) {
		struct facsimile_line *line = &plan->lines[l];

		line->step = block->turned ? t : step;
		step += line->rows;
		if ((line->at.t0 + line->at.t1) / 2 <= rows->passed_pt)
			rows->level = larger(rows->level, line->step);
	}
}

static bool rows_share_cells(const struct facsimile_rows *rows,
                             const struct facsimile_block *one,
                             const struct facsimile_block *other)
{
	struct range a = rows_cells(rows, one), b = rows_cells(rows, other);

	return a.start < b.end && b.start < a.end;
}

/* The end of the blocks from `i` on that are of one article, are level with it and stand
 * beside each other. */
static size_t rows_level_end(const struct facsimile_rows *rows, size_t i)
{
	const struct facsimile *plan = rows->plan;
	float most = rows->blocks[i].t + LEVEL_PITCH * plan->pitch_pt;
	size_t end = i + 1;

	for (; end < plan->block_count && rows->blocks[end].t <= most; end++) {
		const struct facsimile_block *block =
			&plan->blocks[rows->blocks[end].index];

		if ((block->kind != FACSIMILE_TEXT &&
		     block->kind != FACSIMILE_DISPLAY) ||
		    block->article !=
		            plan->blocks[rows->blocks[i].index].article)
			return end;
		for (size_t j = i; j < end; j++)
			if (rows_share_cells(
				    rows, block,
				    &plan->blocks[rows->blocks[j].index]))
				return end;
	}
	return end;
}

/* What was printed down to there is level with a block or above it; a rule stands between
 * two lines, and only the upper one is. */
static float rows_level_pt(const struct facsimile_rows *rows, size_t i)
{
	const struct facsimile *plan = rows->plan;
	bool is_rule =
		plan->blocks[rows->blocks[i].index].kind == FACSIMILE_RULE;

	return rows->blocks[i].t + (is_rule ? 0 : LEVEL_PITCH * plan->pitch_pt);
}

static void rows_place_all(struct facsimile_rows *rows)
{
	struct facsimile *plan = rows->plan;

	for (size_t i = 0, end; i < plan->block_count; i = end) {
		int t = 0;

		end = rows_level_end(rows, i);
		rows_pass(rows, rows_level_pt(rows, end - 1));
		for (size_t j = i; j < end; j++)
			t = larger(
				t,
				rows_least(
					rows,
					&plan->blocks[rows->blocks[j].index]));
		for (size_t j = i; j < end; j++)
			rows_place(rows, &plan->blocks[rows->blocks[j].index],
			           t);
	}
}

/* Moves a headline down to the text of its article and fills the room of a picture;
 * `owner` has the block that was placed in a cell below, or NPOS. */
static void rows_settle_block(const struct facsimile_rows *rows,
                              struct facsimile_block *block,
                              const size_t *owner)
{
	struct facsimile *plan = rows->plan;
	struct range cells = rows_cells(rows, block);
	const struct facsimile_block *under = NULL;
	int room;

	for (size_t c = cells.start; c < cells.end; c++)
		if (owner[c] != NPOS &&
		    (!under || plan->blocks[owner[c]].t < under->t))
			under = &plan->blocks[owner[c]];
	if (!under)
		return;
	room = under->t - block->t - block->t_steps -
	       rows_blank(plan, under->at.t0 - block->at.t1);
	if (room <= 0)
		return;
	if (block->kind == FACSIMILE_PICTURE)
		block->t_steps += room;
	else if (block->kind == FACSIMILE_DISPLAY && !block->turned &&
	         block->article != NPOS && under->article == block->article)
		block->t += room;
}

static int rows_compare_steps(const void *one, const void *other)
{
	const struct ordered *a = one, *b = other;

	if (a->t < b->t || a->t > b->t)
		return a->t > b->t ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

/* From the foot to the head. */
static void rows_settle(struct facsimile_rows *rows)
{
	struct facsimile *plan = rows->plan;
	size_t *owner = mem_alloc(((size_t)rows->cells + 1) * sizeof *owner);

	for (int c = 0; c < rows->cells; c++)
		owner[c] = NPOS;
	for (size_t i = 0; i < plan->block_count; i++)
		rows->blocks[i].t =
			(float)plan->blocks[rows->blocks[i].index].t;
	if (plan->block_count)
		qsort(rows->blocks, plan->block_count, sizeof *rows->blocks,
		      rows_compare_steps);
	for (size_t i = 0; i < plan->block_count; i++) {
		size_t index = rows->blocks[i].index;
		struct facsimile_block *block = &plan->blocks[index];
		struct range cells = rows_cells(rows, block);

		rows_settle_block(rows, block, owner);
		for (size_t c = cells.start; c < cells.end; c++)
			owner[c] = index;
	}
	free(owner);
}

static void rows_init(struct facsimile_rows *rows, struct facsimile *plan,
                      const struct facsimile_columns *columns)
{
	*rows = (struct facsimile_rows){
		.plan = plan,
		.cells = columns->end + MARGIN_CELLS,
		.passed_pt = -INFINITY,
		.level = plan->top_rows,
	};
	rows->below = mem_alloc((size_t)rows->cells * sizeof *rows->below);
	rows->below_pt =
		mem_alloc((size_t)rows->cells * sizeof *rows->below_pt);
	for (int c = 0; c < rows->cells; c++)
		rows->below[c] = plan->top_rows;
	rows->blocks =
		mem_alloc((plan->block_count + 1) * sizeof *rows->blocks);
	rows->lines = mem_alloc((plan->line_count + 1) * sizeof *rows->lines);
	for (size_t b = 0; b < plan->block_count; b++) {
		plan->blocks[b].t_steps = rows_steps(plan, &plan->blocks[b]);
		rows->blocks[b] =
			(struct ordered){ plan->blocks[b].order_t, b };
	}
	for (size_t l = 0; l < plan->line_count; l++)
		rows->lines[l] = (struct ordered){
			(plan->lines[l].at.t0 + plan->lines[l].at.t1) / 2, l
		};
	qsort(rows->blocks, plan->block_count, sizeof *rows->blocks,
	      ordered_compare);
	qsort(rows->lines, plan->line_count, sizeof *rows->lines,
	      ordered_compare);
}

int facsimile_set_rows(struct facsimile *plan,
                       const struct facsimile_columns *columns)
{
	struct facsimile_rows rows;
	int steps = 0;

	if (!plan->block_count)
		return 0;
	rows_init(&rows, plan, columns);
	rows_place_all(&rows);
	rows_settle(&rows);
	for (size_t b = 0; b < plan->block_count; b++)
		steps = larger(steps,
		               plan->blocks[b].t + plan->blocks[b].t_steps);
	free(rows.below);
	free(rows.below_pt);
	free(rows.blocks);
	free(rows.lines);
	return steps;
}
