/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/article_text.h"

#include "base/mem.h"
#include "load/lines/char_class.h"
#include "load/lines/cues.h"
#include "load/lines/line_end.h"
#include "load/place/column_edges.h"
#include "load/place/paragraphs.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

#define GREETING_CHARS 26 /* of the longest line that greets */
#define JUMP_CHARS     60 /* of the longest jump line */
#define DATE_CHARS     20 /* of the longest line that is a date */
#define ENDING_LINES   6  /* of the names and dates that end a text */
#define ENDING_PARTS   4  /* paragraphs among which they are */

static const struct placed_line *text_placed(const struct placing *placing,
                                             const struct text_line *line)
{
	return &placing->lines[line->line];
}

static float text_set_in_em(const struct placed_line *line)
{
	return (line->begin - line->left) / line->em_pt;
}

static struct text_line *text_lines(const struct placing *placing,
                                    const struct placed_article *article,
                                    size_t *count)
{
	struct text_line *lines = NULL;
	size_t cap = 0;

	*count = 0;
	for (size_t c = 0; c < article->column_count; c++) {
		const struct placed_column *column =
			&placing->columns[article->columns[c]];

		for (size_t b = 0; b < column->block_count; b++) {
			const struct placed_block *block =
				&placing->blocks[column->blocks[b]];
			bool subhead = block->kind == BLOCK_SUBHEAD;

			for (size_t l = 0; l < block->line_count; l++)
				*ARRAY_ADD(lines, *count,
				           cap) = (struct text_line){
					block->lines[l], c,
					subhead ? PLACED_SUBHEAD : PLACED_TEXT,
					subhead && l == 0
				};
		}
	}
	return lines;
}

static bool text_is_jump(struct str text)
{
	return cue_matches(CUE_JUMP_TO, text, NULL) ||
	       cue_matches(CUE_JUMP_FROM, text, NULL);
}

/* Jump lines in the type of the text part paragraphs as subheads do. */
static void text_find_jumps(const struct placing *placing,
                            struct text_line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct placed_line *line =
			text_placed(placing, &lines[i]);

		if (lines[i].role != PLACED_TEXT ||
		    line->char_count > JUMP_CHARS ||
		    !text_is_jump(buf_str(&line->text)))
			continue;
		lines[i].role = PLACED_JUMP;
		lines[i].begins = true;
	}
}

/* Finds the paragraphs of each run of text between subheads and jump lines. */
static void text_find_paragraphs(const struct placing *placing,
                                 struct text_line *lines, size_t count)
{
	struct paragraph_line *run = mem_alloc(count * sizeof *run);
	size_t end;

	for (size_t start = 0; start < count; start = end) {
		for (end = start; end < count && lines[end].role == PLACED_TEXT;
		     end++)
			run[end - start] = (struct paragraph_line){
				.line = lines[end].line,
				.column = lines[end].column
			};
		paragraphs_find(placing, run, end - start);
		for (size_t i = start; i < end; i++)
			lines[i].begins = run[i - start].begins;
		while (end < count && lines[end].role != PLACED_TEXT)
			end++;
	}
	free(run);
}

/* Is the line of a block that only a bound makes text? */
static bool text_is_bound(const struct placing *placing,
                          const struct text_line *line)
{
	return placing->blocks[text_placed(placing, line)->block].no_head;
}

/* Such lines, whose type is not that of the text around them, are paragraphs. */
static void text_part_bound(const struct placing *placing,
                            struct text_line *lines, size_t count)
{
	for (size_t i = 1; placing->bounds && i < count; i++)
		lines[i].begins = lines[i].begins ||
		                  text_is_bound(placing, &lines[i]) !=
		                          text_is_bound(placing, &lines[i - 1]);
}

/* A subhead that heads a text without a head. */
static void text_take_head(const struct placed_article *article,
                           struct text_line *lines, size_t count)
{
	if (article->head != NPOS)
		return;
	for (size_t i = 0; i < count && lines[i].role == PLACED_SUBHEAD &&
	                   (!i || !lines[i].begins);
	     i++)
		lines[i].role = PLACED_HEAD;
}

/* The end of the paragraph that begins at line `at`. */
static size_t text_paragraph_end(const struct text_line *lines, size_t count,
                                 size_t at)
{
	size_t end = at + 1;

	while (end < count && !lines[end].begins &&
	       lines[end].role == lines[at].role)
		end++;
	return end;
}

