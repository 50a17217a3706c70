/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/cite.h"

static bool cite_is_text(const struct block *block)
{
	return block->part == PART_BODY || block->part == PART_QUOTE;
}

static size_t rows_to(const struct issue *issue, size_t from, size_t line)
{
	size_t rows = 0;

	for (size_t i = from; i <= line; i++)
		rows += str_trim(issue->lines[i].text).len > 0;
	return rows;
}

/* The column of text that holds the line; an empty range: none does.  *before is set to
 * the number of columns of the page that begin before the line. */
static struct range column_of(const struct issue *issue, size_t line,
                              size_t *before)
{
	const struct page *page = &issue->pages[issue->lines[line].page];
	struct range found = { 0 };

	*before = 0;
	for (size_t b = 0; b < page->block_count; b++) {
		const struct block *block = &page->blocks[b];

		for (size_t c = 0;
		     cite_is_text(block) && c < block->column_count; c++) {
			const struct range column = block->columns[c];

			if (line >= column.start && line < column.end)
				found = column;
			else
				*before += column.start < line;
		}
	}
	return found;
}

struct cite cite_line(const struct issue *issue, size_t line)
{
	size_t before;
	struct range column = column_of(issue, line, &before);
	struct cite cite = {
		.page = issue->pages[issue->lines[line].page].number,
	};

	if (column.start < column.end) {
		cite.column = before + 1;
		cite.row = rows_to(issue, column.start, line);
	}
	return cite;
}
