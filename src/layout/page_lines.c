/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/page_lines.h"

#include "base/mem.h"
#include "base/num.h"
#include "layout/sheet.h"
#include "text/glyph.h"
#include "text/hyphen.h"
#include "text/wrap.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define INDENT_COLS  4 /* 2 em */
#define OUTLIER_COLS 6 /* wider than the column width: no line of the column */
#define COLS_MOST    240 /* of a line that counts */
#define INSET_COLS   2   /* of a pull quote behind its rule */

/* Does the printed line end, behind span `last` of the passage, with the hyphen of a word
 * that goes on in the next span? */
static bool page_line_has_hyphen(const struct issue *issue,
                                 const struct passage *passage, size_t last)
{
	const struct span *span = &passage->spans[last];
	struct str line = issue->lines[span->line].text;

	return last + 1 < passage->span_count &&
	       hyphen_at(line, span->at + span->end - span->start) > 0;
}

/* The line that holds spans [first, end) of a passage. */
static struct page_line page_line_of(const struct page_lines *lines,
                                     size_t index, size_t first, size_t end)
{
	const struct issue *issue = lines->sheet->issue;
	const struct passage *passage = &issue->passages[index];
	struct page_line line = {
		.passage = index,
		.printed_line = passage->spans[first].line,
		.bytes = { first ? passage->spans[first].start : 0,
		           passage->spans[end - 1].end },
		.line_byte = passage->spans[first].at,
		.has_hyphen = page_line_has_hyphen(issue, passage, end - 1),
		.begins_passage = first == 0,
	};

	line.cols = text_cols_between(passage->text, line.bytes.start,
	                              line.bytes.end,
	                              lines->sheet->ambiguous_cols) +
	            line.has_hyphen;
	return line;
}

/* Adds the lines of passage `index`.  Spans that follow each other on one printed
 * line are one item. */
static void page_lines_add_passage(struct page_lines *lines, size_t index)
{
	const struct passage *passage = &lines->sheet->issue->passages[index];
	size_t next;

	for (size_t i = 0; i < passage->span_count; i = next) {
		const struct span *span = &passage->spans[i];

		for (next = i + 1; next < passage->span_count; next++)
			if (passage->spans[next].line != span->line)
				break;
		*ARRAY_ADD(lines->items, lines->count, lines->cap) =
			page_line_of(lines, index, i, next);
	}
}

int page_lines_compare(const void *a, const void *b)
{
	const struct page_line *left = *(struct page_line *const *)a;
	const struct page_line *right = *(struct page_line *const *)b;

	if (left->printed_line != right->printed_line)
		return left->printed_line < right->printed_line ? -1 : 1;
	return left->line_byte < right->line_byte
	               ? -1
	               : left->line_byte > right->line_byte;
}

void page_lines_init(struct page_lines *lines, struct sheet *sheet, size_t page)
{
	const struct range own = sheet->issue->pages[page].passages;

	*lines = (struct page_lines){ .sheet = sheet, .passages = own };
	lines->wraps = mem_alloc((own.end - own.start) * sizeof *lines->wraps);
	for (size_t i = own.start; i < own.end; i++) {
		page_lines_add_passage(lines, i);
		lines->glyph_cols =
			larger(lines->glyph_cols,
		               text_widest_cols(sheet->issue->passages[i].text,
		                                sheet->ambiguous_cols));
	}
	lines->by_line = mem_alloc(lines->count * sizeof *lines->by_line);
	for (size_t i = 0; i < lines->count; i++)
		lines->by_line[i] = &lines->items[i];
	qsort(lines->by_line, lines->count, sizeof *lines->by_line,
	      page_lines_compare);
}

const struct wrap *page_lines_wrap(struct page_lines *lines, size_t passage)
{
	struct wrap **wrap = &lines->wraps[passage - lines->passages.start];

	assert(passage >= lines->passages.start &&
	       passage < lines->passages.end);
	if (!*wrap) {
		*wrap = mem_alloc(sizeof **wrap);
		wrap_init(*wrap, lines->sheet->issue->passages[passage].text,
		          lines->sheet->ambiguous_cols, WRAP_BASIC);
	}
	return *wrap;
}

void page_lines_release(struct page_lines *lines)
{
	for (size_t i = 0; i < lines->passages.end - lines->passages.start;
	     i++) {
		if (lines->wraps[i])
			wrap_release(lines->wraps[i]);
		free(lines->wraps[i]);
	}
	free(lines->wraps);
	free(lines->items);
	free(lines->by_line);
	*lines = (struct page_lines){ 0 };
}

static const struct passage *page_line_passage(const struct page_lines *lines,
                                               const struct page_line *line)
{
	return &lines->sheet->issue->passages[line->passage];
}

size_t page_lines_first_of(const struct page_lines *lines, size_t passage)
{
	size_t at;

	ARRAY_FIND(at, lines->count, lines->items[at].passage < passage);
	return at;
}

bool page_lines_has(const struct page_lines *lines, struct range passages)
{
	for (size_t i = page_lines_first_of(lines, passages.start);
	     i < lines->count && lines->items[i].passage < passages.end; i++)
		if (!lines->items[i].is_placed)
			return true;
	return false;
}

int page_line_indent_cols(const struct page_lines *lines,
                          const struct page_line *line)
{
	switch (page_line_passage(lines, line)->role) {
	case ROLE_BODY:
	case ROLE_NOTE:
	case ROLE_CLOSING:
		return line->begins_passage ? INDENT_COLS : 0;
	default:
		return 0;
	}
}

int page_line_text_cols(const struct page_lines *lines,
                        const struct page_line *line, int room_cols)
{
	return line->has_hyphen && room_cols > lines->glyph_cols ? room_cols - 1
	                                                         : room_cols;
}

int page_line_column_cols(const struct page_lines *lines,
                          const struct page_line *line, double measure_em)
{
	const int measure_cols = (int)lround(ceil(measure_em)) * 2;
	const int cols = line->cols + page_line_indent_cols(lines, line);

	if (measure_cols && cols > measure_cols + OUTLIER_COLS)
		return 0;
	return smaller(cols, COLS_MOST);
}

int page_lines_inset_cols(const struct page_lines *lines, int cols)
{
	return cols >= lines->glyph_cols + INSET_COLS ? INSET_COLS : 0;
}
