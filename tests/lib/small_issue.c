/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small_issue.h"

#include "base/mem.h"

struct str small_issue_take_line(struct str *text)
{
	size_t end = str_find(*text, STR("\n"), 0);
	struct str line = str_slice(*text, 0, end == NPOS ? text->len : end);

	*text = str_slice(*text, end == NPOS ? text->len : end + 1, text->len);
	return line;
}

/* Appends a passage that is one line. */
static void add_passage(struct issue *issue, struct str text, enum role role)
{
	struct span *span = arena_alloc(&issue->arena, sizeof *span);

	*span = (struct span){ .end = (uint32_t)text.len,
		               .line = (uint32_t)issue->line_count };
	*ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap) =
		(struct line){ .text = text, .number = issue->line_count + 1 };
	*ARRAY_ADD(issue->passages, issue->passage_count,
	           issue->passage_cap) = (struct passage){
		.role = role, .text = text, .spans = span, .span_count = 1
	};
}

struct issue *small_issue(struct str text, const enum role *roles,
                          size_t role_count)
{
	struct issue *issue = issue_new();
	struct page *page =
		ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap);

	*page = (struct page){ .number = 1,
		               .label = small_issue_take_line(&text) };
	issue->title = page->title = small_issue_take_line(&text);
	issue->date = page->date = small_issue_take_line(&text);
	*ARRAY_ADD(issue->files, issue->file_count, issue->file_cap) =
		(struct file){ .name = small_issue_take_line(&text) };
	while (text.len) {
		struct str line = small_issue_take_line(&text);

		if (str_trim(line).len)
			add_passage(issue, line,
			            roles[issue->passage_count < role_count
			                          ? issue->passage_count
			                          : role_count - 1]);
	}
	*ARRAY_ADD(issue->articles, issue->article_count, issue->article_cap) =
		(struct article){ .passages = { 0, issue->passage_count },
		                  .whole = 1 };
	*ARRAY_ADD(issue->wholes, issue->whole_count, issue->whole_cap) = 0;
	return issue;
}
