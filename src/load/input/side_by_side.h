/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_SIDE_BY_SIDE_H
#define LOAD_INPUT_SIDE_BY_SIDE_H

struct issue;

/*
 * Text in which the columns of a page stand side by side, as some extractors
 * give it on demand (pdftotext -layout).  Where gutters are blank over many
 * lines the columns are read one after another: the lines of the issue are
 * parts of those of the file then, with the number of the line they are from.
 */

enum side_by_side_result {
	SIDE_BY_SIDE_NONE, /* nothing stands side by side */
	SIDE_BY_SIDE_CUT,
	SIDE_BY_SIDE_UNCLEAR /* something does, and nothing was done */
};

/* Cuts the last page of the issue, which has all its lines. */
enum side_by_side_result side_by_side_cut(struct issue *issue);

#endif
