/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/passages.h"

#include "base/mem.h"
#include "load/build/column_blocks.h"
#include "load/build/join_lines.h"
#include "load/build/jumps.h"
#include "load/build/table_text.h"
#include "load/lines/cues.h"
#include "load/segment/head_seams.h"
#include "load/segment/headlines.h"

#include <stdlib.h>

static const enum role role_of[UNIT_COUNT] = {
	[UNIT_TEXT] = ROLE_BODY,
	[UNIT_SALUTATION] = ROLE_SALUTATION,
	[UNIT_SIGNATURE] = ROLE_SIGNATURE,
	[UNIT_CLOSING] = ROLE_CLOSING,
	[UNIT_DATE] = ROLE_DATE,
	[UNIT_VERSE] = ROLE_BODY,
	[UNIT_ROW] = ROLE_ROW,
	[UNIT_SUBHEAD] = ROLE_SUBHEAD,
	[UNIT_HEAD] = ROLE_HEAD,
	[UNIT_BYLINE] = ROLE_BYLINE,
	[UNIT_JUMP] = ROLE_JUMP,
	[UNIT_QUOTE] = ROLE_QUOTE,
	[UNIT_CAPTION] = ROLE_CAPTION,
	[UNIT_FURNITURE] = ROLE_FURNITURE,
};

static const struct unit *passages_unit(const struct passage_writer *writer,
                                        const struct list *units, size_t i)
{
	return &writer->units->items[units->items[i]];
}

/* Adds a passage without a text to the last article. */
static struct passage *passages_begin_passage(struct passage_writer *writer,
                                              enum role role)
{
	struct issue *issue = writer->issue;
	struct passage *passage = ARRAY_ADD(
		issue->passages, issue->passage_count, issue->passage_cap);

	*passage = (struct passage){ .role = role,
		                     .article = issue->article_count - 1 };
	return passage;
}

/* `stated`: what the file states is a headline or subhead, spaces between words are of it. */
static enum join_spaces passages_spaces(enum role role, bool stated)
{
	bool is_head = role_is_headline(role) || role == ROLE_SUBHEAD;

	if (role == ROLE_BYLINE || (stated && is_head))
		return JOIN_SPACES_WORDS;
	return is_head ? JOIN_SPACES_PAUSES : JOIN_SPACES_NONE;
}

/* Adds printed lines as a passage of the last article; `pauses`: those behind which a pause
 * stands. */
static struct passage *passages_add_lines(struct passage_writer *writer,
                                          enum role role,
                                          const struct list *lines,
                                          const struct list *pauses,
                                          enum join_spaces spaces)
{
	struct passage *passage = passages_begin_passage(writer, role);
	struct joined_lines joined = {
		.which = lines->items,
		.count = lines->count,
		.pauses = pauses->items,
		.pause_count = pauses->count,
		.spaces = spaces,
		.words = &writer->words,
	};

	join_lines(writer->issue, writer->lines, &joined, passage);
	return passage;
}

static struct passage *passages_add_piece(struct passage_writer *writer,
                                          enum role role,
                                          const struct unit *unit)
{
	const struct list none = { 0 };

	return passages_add_lines(writer, role, &unit->lines, &none,
	                          passages_spaces(role, false));
}

/* Adds the lines of a headline or subhead as a passage, with pauses between its phrases. */
static void passages_add_head(struct passage_writer *writer, enum role role,
                              const struct list *lines)
{
	struct list pauses = { 0 };

	for (size_t i = 0; i + 1 < lines->count; i++)
		if (head_seam_is_pause(
			    writer->units,
			    writer->lines->items[lines->items[i]].text,
			    writer->lines->items[lines->items[i + 1]].text))
			list_add(&pauses, lines->items[i]);
	passages_add_lines(writer, role, lines, &pauses,
	                   passages_spaces(role, false));
	free(pauses.items);
}

static void add_block(struct passage_writer *writer, struct block block,
                      size_t first, size_t end)
{
	block.article = writer->issue->article_count - 1;
	column_blocks_find(&block, writer->issue, writer->lines, first, end);
	*ARRAY_ADD(writer->blocks, writer->block_count, writer->block_cap) =
		block;
}

/* Printed lines [first, end) of one block so far; empty: none. */
struct run {
	size_t first, end;
	double measure_em;
	bool is_table;
};

