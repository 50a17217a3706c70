/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/units.h"

#include "base/mem.h"
#include "load/lines/cues.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define RUN_IN_LEAST 7 /* characters of a headline in brackets */
#define RUN_IN_MOST  40

static const enum unit_kind kind_of_label[LABEL_COUNT] = {
	[LABEL_FIRST] = UNIT_TEXT,
	[LABEL_MIDDLE] = UNIT_TEXT,
	[LABEL_LAST] = UNIT_TEXT,
	[LABEL_SINGLE] = UNIT_TEXT,
	[LABEL_SALUTATION] = UNIT_SALUTATION,
	[LABEL_INSET] = UNIT_HEAD,
	[LABEL_HEAD] = UNIT_HEAD,
	[LABEL_RESUMED] = UNIT_HEAD,
	[LABEL_SUBHEAD] = UNIT_HEAD,
	[LABEL_BYLINE] = UNIT_BYLINE,
	[LABEL_SIGNED] = UNIT_BYLINE,
	[LABEL_SIGNATURE] = UNIT_SIGNATURE,
	[LABEL_CLOSING] = UNIT_CLOSING,
	[LABEL_DATE] = UNIT_DATE,
	[LABEL_JUMP] = UNIT_JUMP,
	[LABEL_VERSE] = UNIT_VERSE,
	[LABEL_QUOTE] = UNIT_QUOTE,
};

static const enum unit_kind kind_of_aside[] = {
	[ASIDE_FURNITURE] = UNIT_FURNITURE,
	[ASIDE_QUOTE] = UNIT_QUOTE,
	[ASIDE_CAPTION] = UNIT_CAPTION,
	[ASIDE_ROW] = UNIT_ROW,
};

/* The units of a page while its lines are read. */
struct unit_reader {
	struct units *units;
	size_t open; /* the paragraph that the next line may continue, or NPOS */
	size_t text;  /* the last paragraph, or NPOS */
	size_t last;  /* the unit of the last line of the flow, or NPOS */
	size_t group; /* of the last line that is aside; 0: none was read */
	size_t aside; /* the unit of that group */
};

void list_add(struct list *list, size_t item)
{
	*ARRAY_ADD(list->items, list->count, list->cap) = item;
}

void unit_doubt(struct unit *unit, struct doubt doubt, size_t line)
{
	if (doubt_take(&unit->doubt, doubt))
		unit->doubt_line = line;
}

bool unit_is_text(const struct unit *unit)
{
	return unit_kind_is_text(unit->kind);
}

static void units_add_line(struct units *units, size_t unit, size_t line)
{
	struct unit *to = &units->items[unit];
	const struct printed_line *printed = &units->lines->items[line];

	if (printed->cap) {
		if (printed->cap <= line)
			list_add(&to->lines, printed->cap - 1);
		buf_add(&to->text, units->lines->items[printed->cap - 1].text);
	}
	list_add(&to->lines, line);
	buf_add(&to->text, printed->text);
}

/* Adds drop cap `cap` to the unit of its line, where that stood before it. */
static void units_add_cap(struct units *units, size_t cap)
{
	size_t of = units->lines->items[cap].cap - 1;

	for (size_t u = units->count; u-- > 0 && of < cap;) {
		struct list *lines = &units->items[u].lines;

		if (lines->items[0] > of)
			continue;
		list_add(lines, cap);
		return;
	}
}

struct unit *units_add(struct units *units)
{
	struct unit *unit = ARRAY_ADD(units->items, units->count, units->cap);

	*unit = (struct unit){ .inside = NPOS };
	buf_init(&unit->text);
	return unit;
}

/* Appends a unit that begins with a printed line; returns its index. */
static size_t units_begin(struct units *units, enum unit_kind kind, size_t line)
{
	const struct printed_line *printed = &units->lines->items[line];
	struct unit *unit = units_add(units);

	unit->kind = kind;
	unit->width_em = printed->hi_em;
	unit->indented = printed->indent_em > 0;
	unit->blank = printed->blank;
	unit->drop_cap = printed->cap || printed->cap_bytes;
	unit->drop_cap = printed->cap || printed->cap_bytes;
	units_add_line(units, units->count - 1, line);
	return units->count - 1;
}

/* Is the line the next one of a head that runs downwards, which is one unit? */
static bool units_continues_stack(const struct unit_reader *reader,
                                  enum label label, size_t line)
{
	const struct printed_line *printed = &reader->units->lines->items[line];

	return reader->last != NPOS && label_is_head(label) &&
	       reader->units->items[reader->last].kind == UNIT_HEAD && line &&
	       printed->stacked && printed[-1].stacked && !printed->blank;
}

/* Is the line part of the unit that the line before it is in? */
static bool units_continues_last(const struct unit_reader *reader,
                                 enum label label, size_t line)
{
	const struct unit *last;

