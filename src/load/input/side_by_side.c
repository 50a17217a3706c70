/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/side_by_side.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/lines/char_class.h"
#include "text/glyph.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define PLACES      512 /* what stands behind is not looked at */
#define WORD_BITS   64
#define WORDS       (PLACES / WORD_BITS)
#define WIDE_SPACES 3 /* so many inside a line are no space between words */
#define WIDE_LINES  8 /* of a page, at least, have them, */
#define WIDE_SHARE  3 /* and one in so many */
#define LEFT_SHARE  5 /* of those, one in so many may still have them */
#define GUTTER      2 /* places that are blank over many lines */
#define BAND_ROWS   4 /* lines for which a gutter is one */
#define SIDE_ROWS   3 /* of them with text at either side */
#define DEPTH_MAX   8
#define HEAD_ROWS   3

/* Extractors align columns by characters, or by cells of a terminal. */
enum metric {
	METRIC_CHARS,
	METRIC_CELLS,
	METRIC_COUNT
};

/* A line of the page, and the places where it has text. */
struct row {
	struct str text;
	uint64_t places[WORDS];
};

/* Places [from, to) of rows [first, end). */
struct region {
	size_t first, end, from, to;
};

struct cutter {
	enum metric metric;
	struct row *rows; /* owned */
	size_t row_count;
	struct region *parts; /* owned; of a row each: the lines that result */
	size_t count, cap;
};

static size_t places_of(enum metric metric, struct str text, size_t at,
                        size_t *next)
{
	int cols = 1;

	char_at(text, at, next);
	if (metric == METRIC_CELLS)
		cols = text_cols(str_slice(text, at, *next), 1);
	/* None may be lost between two places. */
	return cols > 1 ? (size_t)cols : 1;
}

static bool side_by_side_is_space(char byte)
{
	return byte == ' ' || byte == '\t';
}

/* All that stands far behind is at the last place. */
static void mark(uint64_t *places, size_t place)
{
	place = place < PLACES ? place : PLACES - 1;
	places[place / WORD_BITS] |= (uint64_t)1 << place % WORD_BITS;
}

static void row_init(struct row *row, enum metric metric, struct str text)
{
	size_t place = 0, next;

	*row = (struct row){ .text = text };
	for (size_t at = 0; at < text.len; at = next) {
		size_t end = place + places_of(metric, text, at, &next);

		for (; place < end; place++)
			if (!side_by_side_is_space(text.ptr[at]))
				mark(row->places, place);
	}
}

static bool side_by_side_has_text(const uint64_t *places, size_t place)
{
	return places[place / WORD_BITS] >> place % WORD_BITS & 1;
}

static bool has_text_in(const struct row *row, size_t from, size_t to)
{
	for (size_t place = from; place < to; place++)
		if (side_by_side_has_text(row->places, place))
			return true;
	return false;
}

static void cover(uint64_t *places, const struct row *row)
{
	for (size_t i = 0; i < WORDS; i++)
		places[i] |= row->places[i];
}

/* The bytes of a part, without the spaces behind them. */
static struct str part_text(const struct cutter *cutter,
                            const struct region *part)
{
	struct str text = cutter->rows[part->first].text;
	size_t place = 0, start = 0, at = 0, next;

	for (; at < text.len && (place < part->to || part->to == PLACES);
	     at = next) {
		bool before = place < part->from;

		place += places_of(cutter->metric, text, at, &next);
		if (before)
			start = next;
	}
	start = start < at ? start : at;
	while (part->to < PLACES && at > start &&
	       side_by_side_is_space(text.ptr[at - 1]))
		at--;
	return str_slice(text, start, at);
}

static void emit(struct cutter *cutter, size_t row, size_t from, size_t to)
{
	*ARRAY_ADD(cutter->parts, cutter->count, cutter->cap) =
		(struct region){ row, row + 1, from, to };
}

/* The first gutter of [from, to) at or behind *at: blank places with text at
 * either side.  False when there is none. */
static bool next_gutter(const uint64_t *places, const struct region *region,
                        size_t *at, size_t *end)
{
	size_t start = region->from;

	while (start < region->to && !side_by_side_has_text(places, start))
		start++;
	for (start = *at > start ? *at : start; start < region->to;
	     start = *end) {
		while (start < region->to &&
		       side_by_side_has_text(places, start))
			start++;
		*end = start;
		while (*end < region->to &&
		       !side_by_side_has_text(places, *end))
			++*end;
		if (*end == region->to)
			return false;
		if (*end - start >= GUTTER) {
			*at = start;
			return true;
		}
	}
	return false;
}

/* Do enough rows have text left and right of a gutter? */
static bool parts_text(const struct cutter *cutter, const struct region *region,
                       size_t start, size_t end)
{
	size_t left = 0, right = 0;

	for (size_t r = region->first;
	     r < region->end && (left < SIDE_ROWS || right < SIDE_ROWS); r++) {
		left += has_text_in(&cutter->rows[r], region->from, start);
		right += has_text_in(&cutter->rows[r], end, region->to);
	}
	return left >= SIDE_ROWS && right >= SIDE_ROWS;
}

