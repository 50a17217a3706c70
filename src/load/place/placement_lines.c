/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/placement_lines.h"

#include "base/utf8.h"
#include "load/lines/char_class.h"
#include "load/place/char_kind.h"
#include "load/place/place_weights.h"
#include "load/place/run_in_jump.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define JUMP_LEAST 4 /* characters of text before a jump in its line */

void placement_writer_init(struct placement_writer *writer,
                           const struct placing *placing,
                           struct placement *placement)
{
	*writer = (struct placement_writer){
		.placing = placing,
		.placement = placement,
		.written = mem_alloc(placing->block_count *
		                     sizeof *writer->written),
		.article = NPOS,
	};
}

void placement_writer_release(struct placement_writer *writer)
{
	free(writer->written);
}

/* The box of characters [start, end) of a line, or that of the line where its characters
 * are not known. */
static struct page_box line_chars_box(const struct placing *placing,
                                      const struct placed_line *line,
                                      size_t start, size_t end)
{
	struct page_box box = line->box;

	if (start >= end || end > line->char_count)
		return box;
	for (size_t i = start; i < end; i++) {
		const struct page_box *of =
			&placing->chars->chars[line->chars[i]].box;

		if (line->vertical) {
			box.y0 = i == start ? of->y0 : fminf(box.y0, of->y0);
			box.y1 = i == start ? of->y1 : fmaxf(box.y1, of->y1);
		} else {
			box.x0 = i == start ? of->x0 : fminf(box.x0, of->x0);
			box.x1 = i == start ? of->x1 : fmaxf(box.x1, of->x1);
		}
	}
	return box;
}

static void placement_add_text(struct placement_writer *writer,
                               const struct placed_line *line, struct str text,
                               struct page_box box, enum placed_role role,
                               bool begins, size_t column)
{
	struct placement *to = writer->placement;
	size_t index = to->line_count;

	assert(text.len);
	*ARRAY_ADD(to->lines, to->line_count,
	           to->line_cap) = (struct placement_line){
		.text = { arena_copy_text(&to->arena, text.ptr, text.len),
		          text.len },
		.box = { box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0,
		         line->em_pt, line->vertical, line->bold },
		.role = role,
		.begins = begins,
		.article = writer->article,
		.column = column,
		.line = index,
		.source = (size_t)(line - writer->placing->lines),
	};
}

/* The room before character `i` of a line, in em. */
static float line_gap_em(const struct placing *placing,
                         const struct placed_line *line, size_t i)
{
	const struct page_box *before =
		&placing->chars->chars[line->chars[i - 1]].box;
	const struct page_box *at = &placing->chars->chars[line->chars[i]].box;
	float gap = line->vertical ? at->y0 - before->y1 : at->x0 - before->x1;

	return gap / line->em_pt;
}

/* Appends the text of a line, with a space wherever some room is left: a running head
 * sets its parts apart so. */
static void line_add_apart(struct buf *out, const struct placing *placing,
                           const struct placed_line *line)
{
	struct str text = buf_str(&line->text);
	bool space = true;

	for (size_t at = 0, i = 0; at < text.len;) {
		size_t start = at;
		uint32_t code;

		at += utf8_next(text, at, &code);
		if (code == ' ' || code == CHAR_IDEOGRAPHIC_SPACE) {
			space = true;
		} else {
			if (!space && i < line->char_count &&
			    line_gap_em(placing, line, i) > FURNITURE_GAP_EM)
				buf_add_byte(out, ' ');
			space = false;
			i++;
		}
		buf_add(out, str_slice(text, start, at));
	}
}

static void placement_add_furniture(struct placement_writer *writer,
                                    const struct placed_line *line, bool begins)
{
	struct buf text;

	buf_init(&text);
	line_add_apart(&text, writer->placing, line);
	placement_add_text(writer, line, buf_str(&text), line->box,
	                   PLACED_FURNITURE, begins, NPOS);
	buf_release(&text);
}

void placement_add_line(struct placement_writer *writer, size_t index,
                        enum placed_role role, bool begins, size_t column)
{
	const struct placing *placing = writer->placing;
	const struct placed_line *line = &placing->lines[index];
	struct str text = buf_str(&line->text), words;
	size_t at = role == PLACED_TEXT ? run_in_jump_at(text) : NPOS;
	size_t chars;

	writer->written[line->block] = true;
	if (role == PLACED_FURNITURE) {
		placement_add_furniture(writer, line, begins);
		return;
	}
	words = str_trim(str_slice(text, 0, at == NPOS ? text.len : at));
	chars = char_count_printed(words);
	if (at == NPOS || chars < JUMP_LEAST) {
		placement_add_text(writer, line, text, line->box, role, begins,
		                   column);
		return;
	}
	placement_add_text(writer, line, words,
	                   line_chars_box(placing, line, 0, chars), role,
	                   begins, column);
	placement_add_text(
		writer, line, str_slice(text, at, text.len),
		line_chars_box(placing, line, chars, line->char_count),
		PLACED_JUMP, true, column);
}

void placement_add_block(struct placement_writer *writer, size_t index,
                         enum placed_role role)
{
	const struct placed_block *block = &writer->placing->blocks[index];

	if (writer->written[index])
		return;
	for (size_t i = 0; i < block->line_count; i++)
		placement_add_line(writer, block->lines[i], role, i == 0, NPOS);
	writer->written[index] = true;
}
