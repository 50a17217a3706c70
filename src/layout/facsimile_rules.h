/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_RULES_H
#define LAYOUT_FACSIMILE_RULES_H

#include "layout/facsimile_columns.h"
#include "layout/facsimile_plan.h"

/* How the cells along s and the steps along t become rows and columns of the sheet. */
struct facsimile_grid {
	bool vertical;
	int steps; /* of the page */
	int cols;  /* of the sheet, where lines run down */
};

/* The row and the column of the sheet for a cell of s at a step of t; where lines run
 * down, the left column of the two that a line takes. */
int facsimile_row(const struct facsimile_grid *grid, int s, int t);
int facsimile_col(const struct facsimile_grid *grid, int s, int t);

/* Adds the rules of the page, the frames of its boxes and of its pictures to the sheet that
 * has all its slugs.  What would run over text is left out there. */
void facsimile_set_marks(const struct facsimile *plan,
                         const struct facsimile_columns *columns,
                         const struct facsimile_grid *grid);

#endif
