/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_COLUMN_PLAN_H
#define LAYOUT_FACSIMILE_COLUMN_PLAN_H

#include <stdbool.h>
#include <stddef.h>

/* The columns of a page's grid on their way (facsimile_columns.h). */

struct facsimile_column {
	float s_pt, width_pt; /* the left edge and the width of most of it */
	int s, s_cells;       /* its cells */
};

struct facsimile_columns {
	struct facsimile_column *items; /* owned; by s_pt */
	size_t count, cap;
	int natural; /* cells that the columns take without screens */
	int end;     /* the first cell behind all blocks, set by
	              * facsimile_span_blocks() */
};

/* A block that takes part in the search for columns. */
struct column_block {
	struct facsimile_block *block;
	float left, right; /* most of its lines begin and end there */
	int offset;        /* from the left edge of its column */
	int need;          /* cells */
	bool may_narrow; /* it is set anew in any case, and may have fewer of them */
};

#endif