static void passages_end_run(struct passage_writer *writer, enum part part,
                             struct run *run)
{
	if (run->first < run->end)
		add_block(writer,
		          (struct block){ .part = part,
		                          .is_table = run->is_table,
		                          .measure_em = run->measure_em },
		          run->first, run->end);
	run->first = run->end = 0;
}

static void add_to_run(struct passage_writer *writer, enum part part,
                       struct run *run, const struct unit *unit)
{
	bool is_row = unit->kind == UNIT_ROW;

	for (size_t i = 0; i < unit->lines.count; i++) {
		size_t line = unit->lines.items[i];

		if (run->first == run->end || line != run->end ||
		    is_row != run->is_table) {
			passages_end_run(writer, part, run);
			run->first = line;
			run->is_table = is_row;
		}
		run->end = line + 1;
		if (unit->measure_em > 0)
			run->measure_em = unit->measure_em;
	}
}

void passages_heads(struct passage_writer *writer, const struct list *heads,
                    bool heads_after)
{
	struct headlines lines;

	headlines_init(&lines, writer->units, heads, heads_after);
	for (enum role role = ROLE_KICKER; role <= ROLE_DECK; role++)
		for (size_t i = 0; i < lines.count; i++)
			if (lines.items[i].role == role)
				passages_add_head(writer, role,
				                  &lines.items[i].lines);
	for (size_t i = 0; i < lines.count; i++) {
		const struct list *of = &lines.items[i].lines;

		add_block(writer, (struct block){ .part = PART_HEAD },
		          of->items[0], of->items[of->count - 1] + 1);
	}
	headlines_release(&lines);
}

static void add_jump(struct passage_writer *writer, const struct unit *unit)
{
	jump_read(writer->issue, passages_add_piece(writer, ROLE_JUMP, unit));
}

void passages_list(struct passage_writer *writer, const struct list *units,
                   enum part part)
{
	struct run run = { 0 };

	for (size_t i = 0; i < units->count; i++) {
		const struct unit *unit = passages_unit(writer, units, i);

		if (unit->kind == UNIT_JUMP)
			add_jump(writer, unit);
		else
			passages_add_piece(writer, role_of[unit->kind], unit);
		add_to_run(writer, part, &run, unit);
		passages_end_run(writer, part, &run);
	}
}

static enum role text_role(const struct unit *unit)
{
	if (unit->kind == UNIT_TEXT &&
	    cue_matches(CUE_NOTE, buf_str(&unit->text), NULL))
		return ROLE_NOTE;
	return role_of[unit->kind];
}

/* Adds the rows of a table, units [first, end) of a list. */
static void passages_add_table(struct passage_writer *writer,
                               const struct list *units, size_t first,
                               size_t end)
{
	size_t *which = mem_alloc((end - first) * sizeof *which);
	struct issue *issue = writer->issue;
	struct table_text table;

	for (size_t i = first; i < end; i++)
		which[i - first] =
			passages_unit(writer, units, i)->lines.items[0];
	table_text_measure(&table, issue, writer->lines,
	                   (struct table_lines){ which, end - first });
	for (size_t i = first; i < end; i++)
		table_text_join(&table, issue,
		                &writer->lines->items[which[i - first]],
		                passages_begin_passage(writer, ROLE_ROW));
	free(which);
}

/* The end of the rows of a table that begin at unit `first` of a list, which is one; no
 * other line stands between them. */
static size_t passages_table_end(const struct passage_writer *writer,
                                 const struct list *units, size_t first)
{
	size_t end = first + 1;

	while (end < units->count &&
	       passages_unit(writer, units, end)->kind == UNIT_ROW &&
	       passages_unit(writer, units, end)->lines.items[0] ==
	               passages_unit(writer, units, end - 1)->lines.items[0] +
	                       1)
		end++;
	return end;
}

/* The end of the subhead lines that begin at unit `first` of a list and are one subhead:
 * they follow each other without a blank line, and none begins with a number. */
static size_t passages_subhead_end(const struct passage_writer *writer,
                                   const struct list *units, size_t first)
{
	size_t end = first + 1;

	for (; end < units->count; end++) {
		const struct unit *unit = passages_unit(writer, units, end);
		const struct list *before =
			&passages_unit(writer, units, end - 1)->lines;

		if (unit->kind != UNIT_SUBHEAD || unit->blank ||
		    unit->lines.items[0] !=
		            before->items[before->count - 1] + 1 ||
		    cue_matches(CUE_ITEM, buf_str(&unit->text), NULL))
			break;
	}
	return end;
}

