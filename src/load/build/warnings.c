/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/warnings.h"

#include "base/i18n.h"
#include "issue/issue.h"
#include "load/label/column_width.h"
#include "load/lines/char_class.h"
#include "text/unreadable.h"

#define WIDE_EM 1.0 /* the least excess over the column width that is told */

/* A diagnostic at byte `at` of a line. */
static struct diag diag_at(const struct issue *issue, enum diag_level level,
                           size_t line, size_t at)
{
	const struct line *of = &issue->lines[line];

	return (struct diag){ .level = level,
		              .page = of->page + 1,
		              .line = of->number,
		              .column = diag_column(of->text, at) };
}

/* A diagnostic at the place where a passage begins. */
static struct diag diag_of(const struct issue *issue, enum diag_level level,
                           const struct passage *passage)
{
	return diag_at(issue, level, passage->spans[0].line,
	               passage->spans[0].at);
}

void warn_of_lines(struct issue *issue, const struct flow *flow,
                   const struct labelled *labels)
{
	for (size_t i = 0; i < flow->count; i++) {
		const struct printed_line *line = flow->items[i];

		if (labels[i].label > LABEL_SINGLE ||
		    line_overflow_em(line, labels[i].measure_em) < WIDE_EM)
			continue;
		diags_add(&issue->diags,
		          diag_at(issue, DIAG_WARNING, line->line,
		                  (size_t)(line->text.ptr -
		                           issue->lines[line->line].text.ptr)),
		          "%s", _("This line is wider than its column."));
	}
}

/* The first head of an article that has nothing but heads; NULL for others, and for adverts
 * of a page that was placed, which are articles of no kind. */
static const struct passage *bare_head(const struct issue *issue,
                                       const struct article *article)
{
	const struct passage *head = NULL;

	if (article->kind == KIND_OTHER)
		return NULL;
	for (size_t i = article->passages.start; i < article->passages.end;
	     i++) {
		if (!role_is_headline(issue->passages[i].role))
			return NULL;
		if (!head)
			head = &issue->passages[i];
	}
	return head;
}

void warn_of_articles(struct issue *issue, size_t page)
{
	const struct range own = issue->pages[page].articles;

	for (size_t a = own.start; a < own.end; a++) {
		const struct passage *head =
			bare_head(issue, &issue->articles[a]);

		if (head)
			diags_add(&issue->diags,
			          diag_of(issue, DIAG_WARNING, head), "%s",
			          _("This headline has no text."));
	}
}

/* The first character of a line that nobody can read, from byte `at` on: its byte, or
 * NPOS.  All of them begin with one of three bytes. */
static size_t warn_next_unreadable(struct str text, size_t at)
{
	for (; at < text.len; at++) {
		unsigned char lead = (unsigned char)text.ptr[at];
		size_t next;

		if (lead >= 0xee && lead != 0xf0 &&
		    char_is_unreadable(char_at(text, at, &next)))
			return at;
	}
	return NPOS;
}

void warn_of_characters(struct issue *issue, size_t page)
{
	const struct range own = issue->pages[page].lines;
	size_t count = 0, line = 0, at = 0;

	for (size_t i = own.start; i < own.end; i++) {
		struct str text = issue->lines[i].text;
		size_t found = NPOS;

		while ((found = warn_next_unreadable(text, found + 1)) != NPOS)
			if (!count++) {
				line = i;
				at = found;
			}
	}
	if (count)
		diags_add(&issue->diags, diag_at(issue, DIAG_WARNING, line, at),
		          i18n_plural("%zu character of this page cannot be "
		                      "read; it is shown as 〓.",
		                      "%zu characters of this page cannot be "
		                      "read; they are shown as 〓.",
		                      count),
		          count);
}

void warn_of_jumps(struct issue *issue, size_t page)
{
	const struct range own = issue->pages[page].passages;
	/* An issue of one page has no other page. */
	enum diag_level level =
		issue->page_count > 1 ? DIAG_WARNING : DIAG_NOTE;

	for (size_t i = own.start; i < own.end; i++) {
		const struct passage *passage = &issue->passages[i];
		const struct jump *jump = passage->jump;

		if (jump && jump->page &&
		    issue_page_by_number(issue, jump->page, page) == NPOS)
			diags_add(&issue->diags, diag_of(issue, level, passage),
			          _("Page %zu is not in this issue’s files."),
			          jump->page);
	}
}