static void cut(struct cutter *cutter, struct region region, int depth);

/* Cuts the region along its gutters; false when it has none. */
static bool cut_along(struct cutter *cutter, const struct region *region,
                      int depth)
{
	uint64_t places[WORDS] = { 0 };
	struct region part = *region;
	size_t at = region->from, end;

	for (size_t r = region->first; r < region->end; r++)
		cover(places, &cutter->rows[r]);
	for (; next_gutter(places, region, &at, &end); at = end) {
		if (!parts_text(cutter, region, at, end))
			continue;
		part.to = at;
		cut(cutter, part, depth + 1);
		part.from = end;
	}
	if (part.from == region->from)
		return false;
	part.to = region->to;
	cut(cutter, part, depth + 1);
	return true;
}

/* The end of the rows from `first` on that have a gutter in common. */
static size_t band_end(const struct cutter *cutter, const struct region *region,
                       size_t first)
{
	uint64_t places[WORDS] = { 0 };
	size_t r = first;

	for (; r < region->end; r++) {
		size_t at = region->from, end;

		cover(places, &cutter->rows[r]);
		if (!next_gutter(places, region, &at, &end))
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
			/* What follows does not go on with the last column. */
			if (band.end < region->end)
				emit(cutter, band.end, region->from,
				     region->from);
			continue;
		}
		for (size_t r = band.first; r < band.end; r++)
			emit(cutter, r, region->from, region->to);
	}
}

static void cut(struct cutter *cutter, struct region region, int depth)
{
	while (region.first < region.end &&
	       !has_text_in(&cutter->rows[region.first], region.from,
	                    region.to))
		region.first++;
	while (region.first < region.end &&
	       !has_text_in(&cutter->rows[region.end - 1], region.from,
	                    region.to))
		region.end--;
	if (depth >= DEPTH_MAX || !cut_along(cutter, &region, depth))
		cut_across(cutter, &region, depth);
}

/* Few lines at the head of the page, apart from the others, are across all of
 * it: the name of the paper, the date. */
static size_t side_by_side_head_rows(const struct cutter *cutter)
{
	size_t r = 0, count = 0;

	while (r < cutter->row_count &&
	       !has_text_in(&cutter->rows[r], 0, PLACES))
		r++;
	while (r < cutter->row_count &&
	       has_text_in(&cutter->rows[r], 0, PLACES) && count <= HEAD_ROWS) {
		r++;
		count++;
	}
	return count <= HEAD_ROWS && r < cutter->row_count ? r : 0;
}

static void cutter_init(struct cutter *cutter, const struct issue *issue,
                        struct range lines, enum metric metric)
{
	size_t head;

	*cutter = (struct cutter){ .metric = metric,
		                   .row_count = lines.end - lines.start };
	cutter->rows = mem_alloc(cutter->row_count * sizeof *cutter->rows);
	for (size_t i = 0; i < cutter->row_count; i++)
		row_init(&cutter->rows[i], metric,
		         issue->lines[lines.start + i].text);
	head = side_by_side_head_rows(cutter);
	for (size_t r = 0; r < head; r++)
		emit(cutter, r, 0, PLACES);
	if (head)
		emit(cutter, head, 0, 0);
	cut(cutter, (struct region){ head, cutter->row_count, 0, PLACES }, 0);
}

static void cutter_release(struct cutter *cutter)
{
	free(cutter->rows);
	free(cutter->parts);
}

/* Are there spaces inside the line that part columns? */
static bool side_by_side_is_wide(struct str text)
{
	size_t spaces = 0;

	text = str_trim(text);
	for (size_t at = 0; at < text.len; at++) {
		spaces = side_by_side_is_space(text.ptr[at]) ? spaces + 1 : 0;
		if (spaces >= WIDE_SPACES)
			return true;
	}
	return false;
}

/* How badly the parts came out: those that are wide still, and, where none is
 * so, those that do not begin at the left of their column. */
struct faults {
	size_t wide, indented;
};

static struct faults count_faults(const struct cutter *cutter)
{
	struct faults faults = { 0 };

	for (size_t i = 0; i < cutter->count; i++) {
		struct str text = part_text(cutter, &cutter->parts[i]);

		faults.wide += side_by_side_is_wide(text);
		faults.indented +=
			text.len && side_by_side_is_space(text.ptr[0]);
	}
	return faults;
}

/* Do columns stand side by side?  *wide: in so many lines. */
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

/* Parts take the place of the lines. */
static void replace_lines(struct issue *issue, const struct cutter *cutter)
{
	struct page *page = &issue->pages[issue->page_count - 1];
	struct line *lines = mem_alloc(cutter->row_count * sizeof *lines);

	memcpy(lines, issue->lines + page->lines.start,
	       cutter->row_count * sizeof *lines);
	issue->line_count = page->lines.start;
	for (size_t i = 0; i < cutter->count; i++) {
		struct line line = lines[cutter->parts[i].first];

		line.text = part_text(cutter, &cutter->parts[i]);
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

		cutter_init(&cutter, issue, lines, (enum metric)metric);
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
