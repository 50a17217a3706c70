/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_ANEW_H
#define LAYOUT_FACSIMILE_ANEW_H

struct facsimile;
struct facsimile_block;

/*
 * A page that is too wide for the window is set in narrower columns: paragraphs are broken anew,
 * as printed lines that are broken each on its own leave a word on every second row.
 */

/* How much narrower: most columns have `usual_cells`, and then `scale` of them. */
struct facsimile_narrowing {
	double scale, usual_cells;
};

/* The cells of a block in narrower columns: those that it has, for what is no text of an article
 * or has room in such a column. */
int facsimile_anew_cells(const struct facsimile_block *block,
                         const struct facsimile_narrowing *narrowing);

/* Which blocks are set anew. */
enum facsimile_anew {
	ANEW_NONE,
	ANEW_BROKEN, /* those with a line that has to be broken */
	ANEW_ALL
};

/* Sets these blocks of text so: joins the lines of each paragraph, and sets the cells of blocks and
 * the rows of lines.  Plan->lines loses lines; the blocks' ranges follow.  O(lines) and the
 * breaking. */
void facsimile_set_anew(struct facsimile *plan,
                        const struct facsimile_narrowing *narrowing,
                        enum facsimile_anew which);

/* Sets a block of such text in `cells`, which are fewer than it has. */
void facsimile_narrow_block(struct facsimile *plan,
                            struct facsimile_block *block, int cells);

#endif
