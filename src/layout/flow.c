/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/flow.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "layout/sheet.h"
#include "text/glyph.h"
#include "text/wrap.h"

#include <stdlib.h>

#define MARGIN_COLS      2  /* at least, where there is room */
#define MARGIN_FROM_COLS 32 /* windows narrower than this have none */
#define INDENT_COLS      4  /* first lines: 2 em */
#define INDENT_FROM_COLS 28 /* 1 em in a narrower measure (CLREQ) */
#define HANG_COLS        2
#define INSET_COLS       4 /* of a pull quote */
#define LONE_COLS        2 /* a last line of one character */

/* How a passage of a role is set; rows are blank rows before and after it. */
static const struct setting {
	enum align align;
	bool indented, inset;
	int before_rows, after_rows;
} settings[ROLE_COUNT] = {
	[ROLE_KICKER] = { .align = ALIGN_CENTRE },
	[ROLE_HEAD] = { .align = ALIGN_CENTRE },
	[ROLE_DECK] = { .align = ALIGN_CENTRE },
	[ROLE_BYLINE] = { .align = ALIGN_CENTRE, .after_rows = 1 },
	[ROLE_SALUTATION] = { .align = ALIGN_LEFT },
	[ROLE_BODY] = { .indented = true },
	[ROLE_SUBHEAD] = { .align = ALIGN_CENTRE,
	                   .before_rows = 1,
	                   .after_rows = 1 },
	[ROLE_NOTE] = { .indented = true, .before_rows = 1, .after_rows = 1 },
	[ROLE_CAPTION] = { .before_rows = 1, .after_rows = 1 },
	[ROLE_CLOSING] = { .indented = true },
	[ROLE_SIGNATURE] = { .align = ALIGN_RIGHT, .before_rows = 1 },
	[ROLE_DATE] = { .align = ALIGN_RIGHT },
	[ROLE_QUOTE] = { .inset = true, .before_rows = 1, .after_rows = 1 },
	[ROLE_JUMP] = { .align = ALIGN_RIGHT, .before_rows = 1 },
};

/* An article being set: the next free row, and the blank rows owed before it. */
struct flow {
	struct sheet *sheet;
	int left_col, measure_cols, hang_cols;
	int row, owed_rows;
};

/* The lines of one passage. */
struct lines {
	struct wrap_line *items;
	size_t count, cap;
};

/* A last line of one character looks lost: the line before gives it company. */
static void company(struct lines *lines, const struct wrap *wrap, int cols)
{
	struct wrap_line *last, shorter, longer;

	if (lines->count < 2)
		return;
	last = &lines->items[lines->count - 1];
	if (last->cols > LONE_COLS)
		return;
	shorter = wrap_line(wrap, last[-1].start, last[-1].cols - 1, 0);
	if (shorter.next >= last->start)
		return;
	longer = wrap_line(wrap, shorter.next, cols, 0);
	if (longer.next < wrap->text.len)
		return;
	last[-1] = shorter;
	*last = longer;
}

static void break_lines(struct lines *lines, const struct wrap *wrap,
                        int first_cols, int cols, int hang_cols)
{
	lines->count = 0;
	for (size_t at = 0; at < wrap->text.len;) {
		struct wrap_line line =
			wrap_line(wrap, at, at ? cols : first_cols, hang_cols);

		*ARRAY_ADD(lines->items, lines->count, lines->cap) = line;
		at = line.next;
	}
}

/* The narrowest measure that takes no more lines than the widest: a head of
 * two lines is set in two alike. */
static void balance(struct lines *lines, const struct wrap *wrap, int cols)
{
	int low = 1, high = cols;
	size_t count;

	break_lines(lines, wrap, cols, cols, 0);
	count = lines->count;
	while (low < high) {
		int mid = (low + high) / 2;

		break_lines(lines, wrap, mid, mid, 0);
		if (lines->count > count)
			low = mid + 1;
		else
			high = mid;
	}
	break_lines(lines, wrap, high, high, 0);
}

/* A head of several printed lines keeps them: the paper broke it where its sense
 * breaks.  False when one is wider than `cols`, or there is only one. */
static bool keep_lines(struct lines *lines, const struct passage *passage,
                       const struct wrap *wrap, int cols)
{
	lines->count = 0;
	for (size_t i = 0; i < passage->span_count; i++) {
		const struct span *span = &passage->spans[i];
		struct wrap_line *line;

		if (!i || span->line != span[-1].line) {
			line = ARRAY_ADD(lines->items, lines->count,
			                 lines->cap);
			line->start = span->start;
		}
		line = &lines->items[lines->count - 1];
		line->end = span->end;
		line->next = i + 1 < passage->span_count ? span[1].start
		                                         : wrap->text.len;
		line->cols = text_cols_between(wrap->text, line->start,
		                               line->end, wrap->ambiguous_cols);
		if (line->cols > cols)
			return false;
	}
	return lines->count > 1;
}

