/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/typeset.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "layout/sheet.h"
#include "text/glyph.h"
#include "text/wrap.h"

#include <stdlib.h>

#define INDENT_COLS      4  /* first lines: 2 em */
#define INDENT_FROM_COLS 28 /* 1 em in a narrower measure (CLREQ) */
#define LONE_COLS        2  /* a last line of one character */

/* How a passage of a role is set; rows are blank rows before and after it. */
static const struct manner {
	enum align align;
	bool indented, inset;
	int before_rows, after_rows;
} manners[ROLE_COUNT] = {
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

static int typeset_indent_cols(const struct typesetting *setting,
                               const struct manner *manner)
{
	if (!manner->indented)
		return 0;
	if (setting->measure_cols >= INDENT_FROM_COLS)
		return INDENT_COLS;
	return setting->measure_cols > INDENT_COLS ? INDENT_COLS / 2 : 0;
}

static int inset_cols(const struct typesetting *setting,
                      const struct manner *manner)
{
	return manner->inset && setting->measure_cols > 4 * SETTING_INSET_COLS
	               ? SETTING_INSET_COLS
	               : 0;
}

static void choose_lines(const struct typesetting *setting, struct lines *lines,
                         const struct wrap *wrap, const struct passage *passage,
                         int indent, int inset)
{
	enum align align = manners[passage->role].align;
	int room = setting->measure_cols - 2 * inset;

	if (role_is_headline(passage->role) &&
	    keep_lines(lines, passage, wrap, room))
		return;
	if (align == ALIGN_CENTRE)
		balance(lines, wrap, room);
	else
		break_lines(lines, wrap, room - indent, room,
		            inset ? 0 : setting->hang_cols);
	if (align == ALIGN_LEFT)
		company(lines, wrap, room);
}

static void typeset_add_line(struct typesetting *setting, struct set_line line)
{
	*ARRAY_ADD(setting->lines, setting->count, setting->cap) = line;
}

/* Rows between two passages: what the first owes, or the second asks for. */
static void add_blanks(struct typesetting *setting, const struct manner *manner)
{
	int rows = setting->owed_rows > manner->before_rows
	                   ? setting->owed_rows
	                   : manner->before_rows;

	for (int i = 0; setting->count && i < rows; i++)
		typeset_add_line(setting, (struct set_line){ .passage = NPOS });
}

void typeset_add(struct typesetting *setting, size_t index)
{
	const struct passage *passage = &setting->issue->passages[index];
	const struct manner *manner = &manners[passage->role];
	int indent = typeset_indent_cols(setting, manner);
	int inset = inset_cols(setting, manner);
	struct lines lines = { 0 };
	struct wrap wrap;

	wrap_init(&wrap, passage->text, setting->ambiguous_cols,
	          setting->breaks);
	choose_lines(setting, &lines, &wrap, passage, indent, inset);
	add_blanks(setting, manner);
	for (size_t i = 0; i < lines.count; i++) {
		const struct wrap_line *line = &lines.items[i];
		int col = sheet_aligned_col(manner->align, inset,
		                            setting->measure_cols - 2 * inset,
		                            line->cols);

		typeset_add_line(setting,
		                 (struct set_line){
					 .passage = index,
					 .bytes = { line->start, line->end },
					 .cols = line->cols,
					 .col = col + (i ? 0 : indent),
					 .inset = inset > 0,
					 .keeps = passage->role == ROLE_SUBHEAD,
				 });
	}
	setting->owed_rows = manner->after_rows;
	free(lines.items);
	wrap_release(&wrap);
}

void typeset_release(struct typesetting *setting)
{
	free(setting->lines);
	*setting = (struct typesetting){ 0 };
}
