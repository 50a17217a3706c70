/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_SIDE_BY_SIDE_H
#define LOAD_INPUT_SIDE_BY_SIDE_H

struct issue;

/*
 * Text in which the columns of a page stand side by side, as some extractors give it
 * on demand (pdftotext -layout).  The page is cut by gutters: a gutter is a range of
 * at least two character places that is blank on many lines in a row and has text at
 * either side.  The page is cut along its gutters into columns, and where it has none
 * across into bands that have, recursively (an X-Y cut; Nagy and Seth 1984), in time
 * O(lines x places x depth).  Both ways of counting places, characters and
 * terminal cells, are tried, and the one that leaves fewer wide lines is taken.
 *
 * The gaps of a table part cells (lines/table_row.h): rows of tables are no sign of
 * columns, and what is mostly rows is not cut.
 *
 * Each resulting line of the issue is a part of a line of the file and has its number;
 * columns are in reading order, one after another.
 */

enum side_by_side_result {
	SIDE_BY_SIDE_NONE, /* the page has no columns side by side */
	SIDE_BY_SIDE_CUT,  /* it had, and they were cut apart */
	SIDE_BY_SIDE_UNCLEAR /* it has, but no cut is clear; nothing was changed */
};

/* Cuts the last page of the issue, which has all its lines. */
enum side_by_side_result side_by_side_cut(struct issue *issue);

#endif
