/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "base/num.h"
#include "exam.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "layout/article_layout.h"
#include "layout/facsimile.h"
#include "layout/page_layout.h"
#include "layout/sheet.h"
#include "layout/vertical.h"
#include "text/glyph.h"
#include "text/letter_space.h"
#include "text/wrap.h"
#include <stdlib.h>
#include <string.h>

#define ROWS           24
#define MEASURE_COLS   80 /* 40 em, as the reader asks */
#define HANG_COLS      2
#define KINSOKU_COLS   8 /* narrower lines cannot keep 禁则 */
#define MAY_HANG       "，。、；："
#define GRID_MAX_CELLS ((size_t)1 << 26)

/* How many glyphs of a slug are seen, and where the last of them begins. */
struct seen {
	int glyphs;
	size_t last;
};

static struct seen seen_of(const struct exam *exam, const struct slug *slug)
{
	struct str text = exam_text(exam, slug);
	struct seen seen = { 0 };

	for (size_t at = slug->start; at < slug->end;) {
		struct glyph glyph =
			glyph_next(text, at, exam->sheet->ambiguous_cols);

		if (glyph.cols > 0) {
			seen.glyphs++;
			seen.last = at;
		}
		at = glyph.end;
	}
	return seen;
}

static bool is_single(const struct exam *exam, const struct slug *slug)
{
	return seen_of(exam, slug).glyphs <= 1;
}

/* The blanks of a spaced headline. */
static int spaces_of(const struct exam *exam, const struct slug *slug)
{
	return slug->spaced ? letter_space_cols(exam_text(exam, slug),
	                                        slug->start, slug->end,
	                                        exam->sheet->ambiguous_cols)
	                    : 0;
}

static void examine_places(struct exam *exam)
{
	const struct sheet *sheet = exam->sheet;

	for (size_t i = 0; i < sheet->slug_count; i++) {
		const struct slug *slug = &sheet->slugs[i];
		const struct strip *strip = &sheet->strips[slug->strip];

		if (slug->end <= slug->start)
			exam_say(exam, i, "is empty");
		if (!slug->upright &&
		    slug->cols != text_cols_between(exam_text(exam, slug),
		                                    slug->start, slug->end,
		                                    sheet->ambiguous_cols) +
		                          slug->hyphen + spaces_of(exam, slug))
			exam_say(exam, i, "does not know its width");
		if (slug->row < 0 || slug->col < 0 ||
		    slug->row + slug->rows > sheet->rows)
			exam_say(exam, i, "is not on the sheet");
		if (slug->col + slug->cols > sheet->cols &&
		    !is_single(exam, slug))
			exam_say(exam, i, "stands out of the sheet");
		if (i < strip->slugs.start || i >= strip->slugs.end ||
		    slug->row < strip->row ||
		    slug->row + slug->rows > strip->row + strip->rows ||
		    slug->col < strip->col ||
		    slug->col + slug->cols > strip->col + strip->cols)
			exam_say(exam, i, "is not in its strip");
	}
}

/* Counts what the sheet shows; no byte is to be shown twice, on any sheet. */
static void count_bytes(struct exam *exam)
{
	for (size_t i = 0; i < exam->sheet->slug_count; i++) {
		const struct slug *slug = &exam->sheet->slugs[i];

		for (size_t b = slug->start; b < slug->end; b++)
			if (exam->seen[slug->passage][b]++)
				exam_say(exam, i, "shows a byte twice");
	}
}

/* Every byte of these passages was shown, but spaces dropped at a break. */
static void examine_bytes(struct exam *exam, struct range passages)
{
	for (size_t p = passages.start; p < passages.end; p++) {
		struct str text = exam->issue->passages[p].text;

		for (size_t b = 0; b < text.len && !exam->wrong.len; b++)
			if (!exam->seen[p][b] && text.ptr[b] != ' ')
				buf_addf(&exam->wrong,
				         "passage %zu: byte %zu is on no line",
				         p, b);
	}
}

/* The same of all parts of an article. */
static void examine_article(struct exam *exam, size_t article)
{
	for (; article != NPOS; article = parts_next(exam->issue, article))
		examine_bytes(exam, exam->issue->articles[article].passages);
}

/* Takes the cells of the edges of a frame. */
static void take_frame(char *taken, size_t cols, const struct frame *frame)
{
	for (int r = 0; r < frame->rows; r++)
		for (int c = 0; c < frame->cols; c++)
			if (r == 0 || r == frame->rows - 1 || c == 0 ||
			    c == frame->cols - 1)
				taken[(size_t)(frame->row + r) * cols +
				      (size_t)(frame->col + c)] = 1;
}

