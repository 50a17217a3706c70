/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_UNITS_H
#define LOAD_SEGMENT_UNITS_H

#include "load/label/labels.h"
#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Labelled lines become units: a paragraph, a head line, a jump, a quote, …  A
 * paragraph may hold lines that do not follow each other: heads and quotes can
 * stand in the middle of it.
 */

enum unit_kind {
	UNIT_TEXT,
	UNIT_SALUTATION,
	UNIT_SIGNATURE,
	UNIT_CLOSING,
	UNIT_DATE,
	UNIT_VERSE,
	UNIT_SUBHEAD, /* a head that turned out to stand inside a text */
	/* what stands between texts */
	UNIT_HEAD,
	UNIT_BYLINE,
	UNIT_JUMP,
	/* aside */
	UNIT_QUOTE,
	UNIT_CAPTION,
	UNIT_FURNITURE,
	UNIT_COUNT
};

/* Indices, owned. */
struct list {
	size_t *items;
	size_t count, cap;
};

struct unit {
	enum unit_kind kind;
	struct list lines;    /* printed lines, in order of the text */
	double measure_em;    /* 0: of none */
	double width_em;      /* of its first line */
	bool indented, blank; /* of its first line */
	bool resumed;         /* text that begins in mid sentence */
	bool dateline, jump_from, bullet;
	struct doubt doubt; /* the one of the smallest margin */
	size_t doubt_line;  /* the printed line of which it is */
	size_t inside;      /* a head: the paragraph it stands in, or NPOS */
	struct buf text;    /* joined without spaces, for comparing */
};

struct units {
	const struct printed_lines *lines; /* borrowed */
	struct unit *items; /* owned; in the order of their first lines */
	size_t count, cap;
};

/* `labels` are those of `flow`, the lines that are not aside. */
void units_init(struct units *units, const struct printed_lines *lines,
                const struct flow *flow, const struct labelled *labels);
void units_release(struct units *units);

/* One more, of nothing yet. */
struct unit *units_add(struct units *units);

void list_add(struct list *list, size_t item);

/* Something about printed line `line` of the unit is doubtful. */
void unit_doubt(struct unit *unit, struct doubt doubt, size_t line);

/* Is it of the text of an article: what the first kinds above are? */
bool unit_is_text(const struct unit *unit);

#endif
