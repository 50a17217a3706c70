/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/typeset.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "layout/row_break.h"
#include "layout/sheet.h"
#include "text/glyph.h"
#include "text/wrap.h"

#include <assert.h>
#include <stdlib.h>

#define INDENT_COLS      4  /* first lines: 2 em */
#define INDENT_FROM_COLS 28 /* 1 em in a narrower measure (CLREQ) */
#define RUNT_COLS        2  /* a last line of one character */

/* How passages of a role are set: before_rows and after_rows are blank rows.  A row of a
 * table breaks at its gaps, and the rest is set in. */
static const struct role_style {
	enum align align;
	bool indented, inset;
	int before_rows, after_rows;
	int later_cols; /* so far are later lines set in */
} role_styles[ROLE_COUNT] = {
	[ROLE_KICKER] = { .align = ALIGN_CENTRE },
	[ROLE_HEAD] = { .align = ALIGN_CENTRE },
	[ROLE_DECK] = { .align = ALIGN_CENTRE },
	[ROLE_BYLINE] = { .align = ALIGN_CENTRE, .after_rows = 1 },
	[ROLE_SALUTATION] = { .align = ALIGN_LEFT },
	[ROLE_BODY] = { .indented = true },
	[ROLE_ROW] = { .later_cols = ROW_BREAK_COLS },
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

/* The lines into which a passage is broken. */
struct broken_lines {
	struct wrap_line *items;
	size_t count, cap;
};

/* A last line of one character (a runt) gets another one from the line before,
 * where the last two lines allow it. */
static void typeset_lengthen_runt(struct broken_lines *lines,
                                  const struct wrap *wrap, int cols)
{
	struct wrap_line *last, shorter, longer;

	if (lines->count < 2)
		return;
	last = &lines->items[lines->count - 1];
	if (last->cols > RUNT_COLS)
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

static void typeset_break(struct broken_lines *lines, const struct wrap *wrap,
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

/* Balanced lines: breaks the text to the narrowest measure that takes no more lines
 * than `cols` does, so that a headline of two lines has two of about one width.
 * Binary search, as the number of lines never grows with the measure: O(text x log
 * cols). */
static void typeset_balance(struct broken_lines *lines, const struct wrap *wrap,
                            int cols)
{
	int low = 1, high = cols;
	size_t count;

	typeset_break(lines, wrap, cols, cols, 0);
	count = lines->count;
	while (low < high) {
		int mid = (low + high) / 2;

		typeset_break(lines, wrap, mid, mid, 0);
		if (lines->count > count)
			low = mid + 1;
		else
			high = mid;
	}
	typeset_break(lines, wrap, high, high, 0);
}

/* Takes the printed lines of a headline or a signature, as the paper broke it where its
 * sense breaks.  False when a line is wider than `cols` or there is only one. */
static bool typeset_keep_printed(struct broken_lines *lines,
                                 const struct passage *passage,
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

static int typeset_indent_cols(const struct typesetting *setting,
                               const struct role_style *style)
{
	if (!style->indented)
		return 0;
	if (setting->measure_cols >= INDENT_FROM_COLS)
		return INDENT_COLS;
	return setting->measure_cols > INDENT_COLS ? INDENT_COLS / 2 : 0;
}

/* By how much a line is set in where `cols` are asked for: by less where it is a single glyph,
 * such as the escape of a control, that has no room behind so many cells. */
static int typeset_shift_cols(const struct typesetting *setting, enum role role,
                              const struct wrap_line *line, int cols)
{
	int room = role == ROLE_ROW
	                   ? larger(setting->measure_cols, setting->row_cols)
	                   : setting->measure_cols + setting->hang_cols;

	return smaller(cols, larger(0, room - line->cols));
}

static int typeset_inset_cols(const struct typesetting *setting,
                              const struct role_style *style)
{
	return style->inset && setting->measure_cols > 4 * TYPESET_INSET_COLS
	               ? TYPESET_INSET_COLS
	               : 0;
}

/* Breaks a row of a table between its cells.  One that is too wide for the measure may take
 * the room beside it. */
static void typeset_break_row(const struct typesetting *setting,
                              struct broken_lines *lines,
                              const struct wrap *wrap)
{
	int room = larger(setting->measure_cols, setting->row_cols);
	int later_room = larger(1, room - ROW_BREAK_COLS);

	lines->count = 0;
	for (size_t at = 0; at < wrap->text.len;) {
		struct wrap_line line =
			row_break_line(wrap, at, at ? later_room : room);

		*ARRAY_ADD(lines->items, lines->count, lines->cap) = line;
		at = line.next;
	}
}

/* Are the printed lines of a passage those that it should have?  A deck was broken where its
 * column ended, and is not where it has room in one line. */
static bool typeset_has_printed_lines(const struct passage *passage,
                                      const struct wrap *wrap, int cols)
{
	if (passage->role == ROLE_DECK)
		return text_cols(wrap->text, wrap->ambiguous_cols) > cols;
	return role_is_headline(passage->role) ||
	       passage->role == ROLE_SIGNATURE;
}

static void typeset_choose_lines(const struct typesetting *setting,
                                 struct broken_lines *lines,
                                 const struct wrap *wrap,
                                 const struct passage *passage, int indent,
                                 int inset)
{
	enum align align = role_styles[passage->role].align;
	int room = setting->measure_cols - 2 * inset;

	if (passage->role == ROLE_ROW) {
		typeset_break_row(setting, lines, wrap);
		return;
	}

	if (typeset_has_printed_lines(passage, wrap, room) &&
	    typeset_keep_printed(lines, passage, wrap, room))
		return;
	if (align == ALIGN_CENTRE || passage->role == ROLE_SIGNATURE)
		typeset_balance(lines, wrap, room);
	else
		typeset_break(lines, wrap, room - indent, room,
		              inset ? 0 : setting->hang_cols);
	if (align == ALIGN_LEFT)
		typeset_lengthen_runt(lines, wrap, room);
}

static void typeset_add_line(struct typesetting *setting,
                             struct typeset_line line)
{
	*ARRAY_ADD(setting->lines, setting->count, setting->cap) = line;
}

/* Adds the blank rows between two passages: as many as either of them wants. */
static void typeset_add_blanks(struct typesetting *setting,
                               const struct role_style *style)
{
	int rows = setting->owed_rows > style->before_rows ? setting->owed_rows
	                                                   : style->before_rows;

	for (int i = 0; setting->count && i < rows; i++)
		typeset_add_line(setting,
		                 (struct typeset_line){ .passage = NPOS });
}

/* Adds a line of passage `index`, aligned between insets and set in by `shift` cells. */
static void typeset_add_broken(struct typesetting *setting, size_t index,
                               const struct wrap_line *line, int inset,
                               int shift)
{
	enum role role = setting->issue->passages[index].role;
	int col = sheet_aligned_col(role_styles[role].align, inset,
	                            setting->measure_cols - 2 * inset,
	                            line->cols);

	typeset_add_line(setting,
	                 (struct typeset_line){
				 .passage = index,
				 .bytes = { line->start, line->end },
				 .cols = line->cols,
				 .col = col + typeset_shift_cols(setting, role,
	                                                         line, shift),
				 .is_inset = inset > 0,
				 .keeps_next = role == ROLE_SUBHEAD,
			 });
}

void typeset_add(struct typesetting *setting, size_t index)
{
	const struct passage *passage = &setting->issue->passages[index];
	const struct role_style *style = &role_styles[passage->role];
	int indent = parts_passage_before(setting->issue, index) == NPOS
	                     ? typeset_indent_cols(setting, style)
	                     : 0;
	int inset = typeset_inset_cols(setting, style);
	struct broken_lines lines = { 0 };
	struct wrap wrap;

	assert(setting->measure_cols >= 1);
	wrap_init(&wrap, passage->text, setting->ambiguous_cols,
	          setting->breaks);
	typeset_choose_lines(setting, &lines, &wrap, passage, indent, inset);
	typeset_add_blanks(setting, style);
	setting->breaks_rows = setting->breaks_rows ||
	                       (passage->role == ROLE_ROW && lines.count > 1);
	for (size_t i = 0; i < lines.count; i++)
		typeset_add_broken(setting, index, &lines.items[i], inset,
		                   i ? style->later_cols : indent);
	setting->owed_rows = style->after_rows;
	free(lines.items);
	wrap_release(&wrap);
}

void typeset_add_seam(struct typesetting *setting)
{
	if (!setting->count)
		return;
	typeset_add_line(setting, (struct typeset_line){ .passage = NPOS });
	typeset_add_line(setting, (struct typeset_line){ .passage = NPOS,
	                                                 .is_seam = true });
	setting->owed_rows = 1;
}

void typeset_release(struct typesetting *setting)
{
	free(setting->lines);
	*setting = (struct typesetting){ 0 };
}
