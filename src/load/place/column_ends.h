/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_COLUMN_ENDS_H
#define LOAD_PLACE_COLUMN_ENDS_H

#include "load/place/placing.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * How each column of a page begins and ends, and what it costs that one goes on from
 * another: a text that goes on breaks off at the foot of a column in a full line, and
 * goes on flush.  Where letters are small and large, a column that begins with a small
 * one begins neither a sentence nor a paragraph, whatever its edges are.
 */
struct column_end {
	bool set_in;  /* it begins a paragraph, or with a subhead */
	bool subhead; /* it begins with a subhead */
	bool level;   /* and that is level with one inside another column, so no
	             * headline of its own */
	bool small;   /* it begins with a small letter, in mid sentence */
	bool greets;  /* its first line greets the reader of a letter */
	bool open;    /* it ends in mid sentence */
	bool colon;   /* it ends with a colon */
	bool short_line;   /* its last line does not fill the column */
	bool subhead_last; /* it ends with a subhead */
	bool jumps;        /* it ends with words that lead to another page */
};

/* For each column of the page how it begins and ends; the caller frees the array.  Lines
 * have their edges, and the indent of the page is known. */
struct column_end *column_ends(const struct placing *placing);

/* What it costs that column `b` goes on from column `a` (indices). */
float column_ends_flow(const struct placing *placing,
                       const struct column_end *ends, size_t a, size_t b);

/* What it costs that column `a` is the last one of its article. */
float column_ends_last(const struct column_end *ends, size_t a);

/* Does column `b` plainly go on from column `a`: in mid sentence, from a full line, and
 * flush, or with a small letter? */
bool column_ends_go_on(const struct placing *placing,
                       const struct column_end *ends, size_t a, size_t b);

#endif
