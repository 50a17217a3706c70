/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/hit_rows.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "ui/ask/filter.h"
#include "ui/reading.h"

#include <assert.h>
#include <stdlib.h>

void hit_rows_release(struct hit_rows *rows)
{
	free(rows->groups);
	*rows = (struct hit_rows){ 0 };
}

/* The rows that a group has above its entries. */
static size_t hit_group_top_rows(const struct hit_group *group)
{
	return group->has_rule ? 2 : 1;
}

/* Reads the next entry: it is of the last group, or begins another one. */
static void hit_rows_read(struct hit_rows *rows, const struct filter *filter)
{
	const struct reading *reading = filter->of;
	size_t hit = filter_item(filter, rows->seen);
	size_t page =
		reading->issue->passages[reading->hits.items[hit].passage].page;
	size_t article = reading_hit_article(reading, hit);
	bool begins_page = !rows->count || page != rows->last_page;

	if (begins_page || article != rows->last_article) {
		struct hit_group group = {
			.entry = rows->seen,
			.row = hit_rows_count(rows),
			.has_rule = rows->has_rules && begins_page,
		};

		*ARRAY_ADD(rows->groups, rows->count, rows->cap) = group;
	}
	rows->last_page = page;
	rows->last_article = article;
	rows->seen++;
}

void hit_rows_follow(struct hit_rows *rows, const struct filter *filter)
{
	const struct reading *reading = filter->of;
	size_t entries = filter_count(filter);
	bool has_rules = reading->issue->page_count > 1;

	if (rows->generation != *filter->generation ||
	    rows->restarts != filter->restarts ||
	    rows->has_rules != has_rules || entries < rows->seen)
		rows->count = rows->seen = 0;
	rows->generation = *filter->generation;
	rows->restarts = filter->restarts;
	rows->has_rules = has_rules;
	while (rows->seen < entries)
		hit_rows_read(rows, filter);
}

/* The group of an entry that was read. */
static const struct hit_group *hit_rows_group(const struct hit_rows *rows,
                                              size_t entry)
{
	size_t at;

	assert(entry < rows->seen);
	ARRAY_FIND(at, rows->count, rows->groups[at].entry <= entry);
	return &rows->groups[at - 1];
}

size_t hit_rows_of(const struct hit_rows *rows, size_t entry)
{
	const struct hit_group *group = hit_rows_group(rows, entry);

	return group->row + hit_group_top_rows(group) + entry - group->entry;
}

size_t hit_rows_count(const struct hit_rows *rows)
{
	return rows->seen ? hit_rows_of(rows, rows->seen - 1) + 1 : 0;
}

size_t hit_rows_top_of(const struct hit_rows *rows, size_t entry)
{
	const struct hit_group *group = hit_rows_group(rows, entry);

	return group->entry == entry ? group->row : hit_rows_of(rows, entry);
}

struct hit_row hit_rows_at(const struct hit_rows *rows, size_t row)
{
	const struct hit_group *group;
	size_t at, below;

	assert(row < hit_rows_count(rows));
	ARRAY_FIND(at, rows->count, rows->groups[at].row <= row);
	group = &rows->groups[at - 1];
	below = row - group->row;
	if (!below && group->has_rule)
		return (struct hit_row){ HIT_ROW_RULE, group->entry };
	if (below < hit_group_top_rows(group))
		return (struct hit_row){ HIT_ROW_HEAD, group->entry };
	return (struct hit_row){
		HIT_ROW_HIT, group->entry + below - hit_group_top_rows(group)
	};
}

size_t hit_rows_in_group(const struct hit_rows *rows, size_t entry)
{
	const struct hit_group *group = hit_rows_group(rows, entry);
	const struct hit_group *end = rows->groups + rows->count;

	return (group + 1 == end ? rows->seen : group[1].entry) - group->entry;
}
