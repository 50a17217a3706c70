/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_SHEET_H
#define LAYOUT_SHEET_H

#include "base/str.h"
#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Lines of type placed on a sheet of cells: what a layout gives and a view
 * shows a window of.  The article (flow.h) and the printed page (facsimile.h)
 * are both sheets, so focus, highlights and drawing are written once.
 *
 * A sheet owns no text: a slug is a range of a passage of the issue, which must
 * outlive the sheet.
 */

enum align {
	ALIGN_LEFT,
	ALIGN_CENTRE,
	ALIGN_RIGHT
};

/* A line of type: bytes [start, end) of a passage, at a cell. */
struct slug {
	size_t passage; /* index into the issue's passages */
	size_t start, end;
	int row, col;
	int rows;     /* 1, or of a line that runs downwards */
	int cols;     /* of the text alone */
	bool upright; /* it runs downwards: text/upright.h */
	size_t strip; /* index of the strip it stands in */
	/* For a line across columns: it may slide sideways inside [room_col,
	 * room_col + room_cols) so as to stay in the window, aligned in what
	 * is seen of that; 0 = it stands where it stands. */
	int room_col, room_cols;
	enum align align;
};

/* A column of slugs, or the lines of one head: what left and right step over.
 * Slugs [slugs.start, slugs.end), top to bottom. */
struct strip {
	struct range slugs;
	int row, col, rows, cols;
	size_t article; /* index, or NPOS: furniture */
	bool is_column; /* a column of text: windows begin at its left edge */
};

enum rule_weight {
	RULE_THIN,
	RULE_HEAVY
};

struct rule {
	int row, col, length;
	bool vertical;
	enum rule_weight weight;
};

/* Where an article's parts stand, for "you are here". */
struct box {
	size_t article;
	int row, col, rows, cols;
};

struct sheet {
	const struct issue *issue; /* borrowed */
	struct slug *slugs;        /* in reading order */
	size_t slug_count, slug_cap;
	struct strip *strips; /* in reading order */
	size_t strip_count, strip_cap;
	struct rule *rules;
	size_t rule_count, rule_cap;
	struct box *boxes;
	size_t box_count, box_cap;
	int rows, cols;
	int columns;      /* of running text; 0: not asked */
	int turn_rows;    /* it is turned, screen by screen of so many rows, and
	                     not scrolled; 0: scrolled */
	int natural_cols; /* that it would have in a window wide enough */
	int ambiguous_cols;
	bool guessed; /* places of boxes are inferred, not printed */
};

void sheet_init(struct sheet *sheet, const struct issue *issue,
                int ambiguous_cols);
void sheet_release(struct sheet *sheet);

/* For layouts: opens a strip; slugs added from now on stand in it.  Its place
 * and size follow its slugs. */
void sheet_open_strip(struct sheet *sheet, size_t article, bool is_column);

/* For layouts: adds a slug to the open strip and makes the sheet large enough
 * for it.  Its cols are measured here. */
struct slug *sheet_add_slug(struct sheet *sheet, size_t passage,
                            struct range bytes, int row, int col);

/* The same, when its cells are known. */
struct slug *sheet_add_measured(struct sheet *sheet, size_t passage,
                                struct range bytes, int row, int col, int cols);

/* The same, of a line that runs downwards from there. */
struct slug *sheet_add_upright(struct sheet *sheet, size_t passage,
                               struct range bytes, int row, int col);

/* For layouts: the column at which text of `cols` cells stands, aligned in the
 * `room_cols` cells from `col` on; `col` when it is wider than they are. */
int sheet_aligned_col(enum align align, int col, int room_cols, int cols);

/* For layouts: adds a rule and makes the sheet large enough for it.  A rule of no
 * length is left out. */
void sheet_add_rule(struct sheet *sheet, struct rule rule);

/* The slug that shows byte `at` of `passage` (the last one that begins at or
 * before it), or NPOS when the sheet does not show the passage. */
size_t sheet_find(const struct sheet *sheet, size_t passage, size_t at);

enum sheet_step {
	STEP_LEFT,
	STEP_RIGHT,
	STEP_UP,
	STEP_DOWN
};

/*
 * The slug one step from slug `from`: up and down go along the reading order
 * (at the foot of a column to the head of the next), left and right to the
 * strip that stands beside it at the nearest row.  `from` itself where there
 * is nothing.
 */
size_t sheet_step(const struct sheet *sheet, size_t from, enum sheet_step step);

/* The slug `rows` further down in the column of `from`, up for less than 0; no
 * further than its foot or head, and from there one step along the reading
 * order, so that no line is lost between two columns. */
size_t sheet_leap(const struct sheet *sheet, size_t from, int rows);

/* The first slug of the passage after that of `from` (step 1), or before it
 * (-1): the one of its own passage, unless `from` is that. */
size_t sheet_block(const struct sheet *sheet, size_t from, int step);

#endif
