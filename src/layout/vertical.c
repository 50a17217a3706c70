/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/vertical.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "layout/sheet.h"
#include "text/upright.h"

#include <assert.h>
#include <limits.h>

#define PITCH_COLS     (UPRIGHT_COLS + 1) /* a blank stands between two lines */
#define MARGIN_COLS    1
#define INDENT_ROWS    2  /* first lines, heads, quotes: 2 em */
#define LEAST_ROWS     6  /* in lower windows nothing is indented or hangs */
#define GAP_LEAST_ROWS 12 /* in lower windows no line is left free */

/* A tier that is being filled from right to left. */
struct tier {
	struct sheet *sheet;
	const struct vertical_style *style;
	int row, col;  /* top left cell of the next line */
	int rows;      /* of the tier, without those for a hanging mark */
	int hang_rows; /* for a mark that hangs below the tier */
	bool used;     /* it has lines */
};

static void tier_begin(struct tier *tier, int row)
{
	tier->row = row;
	tier->col = tier->style->cols - MARGIN_COLS - UPRIGHT_COLS;
	if (tier->col < 0)
		tier->col = 0;
	tier->used = false;
}

static int tier_step(const struct tier *tier)
{
	return tier->rows + tier->hang_rows;
}

/* Begins the next tier if there is no room for a line. */
static void tier_make_room(struct tier *tier)
{
	if (tier->used && tier->col < 0)
		tier_begin(tier, tier->row + tier_step(tier));
}

static void tier_leave_blank(struct tier *tier)
{
	if (tier->used)
		tier->col -= PITCH_COLS;
}

/* Leaves a line free, `down_rows` below the top, where one has room; the window is not
 * low. */
static struct gap tier_leave_gap(struct tier *tier, int down_rows)
{
	struct gap gap = { 0 };

	if (!tier->used || tier->col < 0 || tier->rows < GAP_LEAST_ROWS)
		return gap;
	gap = (struct gap){ tier->row + down_rows, tier->col, UPRIGHT_COLS,
		            tier->rows - down_rows };
	tier->col -= PITCH_COLS;
	return gap;
}

static void tier_add_line(struct tier *tier, size_t passage, struct range bytes,
                          int down_rows)
{
	tier_make_room(tier);
	sheet_add_upright(tier->sheet, passage, bytes, tier->row + down_rows,
	                  tier->col);
	tier->col -= PITCH_COLS;
	tier->used = true;
}

/* How passages of a role are set: rows left free at the top of the first line, at
 * the top of later lines, and at the foot; whether lines stand at the foot; whether
 * a blank line stands before and behind. */
static const struct role_style {
	int first_rows, later_rows, foot_rows;
	bool at_foot, blank_before, blank_after;
} role_styles[ROLE_COUNT] = {
	[ROLE_KICKER] = { 2, 2, 0, false, false, false },
	[ROLE_HEAD] = { 2, 2, 0, false, false, false },
	[ROLE_DECK] = { 3, 3, 0, false, false, false },
	[ROLE_BYLINE] = { 0, 0, 0, true, false, true },
	[ROLE_BODY] = { 2, 0, 0, false, false, false },
	[ROLE_SUBHEAD] = { 3, 3, 0, false, true, true },
	[ROLE_NOTE] = { 2, 0, 0, false, true, true },
	[ROLE_CAPTION] = { 2, 2, 0, false, true, true },
	[ROLE_CLOSING] = { 2, 0, 0, false, false, false },
	[ROLE_SIGNATURE] = { 2, 2, 1, true, false, false },
	[ROLE_DATE] = { 2, 2, 1, true, false, false },
	[ROLE_QUOTE] = { 2, 2, 2, false, true, true },
	[ROLE_JUMP] = { 0, 0, 0, true, false, false },
};

/* Finds the line breaks of a passage, once for all its printed lines. */
static void vertical_wrap(struct wrap *wrap, const struct tier *tier,
                          size_t index)
{
	wrap_init(wrap, tier->sheet->issue->passages[index].text,
	          tier->style->ambiguous_cols, tier->style->breaks);
}

/* Adds bytes of a passage in as many lines as the height of the tier asks for;
 * `whole` holds the line breaks of the passage, `first` says that its first line
 * comes first. */
static void tier_add_bytes(struct tier *tier, size_t index,
                           const struct wrap *whole, struct range bytes,
                           bool first)
{
	const struct passage *passage = &tier->sheet->issue->passages[index];
	const struct wrap wrap = wrap_before(whole, bytes.end);
	struct role_style style = role_styles[passage->role];

	if (tier->rows < LEAST_ROWS)
		style = (struct role_style){ 0 };
	while (bytes.start < bytes.end) {
		int down = first ? style.first_rows : style.later_rows;
		struct wrap_line line = upright_line(
			&wrap, bytes.start,
			larger(1, tier->rows - down - style.foot_rows),
			style.at_foot ? 0 : tier->hang_rows);

		if (style.at_foot)
			down = larger(0,
			              tier->rows - style.foot_rows - line.cols);
		tier_add_line(tier, index,
		              (struct range){ line.start, line.end }, down);
		bytes.start = line.next;
		first = false;
	}
}

static void tier_add_passage(struct tier *tier, size_t index)
{
	const struct passage *passage = &tier->sheet->issue->passages[index];
	struct wrap wrap;

	if (role_styles[passage->role].blank_before)
		tier_leave_blank(tier);
	vertical_wrap(&wrap, tier, index);
	tier_add_bytes(tier, index, &wrap,
	               (struct range){ 0, passage->text.len },
	               parts_passage_before(tier->sheet->issue, index) == NPOS);
	wrap_release(&wrap);
	if (role_styles[passage->role].blank_after)
		tier_leave_blank(tier);
}