static bool text_is_date(struct str text)
{
	return cue_matches(CUE_DATE, text, NULL);
}

/* What a paragraph of one line is, the first of the text or one of its last. */
static enum placed_role text_role(const struct placed_line *line, bool first,
                                  bool ending)
{
	struct str text = buf_str(&line->text);
	size_t chars = char_count_printed(text);
	bool far = text_set_in_em(line) > TEXT_FAR_EM;

	if (first &&
	    (cue_matches(CUE_SALUTE, text, NULL) ||
	     (line_end_of(text, line->latin) == END_COLON &&
	      chars < GREETING_CHARS && text_set_in_em(line) < TEXT_FLUSH_EM)))
		return PLACED_SALUTATION;
	if (!ending)
		return PLACED_TEXT;
	if (cue_matches(CUE_CLOSING, text, NULL))
		return PLACED_CLOSING;
	if (text_is_date(text) && chars < DATE_CHARS)
		return PLACED_DATE;
	return far ? PLACED_SIGNATURE : PLACED_TEXT;
}

static void text_find_roles(const struct placing *placing,
                            struct text_line *lines, size_t count)
{
	size_t parts = 0, part = 0, end;

	for (size_t i = 0; i < count; i++)
		parts += lines[i].begins;
	for (size_t i = 0; i < count; i = end, part++) {
		end = text_paragraph_end(lines, count, i);
		if (end == i + 1 && lines[i].role == PLACED_TEXT)
			lines[i].role = text_role(
				text_placed(placing, &lines[i]), part == 0,
				part + ENDING_PARTS >= parts);
	}
}

/* Is a line set so that it ends inside its column, where the line before it, if any,
 * ends? */
static bool text_ends_inside(const struct placed_line *line,
                             const struct placed_line *next)
{
	float room = column_room_em(line);

	return room > TEXT_ENDING_EM && room < TEXT_ENDING_MOST_EM &&
	       text_set_in_em(line) > -TEXT_ENDING_HUNG_EM &&
	       (!next ||
	        fabsf(line->s1 - next->s1) < TEXT_ENDING_SAME_EM * line->em_pt);
}

/* The first of the last lines of a text that end together inside the column, as names and
 * dates do; `count` if there are none. */
static size_t text_ending(const struct placing *placing,
                          const struct text_line *lines, size_t count)
{
	const struct placed_line *next = NULL;
	size_t start = count;
	bool far = false;

	while (start > 0 && count - start < ENDING_LINES &&
	       lines[start - 1].role != PLACED_SUBHEAD &&
	       lines[start - 1].role != PLACED_JUMP &&
	       text_ends_inside(text_placed(placing, &lines[start - 1]), next))
		next = text_placed(placing, &lines[--start]);
	for (; start < count; start++) {
		const struct placed_line *line =
			text_placed(placing, &lines[start]);
		const struct placed_line *before =
			start ? text_placed(placing, &lines[start - 1]) : NULL;

		if (before &&
		    line_end_of(buf_str(&before->text), before->latin) ==
		            END_SENTENCE &&
		    text_set_in_em(line) > TEXT_ENDING_SET_IN_EM)
			break;
	}
	for (size_t i = start; i < count; i++)
		far = far || text_set_in_em(text_placed(placing, &lines[i])) >
		                     TEXT_ENDING_FAR_EM;
	return far && count - start >= 2 ? start : count;
}

/* Sets the roles of such lines: a date stands alone, what is around it are names. */
static void text_find_ending(const struct placing *placing,
                             struct text_line *lines, size_t count)
{
	bool parted = true;

	for (size_t i = text_ending(placing, lines, count); i < count; i++) {
		bool is_date = text_is_date(
			buf_str(&text_placed(placing, &lines[i])->text));

		lines[i].begins = parted || is_date;
		lines[i].role = is_date ? PLACED_DATE : PLACED_SIGNATURE;
		parted = is_date;
	}
}

struct text_line *article_text(const struct placing *placing, size_t article,
                               size_t *count)
{
	const struct placed_article *of = &placing->articles[article];
	struct text_line *lines = text_lines(placing, of, count);

	if (!*count)
		return lines;
	text_find_jumps(placing, lines, *count);
	text_find_paragraphs(placing, lines, *count);
	text_part_bound(placing, lines, *count);
	text_take_head(of, lines, *count);
	text_find_roles(placing, lines, *count);
	text_find_ending(placing, lines, *count);
	return lines;
}
