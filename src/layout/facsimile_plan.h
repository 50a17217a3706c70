/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_PLAN_H
#define LAYOUT_FACSIMILE_PLAN_H

#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>

struct page_lines;

/*
 * A page whose lines have true places, on its way to a sheet: its blocks, which are lines
 * that were printed under each other without a gap, pictures, rules and the edges of boxes.
 *
 * Places are in the frame of the page: s runs along a line of the page's main direction,
 * t from line to line.  Where lines run across, s is x and t is y; where they run down, s
 * is y and t is the distance from the right edge.  On paper they are points.  On the grid
 * a step of t is a line, and a cell of s what a line of the page's direction is measured
 * in: a column of cells where lines run across, a row where they run down.
 */

enum facsimile_kind {
	FACSIMILE_TEXT,
	FACSIMILE_DISPLAY, /* headlines, larger type */
	FACSIMILE_PICTURE,
	FACSIMILE_RULE, /* along s */
	FACSIMILE_EDGE  /* the first or the last edge of a box */
};

struct facsimile_place {
	float s0, s1, t0, t1;
};

struct facsimile_line {
	struct range items; /* of page_lines.by_line */
	struct line_box box;
	struct facsimile_place at;
	int length;       /* in its own direction, unbroken: columns or rows */
	int indent_cells; /* from the left edge of its block; of a joined line, of
	                   * its first row */
	bool is_joined; /* several printed lines of a paragraph (facsimile_anew.h) */
	int rows;       /* lines into which it is broken, >= 1 */
	int step;       /* set by facsimile_rows.h: where it stands */
};

struct facsimile_block {
	enum facsimile_kind kind;
	size_t article;     /* index, or NPOS: furniture, marks */
	struct range lines; /* indices; they stand together */
	bool turned;        /* its lines do not run in the page's direction */
	struct facsimile_place at;
	float order_t; /* the middle of its first line: blocks of about one such
	                * place stand level */
	size_t box; /* index into boxes of the smallest that holds it, or NPOS */
	const struct page_mark *mark; /* of a picture */
	/* Set by facsimile_columns.h: the column at or before its left edge, and
	 * its cells [s, s + s_cells). */
	size_t column;
	int s, s_cells;
	/* Set by facsimile_rows.h: its steps [t, t + t_steps). */
	int t, t_steps;
};

/* A box of the page, around blocks; its first and its last edge are blocks, too. */
struct facsimile_box {
	struct facsimile_place at;
	size_t first_edge, last_edge; /* indices of blocks */
};

struct facsimile {
	struct page_lines *page_lines; /* borrowed */
	const struct page *page;
	bool vertical; /* most of its lines run down */
	bool is_anew; /* in narrower columns than in print (facsimile_anew.h) */
	float body_em_pt, pitch_pt;
	int window_rows, window_cols;
	bool shows_pictures;
	struct facsimile_line *lines; /* owned; in reading order */
	size_t line_count, line_cap;
	struct facsimile_block *blocks; /* owned; those of lines in reading
	                                 * order, then those of marks */
	size_t block_count, block_cap;
	size_t text_blocks;          /* how many of them hold lines */
	struct facsimile_box *boxes; /* owned; no box stands in another */
	size_t box_count, box_cap;
	struct facsimile_place *rules_s, *rules_t; /* owned; along s, along t */
	size_t rule_s_count, rule_s_cap, rule_t_count, rule_t_cap;
	struct facsimile_place *pictures;       /* owned */
	const struct page_mark **picture_marks; /* owned; those of the page */
	struct facsimile_line
		*masthead; /* owned; lines set apart (facsimile_masthead.h) */
	size_t masthead_count;
	float body_t0; /* where the articles begin; -INFINITY: no line is set apart */
	int top_rows; /* of the sheet, with these lines */
	size_t picture_count, picture_cap, picture_mark_count, picture_mark_cap;
};

void facsimile_release(struct facsimile *plan);

/* Does the line run down the page? */
bool facsimile_is_upright(const struct facsimile *plan,
                          const struct facsimile_block *block);

/* The free cells between two columns: with a blank at both sides of a rule, which stands
 * facsimile_rule_back() cells before the right one.  Where lines run down the rule has the
 * gap for itself. */
int facsimile_gap(const struct facsimile *plan);
int facsimile_rule_back(const struct facsimile *plan);

/* What two stretches share; negative: the room between them. */
float facsimile_overlap(float a0, float a1, float b0, float b1);

/* For sorting numbers with qsort(). */
int facsimile_compare(const void *one, const void *other);

#endif
