/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/bands.h"

#include "base/mem.h"
#include "base/num.h"
#include "layout/page_lines.h"

#include <assert.h>
#include <stdlib.h>

/* The height of a block: that of its highest column. */
static size_t bands_block_rows(const struct page_lines *page_lines,
                               const struct block *block)
{
	size_t rows = 0;

	for (size_t i = 0; i < block->column_count; i++) {
		size_t own = page_lines_rows(page_lines, block->columns[i]);

		rows = own > rows ? own : rows;
	}
	return rows;
}

/* Adds a block to the last band if it stands `beside` it, or else to a new one. */
static void bands_add_block(struct bands *bands, const struct block *block,
                            bool beside)
{
	struct band *band;

	if (!beside || !bands->count)
		bands->items[bands->count++] =
			(struct band){ .blocks = { bands->block_count,
			                           bands->block_count } };
	band = &bands->items[bands->count - 1];
	bands->blocks[bands->block_count++] = block;
	band->blocks.end = bands->block_count;
	band->columns += block->column_count;
}

static void bands_find(struct bands *bands, const struct page_lines *page_lines,
                       const struct page *page, size_t article)
{
	const struct block *quote = NULL;

	for (size_t i = 0; i < page->block_count; i++) {
		const struct block *block = &page->blocks[i];

		if (block->article != article || block->part == PART_HEAD)
			continue;
		if (block->part == PART_QUOTE && !quote) {
			quote = block;
			continue;
		}
		bands_add_block(bands, block, block->part == PART_QUOTE);
		if (quote && bands_block_rows(page_lines, block) ==
		                     bands_block_rows(page_lines, quote)) {
			bands_add_block(bands, quote, true);
			quote = NULL;
		}
	}
	if (quote)
		bands_add_block(bands, quote, true);
}

static void bands_measure(struct bands *bands,
                          const struct page_lines *page_lines)
{
	for (size_t b = 0; b < bands->count; b++) {
		struct band *band = &bands->items[b];
		double width_em = 0;

		for (size_t i = band->blocks.start; i < band->blocks.end; i++) {
			const struct block *block = bands->blocks[i];

			band->column_cols = larger(
				band->column_cols,
				page_lines_block_cols(page_lines, block));
			width_em +=
				block->measure_em * (double)block->column_count;
		}
		if (width_em > bands->width_em)
			bands->width_em = width_em;
	}
}

void bands_init(struct bands *bands, const struct page_lines *page_lines,
                const struct page *page, size_t article)
{
	*bands = (struct bands){
		.blocks = mem_alloc(page->block_count * sizeof *bands->blocks),
		.items = mem_alloc(page->block_count * sizeof *bands->items),
	};
	bands_find(bands, page_lines, page, article);
	bands_measure(bands, page_lines);
	assert(bands->block_count <= page->block_count);
}

void bands_release(struct bands *bands)
{
	free(bands->blocks);
	free(bands->items);
	*bands = (struct bands){ 0 };
}

bool bands_have_columns(const struct bands *bands)
{
	for (size_t i = 0; i < bands->block_count; i++)
		if (bands->blocks[i]->part == PART_BODY)
			return true;
	return false;
}

int band_cols(const struct band *band)
{
	return (int)band->columns * (band->column_cols + PAGE_LINES_GAP_COLS) -
	       PAGE_LINES_GAP_COLS;
}

int bands_cols(const struct bands *bands)
{
	int cols = 0;

	for (size_t b = 0; b < bands->count; b++)
		cols = larger(cols, band_cols(&bands->items[b]));
	return cols;
}
