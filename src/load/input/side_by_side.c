/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/side_by_side.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/gutter.h"
#include "load/lines/table_row.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define WIDE_SPACES 3 /* so many spaces inside a line part columns, not words */
#define WIDE_LINES  8 /* the fewest wide lines of such a page, */
#define WIDE_SHARE  3 /* which are one line in so many at least */
#define LEFT_SHARE                                                             \
 5 /* after a clear cut, at most one in so many is still wide */
#define BAND_ROWS   4 /* the fewest lines that a gutter runs through */
#define SIDE_ROWS   3 /* the fewest of them with text at either side of it */
#define CELLS_LEAST 3 /* of a row of a table */
#define DEPTH_MAX   8
#define HEAD_ROWS   3

/* Places [from, to) of rows [first, end). */
struct region {
	size_t first, end, from, to;
};

/* A line of the issue that results: places [from, to) of a row. */
struct row_part {
	size_t row, from, to;
	bool starts_block; /* it does not go on with the part before it */
};

struct cutter {
	enum gutter_metric metric;
	struct text_row *rows; /* owned */
	size_t row_count;
	struct row_part *parts; /* owned */
	size_t count, cap;
	bool block_ends; /* the next part starts a block */
};

static void cutter_add_part(struct cutter *cutter, size_t row, size_t from,
                            size_t to)
{
	*ARRAY_ADD(cutter->parts, cutter->count, cutter->cap) =
		(struct row_part){ row, from, to, cutter->block_ends };
	cutter->block_ends = false;
}

static struct str part_text(const struct cutter *cutter,
                            const struct row_part *part)
{
	return text_row_part(&cutter->rows[part->row], cutter->metric,
	                     part->from, part->to);
}

/* Is a text a row of a table: at least three cells, most of them numbers, or all short?  Its
 * gaps part cells, and no columns of text. */
static bool side_by_side_is_table_row(struct str text)
{
	struct table_row row;

	table_row_read(&row, text);
	return row.count >= CELLS_LEAST &&
	       (row.numbers * 2 >= row.count || row.has_short);
}

/* Are most lines of a region rows of a table? */
static bool region_is_table(const struct cutter *cutter,
                            const struct region *region)
{
	size_t count = 0, rows = 0;

	for (size_t r = region->first; r < region->end; r++) {
		struct str text =
			str_trim(text_row_part(&cutter->rows[r], cutter->metric,
		                               region->from, region->to));

		count += text.len > 0;
		rows += text.len && side_by_side_is_table_row(text);
	}
	return rows * 2 > count;
}

/* Do enough rows have text left and right of a gutter? */
static bool parts_text(const struct cutter *cutter, const struct region *region,
                       size_t start, size_t end)
{
	size_t left = 0, right = 0;

	for (size_t r = region->first;
	     r < region->end && (left < SIDE_ROWS || right < SIDE_ROWS); r++) {
		left += text_row_has_text(&cutter->rows[r], region->from,
		                          start);
		right += text_row_has_text(&cutter->rows[r], end, region->to);
	}
	return left >= SIDE_ROWS && right >= SIDE_ROWS;
}

static void cutter_cut(struct cutter *cutter, struct region region, int depth);

/* Cuts the region along its gutters; false when it has none, or is a table. */
static bool cut_along(struct cutter *cutter, const struct region *region,
                      int depth)
{
	struct places places = { 0 };
	struct region part = *region;
	size_t at = region->from, end;

	if (region_is_table(cutter, region))
		return false;
	for (size_t r = region->first; r < region->end; r++)
		places_add(&places, &cutter->rows[r]);
	for (; places_next_gutter(&places, region->from, region->to, &at, &end);
	     at = end) {
		if (!parts_text(cutter, region, at, end))
			continue;
		part.to = at;
		cutter_cut(cutter, part, depth + 1);
		part.from = end;
	}
	if (part.from == region->from)
		return false;
	part.to = region->to;
	cutter_cut(cutter, part, depth + 1);
	return true;
}

/* The end of the rows from `first` on that have a gutter in common. */
static size_t band_end(const struct cutter *cutter, const struct region *region,
                       size_t first)
{
	struct places places = { 0 };
	size_t r = first;

	for (; r < region->end; r++) {
		size_t at = region->from, end;

		places_add(&places, &cutter->rows[r]);
		if (!places_next_gutter(&places, region->from, region->to, &at,
		                        &end))
			break;
	}
	return r;
}

/* Cuts the region into bands that have gutters, and lines across them. */
static void cut_across(struct cutter *cutter, const struct region *region,
                       int depth)
{
	struct region band = *region;

	for (; band.first < region->end; band.first = band.end) {
		bool is_part;

		band.end = band_end(cutter, region, band.first);
		if (band.end < band.first + BAND_ROWS)
			band.end = band.first + 1;
		is_part = band.first > region->first || band.end < region->end;
		if (is_part && band.end > band.first + 1 && depth < DEPTH_MAX &&
		    cut_along(cutter, &band, depth + 1)) {
			if (band.end < region->end)
				cutter->block_ends = true;
			continue;
		}
		for (size_t r = band.first; r < band.end; r++)
			cutter_add_part(cutter, r, region->from, region->to);
	}
}

