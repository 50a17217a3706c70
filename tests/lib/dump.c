/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dump.h"

#include "base/mem.h"
#include "export/provenance.h"
#include "issue/issue.h"
#include "layout/sheet.h"
#include "load/lines/printed_line.h"
#include "text/letter_space.h"
#include "text/neutralise.h"
#include "text/upright.h"
#include "ui/term/canvas.h"
#include "ui/view/outline.h"

#include "fixture.h"

#define TEXT_COLS    40 /* of a passage's text */
#define OUTLINE_COLS 16

static void add_run(void *to, size_t first, size_t last)
{
	if (first == last)
		buf_addf(to, " %zu", first);
	else
		buf_addf(to, " %zu-%zu", first, last);
}

/* The beginning of a text, and its end when it is long. */
static void add_text(struct buf *out, struct str text, int cols)
{
	size_t head = text_fit(text, cols, 1), tail = head;

	while (tail < text.len &&
	       text_cols_between(text, tail, text.len, 1) > cols / 4)
		tail = glyph_next(text, tail, 1).end;
	buf_add_c(out, " | ");
	neutralise(out, str_slice(text, 0, head));
	if (head < tail)
		buf_add_c(out, " … ");
	neutralise(out, str_slice(text, tail, text.len));
	buf_add_byte(out, '\n');
}

static void add_passage(struct buf *out, const struct issue *issue, size_t p)
{
	const struct passage *passage = &issue->passages[p];

	buf_addf(out, "  %s", role_name(passage->role));
	export_line_runs(issue, passage, add_run, out);
	if (passage->jump)
		buf_addf(out, " %s page %zu",
		         passage->jump->direction == JUMP_TO ? "to" : "from",
		         passage->jump->page);
	add_text(out, passage->text, TEXT_COLS);
}

static void add_block(struct buf *out, const struct issue *issue,
                      const struct block *block)
{
	buf_addf(out, "  %s of article %zu, %g em, columns",
	         part_name(block->part), block->article + 1, block->measure_em);
	for (size_t i = 0; i < block->column_count; i++)
		add_run(out, issue->lines[block->columns[i].start].number,
		        issue->lines[block->columns[i].end - 1].number);
	buf_add_byte(out, '\n');
}

void dump_structure(struct buf *out, const struct issue *issue)
{
	for (size_t i = 0; i < issue->file_count; i++)
		buf_addf(out, "file %.*s, %zu bytes lost\n",
		         (int)issue->files[i].encoding.len,
		         issue->files[i].encoding.ptr,
		         issue->files[i].lost_bytes);
	for (size_t i = 0; i < issue->page_count; i++) {
		const struct page *page = &issue->pages[i];

		buf_addf(out, "page %zu, %zu lines\n", page->number,
		         page->lines.end - page->lines.start);
		for (size_t b = 0; b < page->block_count; b++)
			add_block(out, issue, &page->blocks[b]);
		for (size_t p = page->furniture.start; p < page->furniture.end;
		     p++)
			add_passage(out, issue, p);
	}
	for (size_t i = 0; i < issue->article_count; i++) {
		const struct article *article = &issue->articles[i];

		buf_addf(out, "article %zu, %s, page %zu, %zu characters",
		         i + 1, kind_name(article->kind),
		         issue->pages[article->page].number, article->chars);
		if (article->dateline.len) {
			buf_add_c(out, ", dateline ");
			neutralise(out, article->dateline);
		}
		buf_add_byte(out, '\n');
		for (size_t p = article->passages.start;
		     p < article->passages.end; p++)
			add_passage(out, issue, p);
	}
}

void dump_outline(struct buf *out, const struct issue *issue)
{
	for (size_t i = 0; i < issue->passage_count; i++) {
		const struct passage *passage = &issue->passages[i];

		if (passage->article != NPOS &&
		    issue->articles[passage->article].passages.start == i)
			buf_addf(out, "%s\n",
			         kind_name(issue->articles[passage->article]
			                           .kind));
		buf_add_c(out, role_name(passage->role));
		add_text(out, passage->text, OUTLINE_COLS);
	}
}

