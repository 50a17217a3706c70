/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/placed_units.h"

#include "base/mem.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

static const enum unit_kind kind_of_role[] = {
	[PLACED_HEAD] = UNIT_HEAD,
	[PLACED_BYLINE] = UNIT_BYLINE,
	[PLACED_SALUTATION] = UNIT_SALUTATION,
	[PLACED_TEXT] = UNIT_TEXT,
	[PLACED_SUBHEAD] = UNIT_SUBHEAD,
	[PLACED_CLOSING] = UNIT_CLOSING,
	[PLACED_SIGNATURE] = UNIT_SIGNATURE,
	[PLACED_DATE] = UNIT_DATE,
	[PLACED_JUMP] = UNIT_JUMP,
	[PLACED_QUOTE] = UNIT_QUOTE,
	[PLACED_CAPTION] = UNIT_CAPTION,
	[PLACED_FURNITURE] = UNIT_FURNITURE,
};

void placed_lines_read(struct printed_lines *lines,
                       const struct placement *placement, size_t first)
{
	lines->is_placed = true;
	for (size_t i = 0; i < placement->line_count; i++) {
		const struct placement_line *at = &placement->lines[i];
		size_t line = printed_lines_at(lines, first + at->line);

		if (line == NPOS)
			continue;
		lines->items[line].column = at->column;
		if (at->role == PLACED_FURNITURE)
			printed_lines_set_aside(lines, line, line + 1,
			                        ASIDE_FURNITURE);
	}
}

/* What a line is, and whether a unit begins with it. */
struct line_use {
	enum unit_kind kind;
	bool begins;
};

/* The page while its lines are read. */
struct placed_reader {
	struct placed_units *placed;
	size_t open; /* the paragraph that the next line may continue, or NPOS */
	size_t text;    /* the last paragraph, or NPOS */
	bool has_text;  /* the article has a paragraph so far */
	size_t last;    /* the unit of the line before, or NPOS */
	size_t article; /* of the line */
	size_t before;  /* the last article so far, or NPOS */
	bool no_head;   /* a person said that the line before is no head */
	size_t cap;     /* of placed->articles */
	/* The last line whose column was measured, and its width. */
	struct placement_line measured;
	double measure_em;
};

/* What the placement says, and what a person did: that holds. */
static struct line_use placed_use(const struct placed_reader *reader,
                                  const struct printed_line *line,
                                  const struct placement_line *at)
{
	struct line_use use = { kind_of_role[at->role], at->begins };

	switch (line->user_label) {
	case USER_LABEL_NONE:
		break;
	case USER_LABEL_PARAGRAPH:
		return (struct line_use){ UNIT_TEXT, true };
	case USER_LABEL_JOINED:
		return (struct line_use){ UNIT_TEXT, false };
	case USER_LABEL_HEAD:
		return (struct line_use){ reader->has_text ? UNIT_SUBHEAD
			                                   : UNIT_HEAD,
			                  true };
	case USER_LABEL_NO_HEAD:
		if (use.kind == UNIT_HEAD || use.kind == UNIT_SUBHEAD)
			use = (struct line_use){
				UNIT_TEXT, at->begins || !reader->no_head
			};
		break;
	}
	return use;
}

static double placed_width_em(const struct placement_line *line)
{
	double along_pt =
		line->box.vertical ? line->box.height_pt : line->box.width_pt;

	return line->box.em_pt > 0 ? along_pt / line->box.em_pt : 0;
}

/* The width of the column of a line, as its widest line has it: lines of a column
 * follow each other. */
static double placed_measure_em(const struct placement *placement, size_t line)
{
	const struct placement_line *at = &placement->lines[line];
	struct range own = placement->articles[at->article].lines;
	size_t start = line, end = line;
	double widest_em = 0;

	while (start > own.start &&
	       placement->lines[start - 1].column == at->column)
		start--;
	while (end < own.end && placement->lines[end].column == at->column)
		end++;
	for (size_t i = start; i < end; i++)
		widest_em =
			fmax(widest_em, placed_width_em(&placement->lines[i]));
	return widest_em;
}

/* The same; the column of the unit before is known. */
static double placed_reader_measure(struct placed_reader *reader,
                                    const struct placement_line *at)
{
	const struct placement *placement = reader->placed->placement;

	if (at->article != reader->measured.article ||
	    at->column != reader->measured.column) {
		reader->measured = *at;
		reader->measure_em = placed_measure_em(
			placement, (size_t)(at - placement->lines));
	}
	return reader->measure_em;
}

/* The article of a line.  Furniture of which a person says what it is belongs to the
 * article before it, or to the first. */
static size_t placed_article(const struct placed_reader *reader,
                             const struct printed_line *line,
                             const struct placement_line *at)
{
	if (line->user_label == USER_LABEL_NONE)
		return line->aside == ASIDE_FURNITURE ? NPOS : at->article;
	if (at->article != NPOS)
		return at->article;
	if (reader->before != NPOS)
		return reader->before;
	return reader->placed->placement->article_count ? 0 : NPOS;
}

