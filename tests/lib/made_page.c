/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "made_page.h"

#include "base/mem.h"
#include "dump.h"
#include "issue/parts.h"
#include "issue/validate.h"
#include "text/glyph.h"
#include "text/hyphen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void add_line(struct issue *issue, const char *text)
{
	*ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap) =
		(struct line){ .text = str_from(text),
		               .number = issue->line_count + 1 };
}

/* Adds the passage of the lines [from, end). */
static void add_passage(struct issue *issue, const struct made_line *lines,
                        size_t from, size_t end)
{
	struct span *spans =
		arena_alloc(&issue->arena, (end - from) * sizeof *spans);
	struct buf text;

	buf_init(&text);
	for (size_t i = from; i < end; i++) {
		struct str own = issue->lines[i].text;

		if (i + 1 < end)
			own.len -= hyphen_before(own, own.len);
		spans[i - from] =
			(struct span){ .start = (uint32_t)text.len,
			               .end = (uint32_t)(text.len + own.len),
			               .line = (uint32_t)i };
		buf_add(&text, own);
	}
	*ARRAY_ADD(issue->passages, issue->passage_count, issue->passage_cap) =
		(struct passage){
			.role = lines[from].role,
			.article = lines[from].article,
			.text = issue_keep(issue, buf_str(&text)),
			.spans = spans,
			.span_count = end - from,
		};
	buf_release(&text);
}

static void add_to_article(struct issue *issue, size_t article, size_t passage)
{
	if (article == issue->article_count) {
		*ARRAY_ADD(issue->articles, issue->article_count,
		           issue->article_cap) = (struct article){
			.passages = { passage, passage + 1 },
		};
		parts_begin(issue);
	}
	assert_true(article < issue->article_count);
	issue->articles[article].passages.end = passage + 1;
}

static enum part part_of(enum role role)
{
	if (role_is_headline(role))
		return PART_HEAD;
	return role == ROLE_QUOTE ? PART_QUOTE : PART_BODY;
}

/* Puts line `i` into its block, which is that of the line before or a new one. */
static void add_to_block(struct issue *issue, const struct made_line *line,
                         size_t i, struct block *blocks, size_t *count)
{
	struct range *columns;
	struct block *block;
	double width_em;

	if (!line->block)
		return;
	if (line->block > *count)
		blocks[(*count)++] = (struct block){
			.article = line->article,
			.part = part_of(line->role),
			.columns =
				arena_alloc(&issue->arena, 8 * sizeof *columns),
		};
	assert_int_equal(line->block, *count);
	block = &blocks[*count - 1];
	columns = (struct range *)block->columns;
	if (line->column == block->column_count)
		columns[block->column_count++] = (struct range){ i, i };
	assert_int_equal(line->column + 1, block->column_count);
	columns[line->column].end = i + 1;
	width_em = text_cols(issue->lines[i].text, 1) / 2.0;
	if (width_em > block->measure_em)
		block->measure_em = width_em;
}

struct issue *made_page(const struct made_line *lines, size_t count)
{
	struct issue *issue = issue_new();
	struct block *blocks =
		arena_alloc(&issue->arena, (count + 1) * sizeof *blocks);
	struct page page = { .number = 1, .lines = { 0, count } };
	char *wrong;

	for (size_t i = 0; i < count; i++)
		add_line(issue, lines[i].text + (lines[i].text[0] == '+'));
	for (size_t i = 0, end; i < count; i = end) {
		size_t passage = issue->passage_count;

		for (end = i + 1; end < count && lines[end].text[0] == '+';)
			end++;
		add_passage(issue, lines, i, end);
		if (lines[i].article == NPOS)
			page.furniture.end = passage + 1;
		else
			add_to_article(issue, lines[i].article, passage);
	}
	for (size_t i = 0; i < count; i++)
		add_to_block(issue, &lines[i], i, blocks, &page.block_count);
	page.passages.end = issue->passage_count;
	page.articles.end = issue->article_count;
	page.furniture.start =
		issue->article_count
			? issue->articles[issue->article_count - 1].passages.end
			: 0;
	page.furniture.end = issue->passage_count;
	page.blocks = blocks;
	*ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap) = page;
	issue->pages_read = 1;
	wrong = issue_validate(issue);
	if (wrong)
		fail_msg("the page is not made well: %s", wrong);
	return issue;
}

void check_sheet(const char *what, const struct sheet *sheet, const char *want)
{
	struct buf got;

	buf_init(&got);
	dump_sheet(&got, sheet);
	if (strcmp(got.ptr, want))
		fail_msg("%s: the sheet is\n%sand not\n%s", what, got.ptr,
		         want);
	buf_release(&got);
}
