/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/sheet.h"

#include "base/mem.h"
#include "base/num.h"
#include "text/glyph.h"
#include "text/upright.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>

void sheet_init(struct sheet *sheet, const struct issue *issue,
                int ambiguous_cols)
{
	*sheet = (struct sheet){ .issue = issue,
		                 .ambiguous_cols = ambiguous_cols };
}

void sheet_release(struct sheet *sheet)
{
	free(sheet->slugs);
	free(sheet->strips);
	free(sheet->rules);
	free(sheet->frames);
	free(sheet->boxes);
	*sheet = (struct sheet){ 0 };
}

void sheet_open_strip(struct sheet *sheet, size_t article, bool is_column)
{
	*ARRAY_ADD(sheet->strips, sheet->strip_count, sheet->strip_cap) =
		(struct strip){
			.slugs = { sheet->slug_count, sheet->slug_count },
			.article = article,
			.is_column = is_column,
		};
}

static void sheet_grow_strip(struct strip *strip, const struct slug *slug)
{
	int right = slug->col + slug->cols;

	if (strip->slugs.start == strip->slugs.end) {
		strip->row = slug->row;
		strip->col = slug->col;
	}
	if (slug->col < strip->col) {
		strip->cols += strip->col - slug->col;
		strip->col = slug->col;
	}
	if (right - strip->col > strip->cols)
		strip->cols = right - strip->col;
	if (slug->row < strip->row) {
		strip->rows += strip->row - slug->row;
		strip->row = slug->row;
	}
	if (slug->row + slug->rows - strip->row > strip->rows)
		strip->rows = slug->row + slug->rows - strip->row;
	strip->slugs.end++;
}

/* Adds a slug with its place and size to the open strip. */
static struct slug *sheet_append_slug(struct sheet *sheet, struct slug slug)
{
	struct slug *added =
		ARRAY_ADD(sheet->slugs, sheet->slug_count, sheet->slug_cap);

	assert(sheet->strip_count > 0);
	assert(slug.rows >= 1 && slug.row >= 0);
	*added = slug;
	added->strip = sheet->strip_count - 1;
	sheet_grow_strip(&sheet->strips[added->strip], added);
	if (slug.row + slug.rows > sheet->rows)
		sheet->rows = slug.row + slug.rows;
	if (slug.col + slug.cols > sheet->cols)
		sheet->cols = slug.col + slug.cols;
	return added;
}

struct slug *sheet_add_measured(struct sheet *sheet, size_t passage,
                                struct range bytes, int row, int col, int cols)
{
	return sheet_append_slug(sheet, (struct slug){ .passage = passage,
	                                               .start = bytes.start,
	                                               .end = bytes.end,
	                                               .row = row,
	                                               .col = col,
	                                               .rows = 1,
	                                               .cols = cols });
}

struct slug *sheet_add_slug(struct sheet *sheet, size_t passage,
                            struct range bytes, int row, int col)
{
	return sheet_add_measured(
		sheet, passage, bytes, row, col,
		text_cols_between(sheet->issue->passages[passage].text,
	                          bytes.start, bytes.end,
	                          sheet->ambiguous_cols));
}

struct slug *sheet_add_upright(struct sheet *sheet, size_t passage,
                               struct range bytes, int row, int col)
{
	struct str text = sheet->issue->passages[passage].text;

	return sheet_append_slug(
		sheet,
		(struct slug){
			.passage = passage,
			.start = bytes.start,
			.end = bytes.end,
			.row = row,
			.col = col,
			.rows = upright_rows(text, bytes.start, bytes.end),
			.cols = UPRIGHT_COLS,
			.upright = true,
		});
}

void sheet_add_hyphen(struct sheet *sheet)
{
	struct slug *slug = &sheet->slugs[sheet->slug_count - 1];
	struct strip *strip = &sheet->strips[slug->strip];

	assert(sheet->slug_count > 0 && !slug->upright && !slug->hyphen);
	slug->hyphen = true;
	slug->cols++;
	strip->cols = larger(strip->cols, slug->col + slug->cols - strip->col);
	sheet->cols = larger(sheet->cols, slug->col + slug->cols);
}