static int place_col(enum align align, int left_col, int room_cols, int cols)
{
	if (align == ALIGN_LEFT || cols >= room_cols)
		return left_col;
	return left_col + (align == ALIGN_CENTRE ? (room_cols - cols) / 2
	                                         : room_cols - cols);
}

static int indent_cols(const struct flow *flow, const struct setting *setting)
{
	if (!setting->indented)
		return 0;
	if (flow->measure_cols >= INDENT_FROM_COLS)
		return INDENT_COLS;
	return flow->measure_cols > INDENT_COLS ? INDENT_COLS / 2 : 0;
}

static int inset_cols(const struct flow *flow, const struct setting *setting)
{
	return setting->inset && flow->measure_cols > 4 * INSET_COLS
	               ? INSET_COLS
	               : 0;
}

static void add_inset_rule(struct flow *flow, int from_row)
{
	struct sheet *sheet = flow->sheet;

	*ARRAY_ADD(sheet->rules, sheet->rule_count, sheet->rule_cap) =
		(struct rule){ .row = from_row,
		               .col = flow->left_col + INSET_COLS / 2,
		               .length = flow->row - from_row,
		               .vertical = true,
		               .weight = RULE_HEAVY };
}

static void choose_lines(const struct flow *flow, struct lines *lines,
                         const struct wrap *wrap, const struct passage *passage,
                         int indent, int inset)
{
	enum align align = settings[passage->role].align;
	int room = flow->measure_cols - 2 * inset;

	if (role_is_headline(passage->role) &&
	    keep_lines(lines, passage, wrap, room))
		return;
	if (align == ALIGN_CENTRE)
		balance(lines, wrap, room);
	else
		break_lines(lines, wrap, room - indent, room,
		            inset ? 0 : flow->hang_cols);
	if (align == ALIGN_LEFT)
		company(lines, wrap, room);
}

static void set_passage(struct flow *flow, size_t index, struct lines *lines)
{
	const struct passage *passage = &flow->sheet->issue->passages[index];
	const struct setting *setting = &settings[passage->role];
	int indent = indent_cols(flow, setting);
	int inset = inset_cols(flow, setting);
	int room = flow->measure_cols - 2 * inset, from_row;
	struct wrap wrap;

	wrap_init(&wrap, passage->text, flow->sheet->ambiguous_cols);
	choose_lines(flow, lines, &wrap, passage, indent, inset);
	if (flow->row)
		flow->row += flow->owed_rows > setting->before_rows
		                     ? flow->owed_rows
		                     : setting->before_rows;
	from_row = flow->row;
	for (size_t i = 0; i < lines->count; i++) {
		const struct wrap_line *line = &lines->items[i];
		int col = place_col(setting->align, flow->left_col + inset,
		                    room, line->cols);

		sheet_add_slug(flow->sheet, index,
		               (struct range){ line->start, line->end },
		               flow->row++, col + (i ? 0 : indent));
	}
	if (inset)
		add_inset_rule(flow, from_row);
	flow->owed_rows = setting->after_rows;
	wrap_release(&wrap);
}

static void set_measure(struct flow *flow, const struct flow_style *style)
{
	int margin = style->cols >= MARGIN_FROM_COLS ? MARGIN_COLS : 0;
	int room = style->cols - 2 * margin;

	flow->measure_cols =
		style->measure_cols < room ? style->measure_cols : room;
	/* A measure of whole ems keeps the right edge even. */
	if (flow->measure_cols > 2)
		flow->measure_cols -= flow->measure_cols % 2;
	if (flow->measure_cols < 1)
		flow->measure_cols = 1;
	flow->left_col = (style->cols - flow->measure_cols) / 2;
	flow->hang_cols = flow->left_col >= HANG_COLS ? HANG_COLS : 0;
}

void flow_article(struct sheet *sheet, const struct issue *issue,
                  size_t article, const struct flow_style *style)
{
	const struct range own = issue->articles[article].passages;
	struct flow flow = { .sheet = sheet };
	struct lines lines = { 0 };

	sheet_init(sheet, issue, style->ambiguous_cols);
	set_measure(&flow, style);
	sheet_open_strip(sheet, article, true);
	for (size_t i = own.start; i < own.end; i++) {
		bool head = role_is_headline(issue->passages[i].role);

		/* The head stands by itself. */
		if (i > own.start && !head &&
		    role_is_headline(issue->passages[i - 1].role))
			flow.owed_rows = 1;
		set_passage(&flow, i, &lines);
	}
	sheet->cols = style->cols;
	free(lines.items);
}
