/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/filter.h"

#include "base/mem.h"
#include "search/row_match.h"

#include <stdlib.h>

#define STEP_ITEMS 4000

void filter_init(struct filter *filter, const struct filter_items *items,
                 void *of, const size_t *generation)
{
	*filter = (struct filter){ .items = items,
		                   .of = of,
		                   .generation = generation };
	buf_init(&filter->pattern);
}

void filter_release(struct filter *filter)
{
	buf_release(&filter->pattern);
	row_match_free(filter->matcher);
	free(filter->rows);
}

bool filter_is_on(const struct filter *filter)
{
	return filter->matcher;
}

void filter_restart(struct filter *filter)
{
	filter->count = filter->seen = 0;
	filter->restarts++;
	if (filter->generation)
		filter->seen_generation = *filter->generation;
}

void filter_set(struct filter *filter, struct str pattern)
{
	struct row_match *matcher = pattern.len ? row_match_new(pattern) : NULL;

	row_match_free(filter->matcher);
	filter->matcher = matcher;
	buf_clear(&filter->pattern);
	buf_add(&filter->pattern, pattern);
	filter_restart(filter);
	filter_step(filter);
}

static bool is_stale(const struct filter *filter)
{
	return filter->generation &&
	       filter->seen_generation != *filter->generation;
}

bool filter_has_work(const struct filter *filter)
{
	return filter->matcher &&
	       (is_stale(filter) ||
	        filter->seen < filter->items->count(filter->of));
}

void filter_step(struct filter *filter)
{
	struct str texts[FILTER_TEXTS_MAX];
	size_t count = filter->items->count(filter->of), end;

	if (!filter->matcher)
		return;
	if (is_stale(filter))
		filter_restart(filter);
	end = filter->seen + STEP_ITEMS;
	for (; filter->seen < count && filter->seen < end; filter->seen++)
		if (row_match_fits(filter->matcher, texts,
		                   filter->items->texts(filter->of,
		                                        filter->seen, texts)))
			*ARRAY_ADD(filter->rows, filter->count, filter->cap) =
				filter->seen;
}

size_t filter_count(const struct filter *filter)
{
	return filter->matcher ? filter->count
	                       : filter->items->count(filter->of);
}

size_t filter_item(const struct filter *filter, size_t row)
{
	return filter->matcher ? filter->rows[row] : row;
}

size_t filter_row(const struct filter *filter, size_t item)
{
	size_t row;

	ARRAY_FIND(row, filter_count(filter), filter_item(filter, row) < item);
	return row;
}

size_t filter_here(const struct filter *filter)
{
	size_t here = filter->items->here(filter->of);
	size_t row = here == NPOS ? NPOS : filter_row(filter, here);

	return row < filter_count(filter) && filter_item(filter, row) == here
	               ? row
	               : NPOS;
}

void filter_hold(const struct filter *filter)
{
	size_t here = filter->items->here(filter->of), row;

	if (!filter->matcher || !filter->count || filter_here(filter) != NPOS)
		return;
	row = here == NPOS ? 0 : filter_row(filter, here);
	if (row == filter->count)
		row--;
	filter->items->go(filter->of, filter->rows[row]);
}

void filter_add_count(struct buf *out, const struct filter *filter)
{
	buf_addf(out, "%zu%s/%zu", filter_count(filter),
	         filter_has_work(filter) ? "+" : "",
	         filter->items->count(filter->of));
}
