/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_screens.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "layout/facsimile_column_plan.h"
#include "layout/facsimile_plan.h"

#include <limits.h>

#define SPREAD_CELLS 6 /* the most by which a gap grows */

int facsimile_screen_start(const struct facsimile *plan, int s)
{
	return plan->vertical ? 0 : s / plan->window_cols * plan->window_cols;
}

int facsimile_screen_end(const struct facsimile *plan, int s)
{
	return plan->vertical
	               ? INT_MAX
	               : facsimile_screen_start(plan, s) + plan->window_cols;
}

bool facsimile_screens_cut(const struct facsimile *plan, int s, int cells)
{
	return !plan->vertical && cells <= plan->window_cols &&
	       s + cells > facsimile_screen_end(plan, s);
}

int facsimile_screens_fit(const struct facsimile *plan, int s, int cells)
{
	if (plan->vertical)
		return s;
	return larger(facsimile_screen_start(plan, s),
	              smaller(s, facsimile_screen_end(plan, s) - cells));
}

/* The columns of one screen: how many stand side by side, and where the last of them begin
 * and end. */
struct screen_columns {
	size_t abreast;
	int last_s, end;
};

static struct screen_columns screen_measure(const struct facsimile *plan,
                                            struct range own,
                                            const struct facsimile_columns *of)
{
	struct screen_columns screen = { 0 };

	for (size_t c = own.start; c < own.end; c++) {
		const struct facsimile_column *column = &of->items[c];
		int end = column->s + column->s_cells;

		if (!screen.abreast || column->s >= screen.end)
			screen.abreast++;
		screen.last_s = larger(screen.last_s, column->s);
		screen.end = larger(screen.end, end);
	}
	screen.end = smaller(
		screen.end, facsimile_screen_end(plan, of->items[own.start].s));
	return screen;
}

static void screen_spread(const struct facsimile *plan, struct range own,
                          struct facsimile_columns *columns)
{
	const struct screen_columns screen = screen_measure(plan, own, columns);
	const int first = columns->items[own.start].s;
	const int spare = facsimile_screen_end(plan, first) - screen.end;

	if (screen.abreast < 2 || screen.last_s == first ||
	    spare > SPREAD_CELLS * (int)(screen.abreast - 1))
		return;
	for (size_t c = own.start; c < own.end; c++)
		columns->items[c].s += spare * (columns->items[c].s - first) /
		                       (screen.last_s - first);
}

void facsimile_screens_spread(const struct facsimile *plan,
                              struct facsimile_columns *columns)
{
	for (size_t c = 0, end; c < columns->count && !plan->vertical;
	     c = end) {
		int screen_end =
			facsimile_screen_end(plan, columns->items[c].s);

		for (end = c + 1; end < columns->count; end++)
			if (columns->items[end].s >= screen_end)
				break;
		screen_spread(plan, (struct range){ c, end }, columns);
	}
}