static void vertical_init(struct tier *tier, struct sheet *sheet,
                          const struct issue *issue,
                          const struct vertical_style *style)
{
	assert(style->rows >= 1 && style->cols >= 1);
	*tier = (struct tier){ .sheet = sheet, .style = style };
	sheet_init(sheet, issue, style->ambiguous_cols);
	sheet->upright = true;
	tier->hang_rows = style->rows > LEAST_ROWS;
	tier->rows = style->rows - tier->hang_rows;
	tier_begin(tier, 0);
}

/* Does the headline end with a passage, which another one follows? */
static bool vertical_ends_head(const struct issue *issue, size_t passage,
                               size_t next)
{
	return role_is_headline(issue->passages[passage].role) &&
	       !role_is_headline(issue->passages[next].role);
}

/* Leaves a line free behind the headline of the first part, with blanks around it. */
static void vertical_leave_below_head(struct tier *tier)
{
	struct gap *gap = &tier->sheet->below_head;

	tier_leave_blank(tier);
	if (gap->cols)
		return;
	*gap = tier_leave_gap(tier, INDENT_ROWS);
	if (gap->cols)
		tier_leave_blank(tier);
}

void vertical_article(struct sheet *sheet, const struct issue *issue,
                      size_t article, const struct vertical_style *style)
{
	const size_t start = parts_first_passage(issue, article);
	struct tier tier;

	vertical_init(&tier, sheet, issue, style);
	sheet_open_strip(sheet, article, true);
	for (size_t i = start, before = NPOS; i != NPOS;
	     before = i, i = parts_next_passage(issue, i)) {
		if (before != NPOS && vertical_ends_head(issue, before, i))
			vertical_leave_below_head(&tier);
		else if (before != NPOS && issue->passages[before].article !=
		                                   issue->passages[i].article)
			tier_leave_blank(&tier);
		tier_add_passage(&tier, i);
	}
	tier_leave_blank(&tier);
	sheet->below_end = tier_leave_gap(&tier, 0);
	sheet->turn_rows = style->rows;
	sheet->cols = larger(style->cols, sheet->cols);
}

/* The bytes of a passage that stand on one printed line, from span `i` on. */
static struct range vertical_printed_bytes(const struct passage *passage,
                                           size_t i, size_t *next)
{
	struct range bytes = { passage->spans[i].start, passage->spans[i].end };

	for (*next = i + 1;
	     *next < passage->span_count &&
	     passage->spans[*next].line == passage->spans[i].line;
	     (*next)++)
		bytes.end = passage->spans[*next].end;
	return bytes;
}

/* The height of the longest printed line of the passages, with its indent; head
 * lines do not count. */
static int vertical_longest_rows(const struct issue *issue,
                                 struct range passages)
{
	int most = 1;

	for (size_t p = passages.start; p < passages.end; p++) {
		const struct passage *passage = &issue->passages[p];

		for (size_t i = 0, next; i < passage->span_count; i = next) {
			struct range bytes =
				vertical_printed_bytes(passage, i, &next);
			int rows = upright_rows(passage->text, bytes.start,
			                        bytes.end);

			if (!role_is_headline(passage->role))
				most = larger(most,
				              rows + (i ? 0 : INDENT_ROWS));
		}
	}
	return most;
}

static void tier_add_printed(struct tier *tier, struct range passages)
{
	const struct issue *issue = tier->sheet->issue;

	for (size_t p = passages.start; p < passages.end; p++) {
		const struct passage *passage = &issue->passages[p];
		struct wrap wrap;

		if (p > passages.start &&
		    role_is_headline(issue->passages[p - 1].role) &&
		    !role_is_headline(passage->role))
			tier_leave_blank(tier);
		vertical_wrap(&wrap, tier, p);
		for (size_t i = 0, next; i < passage->span_count; i = next)
			tier_add_bytes(
				tier, p, &wrap,
				vertical_printed_bytes(passage, i, &next),
				i == 0);
		wrap_release(&wrap);
	}
}

static void tier_end_with_rule(struct tier *tier)
{
	int row = tier->row + tier_step(tier);

	sheet_add_rule(tier->sheet, (struct rule){ .row = row,
	                                           .length = tier->style->cols,
	                                           .weight = RULE_HEAVY });
	tier_begin(tier, row + 1);
}

static void vertical_add_part(struct tier *tier, size_t article,
                              struct range passages)
{
	int most = tier->style->rows - tier->hang_rows;

	if (passages.start == passages.end)
		return;
	if (tier->used)
		tier_end_with_rule(tier);
	tier->rows =
		smaller(vertical_longest_rows(tier->sheet->issue, passages),
	                larger(1, most));
	sheet_open_strip(tier->sheet, article, true);
	tier_add_printed(tier, passages);
}

void vertical_page(struct sheet *sheet, const struct issue *issue, size_t page,
                   const struct vertical_style *style)
{
	const struct page *of = &issue->pages[page];
	struct tier tier;

	vertical_init(&tier, sheet, issue, style);
	sheet->guessed = true;
	for (size_t i = of->articles.start; i < of->articles.end; i++)
		vertical_add_part(&tier, i, issue->articles[i].passages);
	vertical_add_part(&tier, NPOS, of->furniture);
	sheet->cols = larger(style->cols, sheet->cols);
}
