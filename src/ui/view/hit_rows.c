/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/hit_rows.h"

#include "base/mem.h"
#include "ui/ask/filter.h"
#include "ui/reading.h"

#include <assert.h>
#include <stdlib.h>

void hit_rows_release(struct hit_rows *rows)
{
	free(rows->heads);
	*rows = (struct hit_rows){ 0 };
}

static size_t hit_rows_article(const struct filter *filter, size_t entry)
{
	return reading_hit_article(filter->of, filter_item(filter, entry));
}

void hit_rows_follow(struct hit_rows *rows, const struct filter *filter)
{
	size_t entries = filter_count(filter);

	if (rows->generation != *filter->generation ||
	    rows->restarts != filter->restarts || entries < rows->seen)
		rows->count = rows->seen = 0;
	rows->generation = *filter->generation;
	rows->restarts = filter->restarts;
	for (; rows->seen < entries; rows->seen++)
		if (!rows->seen ||
		    hit_rows_article(filter, rows->seen) !=
		            hit_rows_article(filter, rows->seen - 1))
			*ARRAY_ADD(rows->heads, rows->count, rows->cap) =
				rows->seen;
}

size_t hit_rows_count(const struct hit_rows *rows)
{
	return rows->seen + rows->count;
}

/* How many headlines stand above entries before `entry`. */
static size_t hit_rows_heads_before(const struct hit_rows *rows, size_t entry)
{
	size_t at;

	ARRAY_FIND(at, rows->count, rows->heads[at] < entry);
	return at;
}

size_t hit_rows_of(const struct hit_rows *rows, size_t entry)
{
	return entry + hit_rows_heads_before(rows, entry + 1);
}

bool hit_rows_has_head(const struct hit_rows *rows, size_t entry)
{
	size_t at = hit_rows_heads_before(rows, entry);

	return at < rows->count && rows->heads[at] == entry;
}

size_t hit_rows_entry(const struct hit_rows *rows, size_t row, bool *is_head)
{
	size_t at;

	assert(row < hit_rows_count(rows));
	/* Headline `at` stands in row heads[at] + at. */
	ARRAY_FIND(at, rows->count, rows->heads[at] + at <= row);
	*is_head = rows->heads[at - 1] + at - 1 == row;
	return row - at + *is_head;
}