void dump_asides(struct buf *out, const struct printed_lines *lines)
{
	static const char signs[] = {
		[ASIDE_NONE] = '.',  [ASIDE_FURNITURE] = 'F',
		[ASIDE_QUOTE] = 'Q', [ASIDE_CAPTION] = 'C',
		[ASIDE_CAP] = 'L',   [ASIDE_ROW] = 'T',
	};

	for (size_t i = 0; i < lines->count; i++)
		buf_add_byte(out, signs[lines->items[i].aside]);
}

static void draw_rule(struct canvas *canvas, const struct rule *rule)
{
	static const char *const shapes[2][2] = { { "─", "│" }, { "━", "┃" } };
	struct str shape = str_from(shapes[rule->weight][rule->vertical]);

	for (int i = 0; i < rule->length; i++)
		canvas_text(canvas, canvas_area(canvas),
		            rule->row + (rule->vertical ? i : 0),
		            rule->col + (rule->vertical ? 0 : i), shape,
		            STYLE_RULE);
}

static void add_row(struct buf *out, const struct canvas *canvas, int row)
{
	size_t end = out->len;

	for (int col = 0; col < canvas->cols; col++) {
		const char *text = canvas_cell(canvas, row, col)->text;

		buf_add_c(out, text);
		if (text[0] && text[0] != ' ')
			end = out->len;
	}
	if (out->len > end)
		out->ptr[out->len = end] = '\0';
	buf_add_byte(out, '\n');
}

static void draw_frame(struct canvas *canvas, const struct frame *frame)
{
	outline_draw(canvas, canvas_area(canvas),
	             (struct area){ frame->row, frame->col, frame->rows,
	                            frame->cols });
}

/* Marks keep their horizontal forms. */
static void draw_upright(struct canvas *canvas, struct str text,
                         const struct slug *slug)
{
	int row = slug->row;

	for (size_t at = slug->start, next; at < slug->end; at = next, row++) {
		struct buf shown;

		next = upright_next(text, at);
		buf_init(&shown);
		upright_show(&shown, text, at, next, true, 1);
		canvas_text(canvas, canvas_area(canvas), row, slug->col,
		            buf_str(&shown), STYLE_TEXT);
		buf_release(&shown);
	}
}

/* A line that does not run downwards; of a spaced headline each character by itself. */
static void draw_line(struct canvas *canvas, struct str text,
                      const struct slug *slug)
{
	int col = slug->col;

	for (size_t at = slug->start; at < slug->end;) {
		struct glyph glyph =
			glyph_next(text, at, canvas->ambiguous_cols);

		canvas_glyph(canvas, canvas_area(canvas), slug->row, col, text,
		             &glyph, STYLE_TEXT);
		col += glyph.cols +
		       (slug->spaced &&
		        letter_space_follows(text, &glyph,
		                             canvas->ambiguous_cols));
		at = glyph.end;
	}
}

void dump_sheet(struct buf *out, const struct sheet *sheet)
{
	struct canvas canvas;

	canvas_init(&canvas, sheet->ambiguous_cols);
	canvas_reset(&canvas, sheet->rows, sheet->cols);
	for (size_t i = 0; i < sheet->rule_count; i++)
		draw_rule(&canvas, &sheet->rules[i]);
	for (size_t i = 0; i < sheet->frame_count; i++)
		draw_frame(&canvas, &sheet->frames[i]);
	for (size_t i = 0; i < sheet->slug_count; i++) {
		const struct slug *slug = &sheet->slugs[i];
		struct str text = sheet->issue->passages[slug->passage].text;

		if (slug->upright)
			draw_upright(&canvas, text, slug);
		else
			draw_line(&canvas, text, slug);
		if (slug->hyphen)
			canvas_text(&canvas, canvas_area(&canvas), slug->row,
			            slug->col + slug->cols - 1, STR("-"),
			            STYLE_TEXT);
	}
	for (int row = 0; row < canvas.rows; row++)
		add_row(out, &canvas, row);
	canvas_release(&canvas);
}
