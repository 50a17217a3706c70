/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_SHEET_H
#define LAYOUT_SHEET_H

#include "base/str.h"
#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A sheet is a page or an article set in type on a grid of cells: what a layout
 * makes and a view shows a window of.  All layouts make sheets (article_layout.h,
 * page_layout.h, vertical.h), so moving, highlighting and drawing are written once.
 *
 * The words are a printer's: a slug is a line of type cast in one piece, here a
 * range of a passage at a place of the grid; a strip is a column of slugs; a rule is
 * a printed line that parts things.  A sheet owns no text: the issue must outlive
 * it.  Rows and columns of cells count from 0 at the top left.
 */

enum align {
	ALIGN_LEFT,
	ALIGN_CENTRE,
	ALIGN_RIGHT
};

/* One line: bytes [start, end) of a passage, with its first cell at (row, col). */
struct slug {
	size_t passage; /* index into the issue's passages */
	size_t start, end;
	int row, col;
	int rows;     /* 1; for an upright slug, one for each of its units */
	int cols;     /* width of the text */
	bool upright; /* the line runs downwards (text/upright.h) */
	bool hyphen; /* its last cell is a printed hyphen that is in no passage */
	bool spaced;  /* a headline with blanks between its characters
	                (text/letter_space.h) */
	size_t strip; /* index of the strip that holds the slug */
	/* Where a line across columns may stand: a view slides it sideways inside
	 * [room_col, room_col + room_cols), aligned in the part of that which is in
	 * the window.  room_cols 0: the line stays at `col`. */
	int room_col, room_cols;
	enum align align;
};

/* A column of slugs, or the lines of one headline, from top to bottom.  Moving left
 * and right goes from strip to strip. */
struct strip {
	struct range slugs; /* indices into sheet->slugs */
	int row, col, rows,
		cols;   /* the smallest rectangle with all its slugs */
	size_t article; /* index, or NPOS: furniture */
	bool is_column; /* a column of text: a window begins at its left edge */
};

enum rule_weight {
	RULE_THIN,
	RULE_HEAVY
};

struct rule {
	int row, col; /* the top left cell */
	int length;   /* in cells */
	bool vertical;
	enum rule_weight weight;
};

/* A frame around text or a picture; its edges take the outermost cells. */
struct frame {
	int row, col, rows, cols;
	bool is_picture;              /* nothing stands in it */
	const struct page_mark *mark; /* the picture, of the issue; or NULL */
};

/* A rectangle that an article, or a part of it, takes on a page, for the map of the
 * page. */
struct box {
	size_t article; /* index */
	int row, col, rows, cols;
};

/* Cells of a row, or of a line that runs downwards, that a layout left free for words that
 * are none of the issue. */
struct gap {
	int row, col, cols; /* cols 0: there is none */
	int upright_rows;   /* of a line that runs downwards; 0: it is a row */
};

struct sheet {
	const struct issue *issue; /* borrowed */
	struct slug *slugs;        /* owned; in reading order */
	size_t slug_count, slug_cap;
	struct strip *strips; /* owned; in reading order */
	size_t strip_count, strip_cap;
	struct rule *rules; /* owned */
	size_t rule_count, rule_cap;
	struct frame *frames; /* owned */
	size_t frame_count, frame_cap;
	struct box *boxes; /* owned */
	size_t box_count, box_cap;
	struct gap below_head, below_end; /* of an article */
	int rows, cols;
	int columns; /* of an article's text; 0: the layout does not tell */
	int turn_rows; /* height of the screens in which the sheet is turned; 0: the
	                  sheet is scrolled */
	int turn_cols; /* width of the screens in which it is turned sideways, no column
	                  in two of them; 0: it is scrolled */
	int natural_cols;   /* the width of a page in a window of any width */
	int ambiguous_cols; /* 1 or 2, of characters of ambiguous width */
	bool upright;       /* most lines run downwards, from right to left */
	bool guessed; /* the places of boxes are inferred, not read from the
	                       file */
	bool is_anew; /* of a page: not all of its lines end as printed */
};

/* Makes an empty sheet.  Release with sheet_release(). */
void sheet_init(struct sheet *sheet, const struct issue *issue,
                int ambiguous_cols);
void sheet_release(struct sheet *sheet);

/* For layouts: opens a strip for the slugs that are added from now on.  The place
 * and the size of a strip follow from its slugs. */
void sheet_open_strip(struct sheet *sheet, size_t article, bool is_column);

/* For layouts: adds a slug to the open strip (there must be one) and makes the
 * sheet large enough for it.  The width of the slug is measured.  The slug is valid
 * until the next one is added. */
struct slug *sheet_add_slug(struct sheet *sheet, size_t passage,
                            struct range bytes, int row, int col);

/* The same for a slug whose width is known to be `cols`. */
struct slug *sheet_add_measured(struct sheet *sheet, size_t passage,
                                struct range bytes, int row, int col, int cols);

/* The same for a slug that runs downwards from (row, col). */
struct slug *sheet_add_upright(struct sheet *sheet, size_t passage,
                               struct range bytes, int row, int col);

/* For layouts: sets a hyphen behind the slug that was added last, which is not upright. */
void sheet_add_hyphen(struct sheet *sheet);

/* For layouts: the column at which text of `cols` cells stands, aligned in the
 * `room_cols` cells from `col` on; `col` when it is wider than they are. */
int sheet_aligned_col(enum align align, int col, int room_cols, int cols);

/* For layouts: adds a rule and makes the sheet large enough for it.  A rule of no
 * length is left out. */
void sheet_add_rule(struct sheet *sheet, struct rule rule);

/* For layouts: adds a frame and makes the sheet large enough for it.  One of less than two
 * rows or columns is left out. */
void sheet_add_frame(struct sheet *sheet, struct frame frame);

/* The index of the slug that shows byte `at` of passage `passage` (of the slugs that
 * begin at or before the byte, the last one), or NPOS when the sheet has no slug of
 * the passage.  O(slugs). */
size_t sheet_find(const struct sheet *sheet, size_t passage, size_t at);

enum sheet_step {
	STEP_LEFT,
	STEP_RIGHT,
	STEP_UP,
	STEP_DOWN
};

/*
 * The index of the slug one step from slug `from`.  Up and down follow the reading
 * order (from the foot of a column to the head of the next), left and right go to
 * the strip beside the slug's own whose row is nearest, and where none is beside it to the
 * beginning of the article before or behind.  Where there is no slug in
 * that direction the result is `from`.
 */
size_t sheet_step(const struct sheet *sheet, size_t from, enum sheet_step step);

/* The index of the slug `rows` rows below slug `from` in its column (above for less
 * than 0), at most the foot or the head of the column.  If `from` is there already,
 * the next or previous slug in reading order, so that no line is skipped between two
 * columns. */
size_t sheet_leap(const struct sheet *sheet, size_t from, int rows);

/* The index of the first slug of a passage.  Step 1: of the passage after that of
 * slug `from`; `from` if there is none.  Step -1: of the passage of `from`, or of the
 * passage before if `from` is its first slug. */
size_t sheet_block(const struct sheet *sheet, size_t from, int step);

#endif