/* No cell is taken by two slugs, or by a slug and a rule or frame. */
static void examine_cells(struct exam *exam)
{
	const struct sheet *sheet = exam->sheet;
	size_t cols = (size_t)sheet->cols + 16;
	char *taken;

	if (exam->wrong.len || (size_t)sheet->rows * cols > GRID_MAX_CELLS)
		return;
	taken = mem_alloc((size_t)sheet->rows * cols);
	for (size_t i = 0; i < sheet->rule_count; i++) {
		const struct rule *rule = &sheet->rules[i];
		size_t step = rule->vertical ? cols : 1;
		size_t at = (size_t)rule->row * cols + (size_t)rule->col;

		for (int k = 0; k < rule->length; k++)
			taken[at + (size_t)k * step] = 1;
	}
	for (size_t i = 0; i < sheet->frame_count; i++)
		take_frame(taken, cols, &sheet->frames[i]);
	for (size_t i = 0; i < sheet->slug_count; i++) {
		const struct slug *slug = &sheet->slugs[i];
		size_t at = (size_t)slug->row * cols + (size_t)slug->col;

		for (int r = 0; r < slug->rows; r++, at += cols)
			for (int k = 0; k < slug->cols && k < 16 + sheet->cols;
			     k++)
				if (taken[at + (size_t)k]++)
					exam_say(exam, i, "covers something");
	}
	free(taken);
}

static void examine_finding(struct exam *exam)
{
	const struct sheet *sheet = exam->sheet;

	/* All pairs of slugs: a sample of them will do for a long sheet. */
	for (size_t i = 0; i < sheet->slug_count;
	     i += 1 + sheet->slug_count / 64) {
		const struct slug *slug = &sheet->slugs[i];

		if (sheet_find(sheet, slug->passage, slug->start) != i ||
		    sheet_find(sheet, slug->passage, slug->end - 1) != i)
			exam_say(exam, i, "is not found by its text");
		for (int step = STEP_LEFT; step <= STEP_DOWN; step++)
			if (sheet_step(sheet, i, (enum sheet_step)step) >=
			    sheet->slug_count)
				exam_say(exam, i, "leads off the sheet");
	}
}

/* Lines stay in the window, and in the measure but for one hanging mark. */
static void examine_widths(struct exam *exam, int cols)
{
	const int measure_cols = smaller(cols, MEASURE_COLS);

	for (size_t i = 0; i < exam->sheet->slug_count; i++) {
		const struct slug *slug = &exam->sheet->slugs[i];
		struct seen seen = seen_of(exam, slug);
		bool hangs =
			char_among(exam_text(exam, slug), seen.last, MAY_HANG);

		if (seen.glyphs <= 1)
			continue;
		if (slug->col + slug->cols > cols)
			exam_say(exam, i, "is wider than the window");
		/* A headline is as wide as all columns. */
		if (exam->sheet->columns > 1 &&
		    role_is_headline(exam->issue->passages[slug->passage].role))
			continue;
		/* A row of a table may take the room beside its column. */
		if (exam->issue->passages[slug->passage].role == ROLE_ROW)
			continue;
		if (slug->cols > measure_cols + (hangs ? HANG_COLS : 0))
			exam_say(exam, i, "is wider than the measure");
	}
}

/* The window, or what must be had for any glyph of the sheet. */
static int least_cols(const struct exam *exam, int cols)
{
	for (size_t i = 0; i < exam->sheet->slug_count; i++)
		cols = larger(
			cols,
			text_widest_cols(
				exam_slug_text(exam, &exam->sheet->slugs[i]),
				exam->sheet->ambiguous_cols));
	return cols;
}

/* A line across columns fits into them and into the window. */
static void examine_heads(struct exam *exam, int cols)
{
	cols = least_cols(exam, cols);
	for (size_t i = 0; i < exam->sheet->slug_count; i++) {
		const struct slug *slug = &exam->sheet->slugs[i];

		if (slug->room_cols &&
		    slug->cols > smaller(cols, slug->room_cols) &&
		    !is_single(exam, slug))
			exam_say(exam, i, "is wider than window or columns");
	}
}

