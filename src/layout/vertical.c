/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/vertical.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "layout/sheet.h"
#include "text/upright.h"

#include <limits.h>

#define PITCH_COLS  (UPRIGHT_COLS + 1) /* a blank stands between two lines */
#define MARGIN_COLS 1
#define INDENT_ROWS 2 /* first lines, heads, quotes: 2 em */
#define LEAST_ROWS  6 /* lower windows have no indent, and nothing hangs */

/* The place of the next line: on a tier, from right to left. */
struct press {
	struct sheet *sheet;
	const struct upright_style *style;
	int row, col;  /* of the next line's top */
	int rows;      /* of the tier, a hanging mark not counted */
	int hang_rows; /* that may stand below it */
	bool used;     /* the tier has lines */
};

static void begin_tier(struct press *press, int row)
{
	press->row = row;
	press->col = press->style->cols - MARGIN_COLS - UPRIGHT_COLS;
	if (press->col < 0)
		press->col = 0;
	press->used = false;
}

static int tier_step(const struct press *press)
{
	return press->rows + press->hang_rows;
}

/* Room for a line. */
static void vertical_make_room(struct press *press)
{
	if (press->used && press->col < 0)
		begin_tier(press, press->row + tier_step(press));
}

static void leave_blank(struct press *press)
{
	if (press->used)
		press->col -= PITCH_COLS;
}

static void put_line(struct press *press, size_t passage, struct range bytes,
                     int down_rows)
{
	vertical_make_room(press);
	sheet_add_upright(press->sheet, passage, bytes, press->row + down_rows,
	                  press->col);
	press->col -= PITCH_COLS;
	press->used = true;
}

/* How a role stands in its lines: rows left free at the top of the first and of
 * the others, and at the foot. */
static const struct manner {
	int first_rows, later_rows, foot_rows;
	bool at_foot, blank_before, blank_after;
} manners[ROLE_COUNT] = {
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

/* Finds the breaks of a passage, once for all its printed lines. */
static void wrap_passage(struct wrap *wrap, const struct press *press,
                         size_t index)
{
	wrap_init(wrap, press->sheet->issue->passages[index].text,
	          press->style->ambiguous_cols, press->style->breaks);
}

/* Sets bytes of a passage, whose breaks are `whole`, broken to the tier. */
static void set_bytes(struct press *press, size_t index,
                      const struct wrap *whole, struct range bytes, bool first)
{
	const struct passage *passage = &press->sheet->issue->passages[index];
	const struct wrap wrap = wrap_before(whole, bytes.end);
	struct manner manner = manners[passage->role];

	if (press->rows < LEAST_ROWS)
		manner = (struct manner){ 0 };
	while (bytes.start < bytes.end) {
		int down = first ? manner.first_rows : manner.later_rows;
		struct wrap_line line = upright_line(
			&wrap, bytes.start,
			larger(1, press->rows - down - manner.foot_rows),
			manner.at_foot ? 0 : press->hang_rows);

		if (manner.at_foot)
			down = larger(0, press->rows - manner.foot_rows -
			                         line.cols);
		put_line(press, index, (struct range){ line.start, line.end },
		         down);
		bytes.start = line.next;
		first = false;
	}
}

static void vertical_set_passage(struct press *press, size_t index)
{
	const struct passage *passage = &press->sheet->issue->passages[index];
	struct wrap wrap;

	if (manners[passage->role].blank_before)
		leave_blank(press);
	wrap_passage(&wrap, press, index);
	set_bytes(press, index, &wrap, (struct range){ 0, passage->text.len },
	          true);
	wrap_release(&wrap);
	if (manners[passage->role].blank_after)
		leave_blank(press);
}

static void init(struct press *press, struct sheet *sheet,
                 const struct issue *issue, const struct upright_style *style)
{
	*press = (struct press){ .sheet = sheet, .style = style };
	sheet_init(sheet, issue, style->ambiguous_cols);
	press->hang_rows = style->rows > LEAST_ROWS;
	press->rows = style->rows - press->hang_rows;
	begin_tier(press, 0);
}

void upright_article(struct sheet *sheet, const struct issue *issue,
                     size_t article, const struct upright_style *style)
{
	const struct range own = issue->articles[article].passages;
	struct press press;

	init(&press, sheet, issue, style);
	sheet_open_strip(sheet, article, true);
	for (size_t i = own.start; i < own.end; i++) {
		if (i > own.start &&
		    role_is_headline(issue->passages[i - 1].role) &&
		    !role_is_headline(issue->passages[i].role))
			leave_blank(&press);
		vertical_set_passage(&press, i);
	}
	sheet->turn_rows = style->rows;
	sheet->cols = larger(style->cols, sheet->cols);
}

/* The bytes of a passage that stand on one printed line, from span `i` on. */
static struct range printed_bytes(const struct passage *passage, size_t i,
                                  size_t *next)
{
	struct range bytes = { passage->spans[i].start, passage->spans[i].end };

	for (*next = i + 1;
	     *next < passage->span_count &&
	     passage->spans[*next].line == passage->spans[i].line;
	     (*next)++)
		bytes.end = passage->spans[*next].end;
	return bytes;
}

/* Rows of the highest printed line of the passages, indents counted. */
static int highest_rows(const struct issue *issue, struct range passages)
{
	int most = 1;

	for (size_t p = passages.start; p < passages.end; p++) {
		const struct passage *passage = &issue->passages[p];

		for (size_t i = 0, next; i < passage->span_count; i = next) {
			struct range bytes = printed_bytes(passage, i, &next);
			int rows = upright_rows(passage->text, bytes.start,
			                        bytes.end);

			if (!role_is_headline(passage->role))
				most = larger(most,
				              rows + (i ? 0 : INDENT_ROWS));
		}
	}
	return most;
}

static void set_printed(struct press *press, struct range passages)
{
	const struct issue *issue = press->sheet->issue;

	for (size_t p = passages.start; p < passages.end; p++) {
		const struct passage *passage = &issue->passages[p];
		struct wrap wrap;

		if (p > passages.start &&
		    role_is_headline(issue->passages[p - 1].role) &&
		    !role_is_headline(passage->role))
			leave_blank(press);
		wrap_passage(&wrap, press, p);
		for (size_t i = 0, next; i < passage->span_count; i = next)
			set_bytes(press, p, &wrap,
			          printed_bytes(passage, i, &next), i == 0);
		wrap_release(&wrap);
	}
}

static void vertical_add_rule(struct press *press)
{
	int row = press->row + tier_step(press);

	sheet_add_rule(press->sheet,
	               (struct rule){ .row = row,
	                              .length = press->style->cols,
	                              .weight = RULE_HEAVY });
	begin_tier(press, row + 1);
}

static void set_part(struct press *press, size_t article, struct range passages)
{
	int most = press->style->rows - press->hang_rows;

	if (passages.start == passages.end)
		return;
	if (press->used)
		vertical_add_rule(press);
	press->rows = smaller(highest_rows(press->sheet->issue, passages),
	                      larger(1, most));
	sheet_open_strip(press->sheet, article, true);
	set_printed(press, passages);
}

void upright_page(struct sheet *sheet, const struct issue *issue, size_t page,
                  const struct upright_style *style)
{
	const struct page *of = &issue->pages[page];
	struct press press;

	init(&press, sheet, issue, style);
	sheet->guessed = true;
	for (size_t i = of->articles.start; i < of->articles.end; i++)
		set_part(&press, i, issue->articles[i].passages);
	set_part(&press, NPOS, of->furniture);
	sheet->cols = larger(style->cols, sheet->cols);
}