	if (units_continues_stack(reader, label, line))
		return true;
	if (reader->last == NPOS ||
	    (label != LABEL_SALUTATION && label != LABEL_SIGNATURE &&
	     label != LABEL_QUOTE && label != LABEL_BYLINE &&
	     label != LABEL_SIGNED))
		return false;
	last = &reader->units->items[reader->last];
	return last->kind == kind_of_label[label] &&
	       !reader->units->lines->items[line].blank;
}

static void units_read_text(struct unit_reader *reader,
                            const struct labelled *labelled, size_t line)
{
	bool begins = label_begins_paragraph(labelled->label);
	bool ends = !label_leaves_open(labelled->label);

	if (reader->units->lines->items[line].user_label == USER_LABEL_JOINED &&
	    reader->text != NPOS) {
		reader->open = reader->text;
		begins = false;
	}
	if (begins || reader->open == NPOS) {
		reader->open = units_begin(reader->units, UNIT_TEXT, line);
		reader->units->items[reader->open].measure_em =
			labelled->measure_em;
		reader->units->items[reader->open].resumed = !begins;
	} else {
		units_add_line(reader->units, reader->open, line);
	}
	reader->last = reader->text = reader->open;
	if (ends)
		reader->open = NPOS;
}

static void units_read_line(struct unit_reader *reader,
                            const struct labelled *labelled, size_t line)
{
	enum label label = labelled->label;

	if (label_is_paragraph(label)) {
		units_read_text(reader, labelled, line);
		return;
	}
	if (units_continues_last(reader, label, line)) {
		units_add_line(reader->units, reader->last, line);
		if (label_is_head(label))
			reader->units->items[reader->last].width_em +=
				reader->units->lines->items[line].hi_em;
		return;
	}
	reader->last = units_begin(reader->units, kind_of_label[label], line);
	if (label == LABEL_SALUTATION)
		reader->units->items[reader->last].measure_em =
			labelled->measure_em;
	if (label != LABEL_INSET) {
		reader->open = NPOS;
		return;
	}
	reader->units->items[reader->last].inside = reader->open;
	if (cue_matches(CUE_BYLINE, reader->units->lines->items[line].text,
	                NULL))
		reader->units->items[reader->last].kind = UNIT_BYLINE;
}

/* The label of a line that a person corrected is not doubtful. */
static void units_take_doubt(struct unit_reader *reader,
                             const struct labelled *labelled, size_t line)
{
	if (reader->units->lines->items[line].user_label == USER_LABEL_NONE)
		unit_doubt(&reader->units->items[reader->last], labelled->doubt,
		           line);
}

static void units_read_aside(struct unit_reader *reader, size_t line)
{
	const struct printed_line *printed = &reader->units->lines->items[line];

	assert(printed->aside != ASIDE_NONE && printed->group);
	if (printed->aside == ASIDE_CAP) {
		units_add_cap(reader->units, line);
		return;
	}
	if (reader->group == printed->group) {
		units_add_line(reader->units, reader->aside, line);
		return;
	}
	reader->group = printed->group;
	reader->aside =
		units_begin(reader->units, kind_of_aside[printed->aside], line);
}

/* Does the text begin with a headline in brackets?  Shorter words in them are a subhead
 * of one paragraph: 【条件】. */
static bool unit_has_run_in_head(struct str text)
{
	size_t start = strlen("【"), end = str_find(text, STR("】"), 0), chars;

	if (!str_starts(text, STR("【")) || end == NPOS)
		return false;
	chars = char_count_printed(str_slice(text, start, end));
	return chars >= RUN_IN_LEAST && chars <= RUN_IN_MOST &&
	       !cue_matches(CUE_DATELINE, text, NULL);
}

void unit_read_cues(struct unit *unit)
{
	struct str text = buf_str(&unit->text);

	unit->letter_style = letter_style_of(text);
	unit->bullet = cue_matches(CUE_BULLET, text, NULL);
	unit->dateline = unit->kind == UNIT_TEXT &&
	                 cue_matches(CUE_DATELINE, text, NULL);
	unit->run_in = unit->kind == UNIT_TEXT && unit_has_run_in_head(text);
	unit->jump_from = unit->kind == UNIT_JUMP &&
	                  cue_matches(CUE_JUMP_FROM, text, NULL);
}

void units_init(struct units *units, const struct printed_lines *lines,
                const struct flow *flow, const struct labelled *labels)
{
	struct unit_reader reader = {
		.units = units, .open = NPOS, .text = NPOS, .last = NPOS
	};
	size_t next = 0;

	*units = (struct units){ .lines = lines };
	for (size_t i = 0; i < lines->count; i++) {
		if (next < flow->count && flow->index[next] == i)
			units_read_line(&reader, &labels[next++], i);
		else
			units_read_aside(&reader, i);
		if (next && flow->index[next - 1] == i)
			units_take_doubt(&reader, &labels[next - 1], i);
	}
	for (size_t i = 0; i < units->count; i++)
		unit_read_cues(&units->items[i]);
}

void units_release(struct units *units)
{
	for (size_t i = 0; i < units->count; i++) {
		buf_release(&units->items[i].text);
		free(units->items[i].lines.items);
	}
	free(units->items);
	*units = (struct units){ 0 };
}