int sheet_aligned_col(enum align align, int col, int room_cols, int cols)
{
	if (align == ALIGN_LEFT || cols >= room_cols)
		return col;
	return col + (align == ALIGN_CENTRE ? (room_cols - cols) / 2
	                                    : room_cols - cols);
}

void sheet_add_rule(struct sheet *sheet, struct rule rule)
{
	int rows = rule.row + (rule.vertical ? rule.length : 1);
	int cols = rule.col + (rule.vertical ? 1 : rule.length);

	if (rule.length <= 0)
		return;
	*ARRAY_ADD(sheet->rules, sheet->rule_count, sheet->rule_cap) = rule;
	sheet->rows = larger(sheet->rows, rows);
	sheet->cols = larger(sheet->cols, cols);
}

void sheet_add_frame(struct sheet *sheet, struct frame frame)
{
	if (frame.rows < 2 || frame.cols < 2)
		return;
	*ARRAY_ADD(sheet->frames, sheet->frame_count, sheet->frame_cap) = frame;
	sheet->rows = larger(sheet->rows, frame.row + frame.rows);
	sheet->cols = larger(sheet->cols, frame.col + frame.cols);
}

size_t sheet_find(const struct sheet *sheet, size_t passage, size_t at)
{
	size_t found = NPOS;

	for (size_t i = 0; i < sheet->slug_count; i++) {
		const struct slug *slug = &sheet->slugs[i];

		if (slug->passage != passage)
			continue;
		/* A page is in the order of its lines, and a passage need not
		 * be. */
		if (found == NPOS ||
		    (slug->start <= at &&
		     (sheet->slugs[found].start > at ||
		      slug->start >= sheet->slugs[found].start)))
			found = i;
	}
	return found;
}

/* The cells from which a step sideways is measured: those of the strip, or for a
 * line centred over columns the left edge of the first column. */
struct side_edges {
	int left_col, right_col;
};

static struct side_edges sheet_side_edges(const struct sheet *sheet,
                                          const struct slug *slug)
{
	const struct strip *strip = &sheet->strips[slug->strip];

	if (slug->room_cols && slug->align == ALIGN_CENTRE)
		return (struct side_edges){ slug->room_col,
			                    slug->room_col + 1 };
	return (struct side_edges){ strip->col, strip->col + strip->cols };
}

/* The distance in cells from `from` to strip `to` in the direction of the step, or
 * INT_MAX when the strip is not on that side. */
static int sheet_side_distance(struct side_edges from, const struct strip *to,
                               enum sheet_step step)
{
	int distance = to->col - from.right_col;

	if (step == STEP_LEFT)
		distance = from.left_col - (to->col + to->cols);
	return distance < 0 ? INT_MAX : distance;
}

static int sheet_row_distance(const struct strip *strip, int row)
{
	if (row < strip->row)
		return strip->row - row;
	if (row >= strip->row + strip->rows)
		return row - (strip->row + strip->rows - 1);
	return 0;
}

/* On a page with true places heads are centred over columns in many widths: from one of
 * them a step leads to a column, and to another head only where that is level. */
static bool sheet_is_other_head(const struct sheet *sheet,
                                const struct slug *slug,
                                const struct strip *strip)
{
	return !sheet->guessed && slug->room_cols &&
	       slug->align == ALIGN_CENTRE && !strip->is_column &&
	       sheet_row_distance(strip, slug->row) > 0;
}

/* Does a strip stand beside the box of the slug's article, where boxes are known?  One that is
 * above or below all of it does not. */
static bool sheet_is_beside_box(const struct sheet *sheet,
                                const struct slug *slug,
                                const struct strip *strip)
{
	const size_t article = sheet->strips[slug->strip].article;

	for (size_t i = 0; i < sheet->box_count; i++) {
		const struct box *box = &sheet->boxes[i];

		if (box->article == article)
			return strip->row < box->row + box->rows &&
			       box->row < strip->row + strip->rows;
	}
	return true;
}

/* The strip beside a slug that is nearest, differences of rows weighing four times
 * as much as those of columns; NULL: none. */