static void cutter_cut(struct cutter *cutter, struct region region, int depth)
{
	while (region.first < region.end &&
	       !text_row_has_text(&cutter->rows[region.first], region.from,
	                          region.to))
		region.first++;
	while (region.first < region.end &&
	       !text_row_has_text(&cutter->rows[region.end - 1], region.from,
	                          region.to))
		region.end--;
	if (depth >= DEPTH_MAX || !cut_along(cutter, &region, depth))
		cut_across(cutter, &region, depth);
}

/* How many rows at the head of the page run across all columns, as the name of the paper
 * and the date do: a few lines with a blank one behind them; 0: none. */
static size_t side_by_side_head_rows(const struct cutter *cutter)
{
	size_t r = 0, count = 0;

	while (r < cutter->row_count &&
	       !text_row_has_text(&cutter->rows[r], 0, GUTTER_PLACES))
		r++;
	while (r < cutter->row_count &&
	       text_row_has_text(&cutter->rows[r], 0, GUTTER_PLACES) &&
	       count <= HEAD_ROWS) {
		r++;
		count++;
	}
	return count <= HEAD_ROWS && r < cutter->row_count ? r : 0;
}

static void cutter_init(struct cutter *cutter, const struct issue *issue,
                        struct range lines, enum gutter_metric metric)
{
	size_t head;

	*cutter = (struct cutter){ .metric = metric,
		                   .row_count = lines.end - lines.start };
	cutter->rows = mem_alloc(cutter->row_count * sizeof *cutter->rows);
	for (size_t i = 0; i < cutter->row_count; i++)
		text_row_init(&cutter->rows[i], metric,
		              issue->lines[lines.start + i].text);
	head = side_by_side_head_rows(cutter);
	for (size_t r = 0; r < head; r++)
		cutter_add_part(cutter, r, 0, GUTTER_PLACES);
	cutter->block_ends = head > 0;
	cutter_cut(cutter,
	           (struct region){ head, cutter->row_count, 0, GUTTER_PLACES },
	           0);
}

static void cutter_release(struct cutter *cutter)
{
	free(cutter->rows);
	free(cutter->parts);
}

/* Are there spaces inside the line that part columns, and no cells of a table? */
static bool side_by_side_is_wide(struct str text)
{
	size_t spaces = 0;

	text = str_trim(text);
	for (size_t at = 0; at < text.len; at++) {
		spaces = gutter_is_blank(text.ptr[at]) ? spaces + 1 : 0;
		if (spaces >= WIDE_SPACES)
			return !side_by_side_is_table_row(text);
	}
	return false;
}

/* The faults of a cut: parts that are still wide, and parts that do not begin at the left
 * edge of their column. */
struct faults {
	size_t wide, indented;
};

static struct faults count_faults(const struct cutter *cutter)
{
	struct faults faults = { 0 };

	for (size_t i = 0; i < cutter->count; i++) {
		struct str text = part_text(cutter, &cutter->parts[i]);

		faults.wide += side_by_side_is_wide(text);
		faults.indented += text.len && gutter_is_blank(text.ptr[0]);
	}
	return faults;
}

/* Do columns stand side by side?  *wide is the number of wide lines. */
static bool are_beside(const struct issue *issue, struct range lines,
                       size_t *wide)
{
	size_t count = 0;

	*wide = 0;
	for (size_t i = lines.start; i < lines.end; i++) {
		*wide += side_by_side_is_wide(issue->lines[i].text);
		count += str_trim(issue->lines[i].text).len > 0;
	}
	return *wide >= WIDE_LINES && *wide * WIDE_SHARE >= count;
}

/* Replaces the lines of the last page by the parts. */
static void replace_lines(struct issue *issue, const struct cutter *cutter)
{
	struct page *page = &issue->pages[issue->page_count - 1];
	struct line *lines = mem_alloc(cutter->row_count * sizeof *lines);

	memcpy(lines, issue->lines + page->lines.start,
	       cutter->row_count * sizeof *lines);
	issue->line_count = page->lines.start;
	for (size_t i = 0; i < cutter->count; i++) {
		const struct row_part *part = &cutter->parts[i];
		struct line line = lines[part->row];

		line.text = part_text(cutter, part);
		line.starts_block = part->starts_block;
		*ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap) =
			line;
	}
	page->lines.end = issue->line_count;
	free(lines);
}

enum side_by_side_result side_by_side_cut(struct issue *issue)
{
	const struct range lines = issue->pages[issue->page_count - 1].lines;
	struct faults least = { SIZE_MAX, SIZE_MAX };
	struct cutter best = { 0 };
	size_t wide;
	bool clear;

	if (!are_beside(issue, lines, &wide))
		return SIDE_BY_SIDE_NONE;
	for (int metric = 0; metric < METRIC_COUNT; metric++) {
		struct cutter cutter;
		struct faults faults;

		cutter_init(&cutter, issue, lines, (enum gutter_metric)metric);
		faults = count_faults(&cutter);
		if (faults.wide < least.wide ||
		    (faults.wide == least.wide &&
		     faults.indented < least.indented)) {
			cutter_release(&best);
			best = cutter;
			least = faults;
		} else {
			cutter_release(&cutter);
		}
	}
	clear = least.wide * LEFT_SHARE <= wide;
	if (clear)
		replace_lines(issue, &best);
	cutter_release(&best);
	return clear ? SIDE_BY_SIDE_CUT : SIDE_BY_SIDE_UNCLEAR;
}
