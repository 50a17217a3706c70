/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_MARKDOWN_DIALECT_H
#define ISSUE_MARKDOWN_DIALECT_H

#include "issue/issue.h"

/*
 * The dialect of Markdown of exports: marks that say what each passage is, so that an
 * export is read again as the same articles.  export/markdown.c writes it,
 * load/input/form_markdown.c reads it.  Roles for which Markdown has no mark are named
 * in comments.
 */

/* The marks before and behind the text of a passage of a role. */
struct role_marks {
	struct str before, after;
};
struct role_marks dialect_role_marks(enum role role);

/* Appends `text` with backslashes before all that Markdown would take for a mark. */
void dialect_add_escaped(struct buf *out, struct str text);

/* The contents of the mark at the beginning of an article, or of what stands of it on a
 * later page. */
struct article_mark {
	struct str kind; /* kind_name() */
	size_t page;     /* number of its page */
	bool is_later;   /* the article before goes on on that page */
	struct head_order printed;
	struct str label, paper, date; /* of that page; empty: not known */
};

/* Appends a passage, or the mark of an article, as a paragraph; rows of a table, one after
 * the other, as one block of code.  Newlines and form feeds of the text become spaces. */
void dialect_add_passage(struct buf *out, enum role role, struct str text);
void dialect_add_article(struct buf *out, const struct article_mark *article);

/*
 * The mark of an article: ARTICLE_MARK kind ARTICLE_PAGE number COMMENT_END.  Before
 * COMMENT_END may stand, in this order:
 *
 *   ARTICLE_LATER where it is no article but goes on with the one before
 *   ARTICLE_HEADS and a number for each of the first passages, their printed order
 *   ARTICLE_DATE  and the day of its page
 *   ARTICLE_LABEL and the number of its page as printed
 *   ARTICLE_PAPER and the name of the newspaper
 */
#define ARTICLE_MARK  "<!-- baolan: "
#define ARTICLE_PAGE  ", page "
#define ARTICLE_LATER ", goes on"
#define ARTICLE_HEADS ", printed"
#define ARTICLE_DATE  ", date "
#define ARTICLE_LABEL ", label "
#define ARTICLE_PAPER ", paper "
#define COMMENT_END   " -->"
/* The end of a paragraph that names the source and is no part of the text. */
#define SOURCE_MARK " <!-- source -->"
/* Before each row of a table: a block of code, in which nothing is escaped. */
#define ROW_MARK "    "
/* The line between two articles. */
#define ARTICLE_RULE "---"

/* The characters that get a backslash: anywhere, and at the beginning of a passage. */
#define ESCAPED       "\\`*_[]<&"
#define ESCAPED_FIRST "#>+-=~|"

#endif
