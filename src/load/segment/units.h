/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_UNITS_H
#define LOAD_SEGMENT_UNITS_H

#include "load/label/labels.h"
#include "load/lines/letter_style.h"
#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Units of a page: paragraphs, head lines, bylines, jumps, and what is set aside, made of
 * labelled lines.  The lines of a paragraph need not follow each other: a head or a
 * pull quote may stand in the middle of it.
 */

/* The order counts: text, then what stands between texts, then what is aside. */
enum unit_kind {
	/* text of an article */
	UNIT_TEXT, /* a paragraph */
	UNIT_SALUTATION,
	UNIT_SIGNATURE,
	UNIT_CLOSING,
	UNIT_DATE,
	UNIT_VERSE,   /* one line of a poem */
	UNIT_ROW,     /* one row of a table */
	UNIT_SUBHEAD, /* a head line inside a story; before the page is
	                 segmented it is a UNIT_HEAD */
	/* what stands between texts */
	UNIT_HEAD, /* one line of a headline */
	UNIT_BYLINE,
	UNIT_JUMP, /* to another page, or from one */
	/* aside */
	UNIT_QUOTE,
	UNIT_CAPTION,
	UNIT_FURNITURE, /* of the page: running heads, and what a person
	                   said to be no article */
	UNIT_COUNT
};

_Static_assert(UNIT_SUBHEAD + 1 == UNIT_HEAD,
               "unit_kind_is_text() compares: text comes first");
_Static_assert(UNIT_JUMP + 1 == UNIT_QUOTE && UNIT_FURNITURE + 1 == UNIT_COUNT,
               "unit_kind_is_aside() compares: what is aside comes last");

/* Are units of this kind text of an article? */
static inline bool unit_kind_is_text(enum unit_kind kind)
{
	return kind < UNIT_HEAD;
}

/* Are units of this kind set aside from the text? */
static inline bool unit_kind_is_aside(enum unit_kind kind)
{
	return kind >= UNIT_QUOTE;
}

/* A list of indices; the items are owned. */
struct list {
	size_t *items;
	size_t count, cap;
};

struct unit {
	enum unit_kind kind;
	struct list lines; /* printed lines, in order of the text; not empty */
	double measure_em; /* width of its column; 0: the kind has none */
	double width_em;   /* of its first line; of all of a head that runs
	                       downwards */
	bool indented;     /* white space stands before its first line */
	bool blank;        /* a blank line stands before its first line */
	bool resumed;      /* a paragraph that begins in mid sentence */
	bool dateline;     /* a paragraph that begins with a dateline */
	bool run_in; /* a paragraph that begins with its headline, 【…】, or is a brief
	                (briefs.h): a story begins with it */
	bool jump_from;                 /* a jump from another page */
	enum letter_style letter_style; /* in capitals, spaced out */
	bool drop_cap;                  /* its first letter is a drop cap */
	bool bullet;                    /* a mark of a list stands before it */
	double em_pt;                   /* size of its type; 0: not known */
	struct doubt doubt;             /* the one with the smallest margin */
	size_t doubt_line;              /* the printed line that is doubtful */
	size_t inside;   /* the paragraph that a head stands inside, or NPOS */
	struct buf text; /* of all its lines, without white space between */
};

struct units {
	const struct printed_lines *lines; /* borrowed */
	struct unit *items; /* owned; in the order of their first lines */
	size_t count, cap;
};

/* Makes the units of a page.  `labels` are those of the lines of `flow`, one for each;
 * all other lines are aside.  Each printed line is in one unit, a drop cap in that of
 * the line behind it.  `lines` is borrowed until units_release(). */
void units_init(struct units *units, const struct printed_lines *lines,
                const struct flow *flow, const struct labelled *labels);
void units_release(struct units *units);

/* Appends a unit without lines.  The pointer is valid until the next call. */
struct unit *units_add(struct units *units);

void list_add(struct list *list, size_t item);

/* Notes that printed line `line` of the unit is doubtful; the unit keeps the doubt with
 * the smallest margin. */
void unit_doubt(struct unit *unit, struct doubt doubt, size_t line);

/* Sets what the text of a complete unit says: bullet, dateline, jump_from, style. */
void unit_read_cues(struct unit *unit);

/* Is the unit text of an article? */
bool unit_is_text(const struct unit *unit);

#endif
