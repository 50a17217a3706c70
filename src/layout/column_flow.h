/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_COLUMN_FLOW_H
#define LAYOUT_COLUMN_FLOW_H

#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>

struct page_line;
struct page_lines;

/*
 * The text of an article as rows of a column, before it is known on how many columns of a
 * page they are dealt.  A passage whose printed lines fit into the column keeps them; any
 * other is set anew, so that no printed line is broken into a long row and a short one.
 */

/* A line of type in a column. */
struct flow_row {
	size_t passage;     /* index; NPOS: a blank row */
	struct range bytes; /* of the passage */
	int col, cols;      /* from the left edge of the column; its width */
	bool hyphen;        /* printed at its end, and in no passage */
	bool shares_row;    /* it stands on the row of the line before it */
	bool spaced;        /* a headline, spaced (text/letter_space.h) */
	bool is_quote;      /* of a pull quote, behind a rule */
	bool keeps_next;    /* the line behind it stands in the same column */
};

struct column_flow {
	struct page_lines *lines; /* borrowed; lines in the flow are marked as
	                             placed */
	int cols;                 /* width of the column, >= 1 */
	struct flow_row *rows;    /* owned */
	size_t count, cap;
	bool is_anew; /* a passage of several printed lines is set anew */
	size_t measured_passage; /* was measured last, */
	bool fits;               /* and fits with its printed lines */
};

/* The cells between two columns: a blank, a rule, a blank. */
#define FLOW_GAP_COLS 3

/* An empty flow.  Release with column_flow_release(). */
void column_flow_init(struct column_flow *flow, struct page_lines *lines,
                      int cols);
void column_flow_release(struct column_flow *flow);

/* Appends `line`, and, if its passage has to be set anew, all of the passage that no other
 * flow has.  Lines that are placed already are passed over. */
void column_flow_add(struct column_flow *flow, struct page_line *line);

/* Appends passage `passage`, a pull quote, behind a rule at the left side and with blank
 * rows around it. */
void column_flow_add_quote(struct column_flow *flow, size_t passage);

/* The most columns on which a text is dealt. */
#define FLOW_COLUMNS_MOST 12

/* Where a dealt column begins and ends: rows [start, end) of the flow; blank rows at its
 * head and foot are left out. */
struct flow_deal {
	struct range columns[FLOW_COLUMNS_MOST];
	int rows; /* of the highest column */
};

/* Deals the rows on `columns` columns (1 to FLOW_COLUMNS_MOST) of about one height: none is higher
 * than the least height with which all rows have room.  O(rows x
 * log rows). */
struct flow_deal column_flow_deal(const struct column_flow *flow,
                                  size_t columns);

#endif