/* Adds the subhead of units [first, end) of a list. */
static void passages_add_subhead(struct passage_writer *writer,
                                 const struct list *units, size_t first,
                                 size_t end)
{
	struct list lines = { 0 };

	for (size_t i = first; i < end; i++) {
		const struct list *of = &passages_unit(writer, units, i)->lines;

		for (size_t l = 0; l < of->count; l++)
			list_add(&lines, of->items[l]);
	}
	passages_add_head(writer, ROLE_SUBHEAD, &lines);
	free(lines.items);
}

void passages_text(struct passage_writer *writer, const struct list *units)
{
	struct run run = { 0 };
	size_t done = 0; /* units before it are in passages */

	for (size_t i = 0; i < units->count; i++) {
		const struct unit *unit = passages_unit(writer, units, i);

		if (i < done) {
			/* In the passage of the unit before it. */
		} else if (unit->kind == UNIT_ROW) {
			done = passages_table_end(writer, units, i);
			passages_add_table(writer, units, i, done);
		} else if (unit->kind == UNIT_SUBHEAD) {
			done = passages_subhead_end(writer, units, i);
			passages_add_subhead(writer, units, i, done);
		} else {
			passages_add_piece(writer, text_role(unit), unit);
		}
		add_to_run(writer, PART_BODY, &run, unit);
	}
	passages_end_run(writer, PART_BODY, &run);
}

void passages_stated(struct passage_writer *writer, const struct list *units,
                     const enum role *roles, enum part part)
{
	const struct list none = { 0 };
	struct run run = { 0 };
	size_t table_end = 0;

	for (size_t i = 0; i < units->count; i++) {
		const struct unit *unit = passages_unit(writer, units, i);

		if (unit->kind != UNIT_ROW) {
			struct passage *passage = passages_add_lines(
				writer, roles[i], &unit->lines, &none,
				passages_spaces(roles[i], true));

			if (roles[i] == ROLE_JUMP)
				jump_read(writer->issue, passage);
		} else if (i >= table_end) {
			table_end = passages_table_end(writer, units, i);
			passages_add_table(writer, units, i, table_end);
		}
		add_to_run(writer, part, &run, unit);
	}
	passages_end_run(writer, part, &run);
}

void passages_teaser(struct passage_writer *writer, const struct teaser *teaser)
{
	enum role role = ROLE_HEAD;
	struct run run = { 0 };

	for (size_t i = 0; i < teaser->heads.count; i++) {
		const struct unit *unit =
			&writer->units->items[teaser->heads.items[i]];

		if (i && (unit->blank || unit->kind != UNIT_HEAD))
			role = ROLE_DECK;
		passages_add_piece(
			writer,
			unit->kind == UNIT_HEAD ? role : role_of[unit->kind],
			unit);
		add_to_run(writer, PART_TEASER, &run, unit);
	}
	if (teaser->jump != NPOS) {
		const struct unit *jump = &writer->units->items[teaser->jump];

		add_jump(writer, jump);
		add_to_run(writer, PART_TEASER, &run, jump);
	}
	passages_end_run(writer, PART_TEASER, &run);
}

void passages_furniture(struct passage_writer *writer, enum role role,
                        const struct unit *unit)
{
	struct issue *issue = writer->issue;
	struct passage passage = { .article = NPOS, .role = role };

	join_lines(issue, writer->lines,
	           &(struct joined_lines){ .which = unit->lines.items,
	                                   .count = unit->lines.count },
	           &passage);
	*ARRAY_ADD(issue->passages, issue->passage_count, issue->passage_cap) =
		passage;
}

void passages_init(struct passage_writer *writer, struct issue *issue,
                   const struct printed_lines *lines, const struct units *units)
{
	*writer = (struct passage_writer){ .issue = issue,
		                           .lines = lines,
		                           .units = units };
	page_words_init(&writer->words, lines);
}

void passages_end(struct passage_writer *writer, struct page *page)
{
	page->blocks = arena_copy(&writer->issue->arena, writer->blocks,
	                          writer->block_count * sizeof *writer->blocks);
	page->block_count = writer->block_count;
	page_words_release(&writer->words);
	free(writer->blocks);
}
