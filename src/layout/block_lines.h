/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_BLOCK_LINES_H
#define LAYOUT_BLOCK_LINES_H

#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>

/* Which block of a page (issue.h) each of its printed lines is in, and which articles have
 * blocks of running text. */

struct block_column {
	struct range lines; /* indices into the lines */
	const struct block *block;
	size_t index; /* of the column in its block */
};

struct block_lines {
	struct block_column *columns; /* owned; in the order of the lines */
	size_t count, cap;
	struct range articles; /* of the page */
	bool *have_text;       /* owned; of each of them */
};

/* O(columns x log of that).  Release with block_lines_release(). */
void block_lines_init(struct block_lines *lines, const struct page *page);
void block_lines_release(struct block_lines *lines);

/* The column that holds line `line` (index) of article `article`; NULL: none. */
const struct block_column *block_lines_at(const struct block_lines *lines,
                                          size_t article, size_t line);

/* Has the article a block of running text? */
bool block_lines_have_text(const struct block_lines *lines, size_t article);

#endif