static void placed_begin(struct placed_reader *reader, enum unit_kind kind,
                         const struct placement_line *at)
{
	struct units *units = reader->placed->units;
	struct unit *unit = units_add(units);

	unit->kind = kind;
	unit->width_em = placed_width_em(at);
	unit->em_pt = at->box.em_pt;
	if (unit_kind_is_text(kind) && at->article != NPOS)
		unit->measure_em = placed_reader_measure(reader, at);
	reader->last = units->count - 1;
	reader->placed->articles =
		mem_grow(reader->placed->articles, &reader->cap, units->count,
	                 sizeof *reader->placed->articles);
	reader->placed->articles[reader->last] =
		kind == UNIT_FURNITURE ? NPOS : reader->article;
}

/* The unit that the line goes on with, or NPOS. */
static size_t placed_open_unit(const struct placed_reader *reader,
                               const struct line_use *use,
                               const struct printed_line *line)
{
	const struct units *units = reader->placed->units;

	if (use->begins)
		return NPOS;
	if (use->kind == UNIT_TEXT)
		return line->user_label == USER_LABEL_JOINED ? reader->text
		                                             : reader->open;
	if (line->user_label != USER_LABEL_NONE || reader->last == NPOS ||
	    units->items[reader->last].kind != use->kind)
		return NPOS;
	return reader->last;
}

/* Reads line `at` of the placement, which is the printed line `index`. */
static void placed_read_line(struct placed_reader *reader,
                             const struct placement_line *at, size_t index)
{
	struct units *units = reader->placed->units;
	const struct printed_line *line = &units->lines->items[index];
	struct line_use use;
	size_t open, article = placed_article(reader, line, at);

	if (article != reader->article) {
		reader->article = article;
		reader->last = reader->open = NPOS;
		reader->has_text = false;
	}
	if (article != NPOS)
		reader->before = article;
	use = placed_use(reader, line, at);
	if (article == NPOS)
		use.kind = UNIT_FURNITURE;
	open = placed_open_unit(reader, &use, line);
	if (open == NPOS)
		placed_begin(reader, use.kind, at);
	else
		reader->last = open;
	list_add(&units->items[reader->last].lines, index);
	buf_add(&units->items[reader->last].text, line->text);
	if (use.kind == UNIT_TEXT) {
		reader->open = reader->text = reader->last;
		reader->has_text = true;
	} else if (line->user_label == USER_LABEL_HEAD) {
		reader->open = NPOS;
	}
	reader->no_head = line->user_label == USER_LABEL_NO_HEAD;
}

/* What is in doubt of a line of an article about which a person said nothing: its least sure
 * column, or whether the article begins with it. */
static void placed_doubt_line(struct unit *unit,
                              const struct placement *placement, size_t line,
                              size_t of_page,
                              const struct placement_article *article)
{
	const struct placement_line *lines = placement->lines;

	if (article->margin >= 0 && article->unsure != NPOS &&
	    lines[article->unsure].line == of_page)
		unit_doubt(unit,
		           (struct doubt){ DOUBT_COLUMN, article->margin },
		           line);
	if (article->begin_margin > 0 &&
	    lines[article->lines.start].line == of_page)
		unit_doubt(
			unit,
			(struct doubt){ DOUBT_JOINED, article->begin_margin },
			line);
}

static void placed_take_doubts(struct placed_units *placed)
{
	const struct placement *placement = placed->placement;
	struct units *units = placed->units;

	for (size_t u = 0; u < units->count; u++) {
		const struct placement_article *article;
		struct unit *unit = &units->items[u];

		if (placed->articles[u] == NPOS)
			continue;
		article = &placement->articles[placed->articles[u]];
		for (size_t l = 0; l < unit->lines.count; l++) {
			size_t index = unit->lines.items[l];
			const struct printed_line *line =
				&units->lines->items[index];

			if (line->user_label == USER_LABEL_NONE)
				placed_doubt_line(unit, placement, index,
				                  line->line - placed->first,
				                  article);
		}
	}
}

void placed_units_init(struct placed_units *placed, struct units *units,
                       const struct printed_lines *lines,
                       const struct placement *placement, size_t first)
{
	struct placed_reader reader = { .placed = placed,
		                        .open = NPOS,
		                        .text = NPOS,
		                        .last = NPOS,
		                        .article = NPOS,
		                        .before = NPOS,
		                        .measured.article = NPOS };

	*units = (struct units){ .lines = lines };
	*placed = (struct placed_units){ units, placement, first, NULL };
	for (size_t i = 0; i < placement->line_count; i++) {
		const struct placement_line *at = &placement->lines[i];
		size_t line = printed_lines_at(lines, first + at->line);

		if (line != NPOS)
			placed_read_line(&reader, at, line);
	}
	for (size_t u = 0; u < units->count; u++)
		unit_read_cues(&units->items[u]);
	placed_take_doubts(placed);
}

void placed_units_release(struct placed_units *placed)
{
	free(placed->articles);
	*placed = (struct placed_units){ 0 };
}