/* What holds of every sheet. */
static void examine_sheet(struct exam *exam)
{
	examine_places(exam);
	count_bytes(exam);
	examine_cells(exam);
	examine_finding(exam);
}

static char *articles_in(const struct issue *issue, int columns, int cols,
                         int ambiguous_cols)
{
	const struct article_style style = {
		ROWS,           cols,       MEASURE_COLS, columns,
		ambiguous_cols, WRAP_BASIC, true
	};
	struct exam exam;
	size_t i;

	exam_init(&exam, issue);
	for (i = 0; i < issue->whole_count && !exam.wrong.len; i++) {
		struct sheet sheet;

		exam.sheet = &sheet;
		article_layout(&sheet, issue, issue->wholes[i], &style);
		examine_widths(&exam, cols);
		if (cols >= KINSOKU_COLS)
			examine_breaks(&exam);
		examine_sheet(&exam);
		examine_article(&exam, issue->wholes[i]);
		sheet_release(&sheet);
	}
	return exam_end(&exam, "article", i, cols);
}

/* In one column, and in as many as there is room for. */
char *oracle_articles(const struct issue *issue, int cols, int ambiguous_cols)
{
	char *wrong = articles_in(issue, 1, cols, ambiguous_cols);

	return wrong || article_columns_most(cols) == 1
	               ? wrong
	               : articles_in(issue, 0, cols, ambiguous_cols);
}

/* Lines that run downwards are no higher than the window. */
static void examine_heights(struct exam *exam, int rows)
{
	for (size_t i = 0; i < exam->sheet->slug_count; i++)
		if (exam->sheet->slugs[i].rows > rows)
			exam_say(exam, i, "is higher than the window");
}

char *oracle_upright(const struct issue *issue, int rows, int cols)
{
	const struct vertical_style style = { rows, cols, 1, WRAP_BASIC };
	struct exam exam;
	size_t i;

	exam_init(&exam, issue);
	for (i = 0; i < issue->whole_count && !exam.wrong.len; i++) {
		struct sheet sheet;

		exam.sheet = &sheet;
		vertical_article(&sheet, issue, issue->wholes[i], &style);
		examine_heights(&exam, rows);
		examine_sheet(&exam);
		examine_article(&exam, issue->wholes[i]);
		sheet_release(&sheet);
	}
	return exam_end(&exam, "upright article", i, cols);
}

/* In lines that run downwards, at printed line breaks. */
char *oracle_upright_pages(const struct issue *issue, int rows, int cols)
{
	const struct vertical_style style = { rows, cols, 1, WRAP_BASIC };
	struct exam exam;
	size_t i;

	exam_init(&exam, issue);
	for (i = 0; i < issue->page_count && !exam.wrong.len; i++) {
		struct sheet sheet;

		exam.sheet = &sheet;
		vertical_page(&sheet, issue, i, &style);
		examine_heights(&exam, rows);
		examine_sheet(&exam);
		sheet_release(&sheet);
	}
	examine_bytes(&exam, (struct range){ 0, issue->passage_count });
	return exam_end(&exam, "upright page", i, cols);
}

char *oracle_pages(const struct issue *issue, int cols, int ambiguous_cols)
{
	struct exam exam;
	size_t i;

	exam_init(&exam, issue);
	for (i = 0; i < issue->page_count && !exam.wrong.len; i++) {
		struct sheet sheet;

		exam.sheet = &sheet;
		page_layout(
			&sheet, issue, i,
			&(struct page_window){ ROWS, cols, ambiguous_cols });
		examine_heads(&exam, cols);
		examine_sheet(&exam);
		sheet_release(&sheet);
	}
	examine_bytes(&exam, (struct range){ 0, issue->passage_count });
	return exam_end(&exam, "page", i, cols);
}

char *oracle_facsimiles(const struct issue *issue, int rows, int cols,
                        int ambiguous_cols)
{
	const struct facsimile_window window = { rows, cols, ambiguous_cols,
		                                 cols % 2 > 0 };
	struct exam exam;
	size_t i;

	exam_init(&exam, issue);
	for (i = 0; i < issue->page_count && !exam.wrong.len; i++) {
		struct sheet sheet;

		exam.sheet = &sheet;
		if (!facsimile_page(&sheet, issue, i, &window))
			continue;
		examine_heads(&exam, cols);
		examine_sheet(&exam);
		examine_bytes(&exam, issue->pages[i].passages);
		sheet_release(&sheet);
	}
	return exam_end(&exam, "facsimile", i, cols);
}