static const struct strip *sheet_strip_beside(const struct sheet *sheet,
                                              const struct slug *slug,
                                              enum sheet_step step)
{
	const struct strip *best = NULL;
	const struct side_edges from = sheet_side_edges(sheet, slug);
	long best_distance = LONG_MAX;

	for (size_t i = 0; i < sheet->strip_count; i++) {
		const struct strip *strip = &sheet->strips[i];
		int side = sheet_side_distance(from, strip, step);
		long distance;

		if (side == INT_MAX || i == slug->strip ||
		    strip->slugs.start == strip->slugs.end ||
		    !sheet_is_beside_box(sheet, slug, strip) ||
		    sheet_is_other_head(sheet, slug, strip))
			continue;
		/* A cell is about twice as high as it is wide, and the row counts
		 * more than the distance. */
		distance =
			(long)sheet_row_distance(strip, slug->row) * 4 + side;
		if (distance < best_distance) {
			best_distance = distance;
			best = strip;
		}
	}
	return best;
}

static size_t sheet_slug_nearest(const struct sheet *sheet,
                                 const struct strip *strip, int row)
{
	size_t best = strip->slugs.start;

	for (size_t i = strip->slugs.start; i < strip->slugs.end; i++)
		if (abs(sheet->slugs[i].row - row) <
		    abs(sheet->slugs[best].row - row))
			best = i;
	return best;
}

/* The first slug of the article behind that of slug `from`, or, for STEP_LEFT, of the one
 * before; `from` if there is none. */
static size_t sheet_step_article(const struct sheet *sheet, size_t from,
                                 enum sheet_step step)
{
	const size_t own = sheet->strips[sheet->slugs[from].strip].article;
	size_t at = from;

	while (step == STEP_RIGHT ? at + 1 < sheet->slug_count : at > 0) {
		const struct strip *strip;

		at = step == STEP_RIGHT ? at + 1 : at - 1;
		strip = &sheet->strips[sheet->slugs[at].strip];
		if (strip->article == NPOS || strip->article == own)
			continue;
		while (step == STEP_LEFT && at > 0 &&
		       sheet->strips[sheet->slugs[at - 1].strip].article ==
		               strip->article)
			at--;
		return at;
	}
	return from;
}

size_t sheet_step(const struct sheet *sheet, size_t from, enum sheet_step step)
{
	const struct slug *slug = &sheet->slugs[from];
	const struct strip *beside;

	assert(from < sheet->slug_count);
	if (step == STEP_UP)
		return from ? from - 1 : from;
	if (step == STEP_DOWN)
		return from + 1 < sheet->slug_count ? from + 1 : from;
	beside = sheet_strip_beside(sheet, slug, step);
	return beside ? sheet_slug_nearest(sheet, beside, slug->row)
	              : sheet_step_article(sheet, from, step);
}

size_t sheet_leap(const struct sheet *sheet, size_t from, int rows)
{
	const struct slug *slugs = sheet->slugs;
	int row = slugs[from].row + rows;
	size_t to = from;

	if (rows > 0) {
		while (to + 1 < sheet->slug_count && slugs[to].row < row &&
		       slugs[to + 1].row >= slugs[to].row)
			to++;
		return to == from && to + 1 < sheet->slug_count ? to + 1 : to;
	}
	while (to > 0 && slugs[to].row > row &&
	       slugs[to - 1].row <= slugs[to].row)
		to--;
	return to == from && to > 0 ? to - 1 : to;
}

/* The first of the slugs around slug `at` that are of one passage. */
static size_t sheet_block_start(const struct sheet *sheet, size_t at)
{
	while (at > 0 &&
	       sheet->slugs[at - 1].passage == sheet->slugs[at].passage)
		at--;
	return at;
}

size_t sheet_block(const struct sheet *sheet, size_t from, int step)
{
	const struct slug *slugs = sheet->slugs;
	size_t to = from;

	if (step < 0) {
		to = sheet_block_start(sheet, from);
		return to == from && to > 0 ? sheet_block_start(sheet, to - 1)
		                            : to;
	}
	while (to < sheet->slug_count &&
	       slugs[to].passage == slugs[from].passage)
		to++;
	return to < sheet->slug_count ? to : from;
}
