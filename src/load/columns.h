/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_COLUMNS_H
#define LOAD_COLUMNS_H

struct issue;

/*
 * Text in which the columns of a page stand side by side, as some extractors
 * give it on demand (pdftotext -layout).  Where gutters are blank over many
 * lines the columns are read one after another: the lines of the issue are
 * parts of those of the file then, with the number of the line they are from.
 */

enum columns_result {
	COLUMNS_NONE, /* nothing stands side by side */
	COLUMNS_CUT,
	COLUMNS_UNCLEAR /* something does, and nothing was done */
};

/* Cuts the last page of the issue, which has all its lines. */
enum columns_result columns_cut(struct issue *issue);

#endif
