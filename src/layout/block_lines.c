/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/block_lines.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>

/* For qsort(): by the first line. */
static int block_lines_compare(const void *a, const void *b)
{
	const struct block_column *left = a, *right = b;

	if (left->lines.start != right->lines.start)
		return left->lines.start < right->lines.start ? -1 : 1;
	return left->lines.end < right->lines.end
	               ? -1
	               : left->lines.end > right->lines.end;
}

void block_lines_init(struct block_lines *lines, const struct page *page)
{
	*lines = (struct block_lines){
		.articles = page->articles,
		.have_text =
			mem_alloc((page->articles.end - page->articles.start) *
		                  sizeof *lines->have_text),
	};
	for (size_t b = 0; b < page->block_count; b++) {
		const struct block *block = &page->blocks[b];

		if (block->part == PART_BODY)
			lines->have_text[block->article -
			                 page->articles.start] = true;
		for (size_t c = 0; c < block->column_count; c++)
			*ARRAY_ADD(lines->columns, lines->count, lines->cap) =
				(struct block_column){ block->columns[c], block,
				                       c };
	}
	if (lines->count)
		qsort(lines->columns, lines->count, sizeof *lines->columns,
		      block_lines_compare);
}

void block_lines_release(struct block_lines *lines)
{
	free(lines->columns);
	free(lines->have_text);
	*lines = (struct block_lines){ 0 };
}

/* The first column that begins behind line `line`. */
static size_t block_lines_behind(const struct block_lines *lines, size_t line)
{
	size_t at;

	ARRAY_FIND(at, lines->count, lines->columns[at].lines.start <= line);
	return at;
}

const struct block_column *block_lines_at(const struct block_lines *lines,
                                          size_t article, size_t line)
{
	size_t at = block_lines_behind(lines, line);

	/* Columns of two articles may hold one line, each a part of it. */
	while (at > 0 && line < lines->columns[at - 1].lines.end) {
		at--;
		if (lines->columns[at].block->article == article)
			return &lines->columns[at];
	}
	return NULL;
}

bool block_lines_have_text(const struct block_lines *lines, size_t article)
{
	assert(article >= lines->articles.start &&
	       article < lines->articles.end);
	return lines->have_text[article - lines->articles.start];
}
