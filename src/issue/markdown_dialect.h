/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_MARKDOWN_DIALECT_H
#define ISSUE_MARKDOWN_DIALECT_H

#include "issue/issue.h"

/*
 * The marks by which an export in Markdown says what each passage is, so that it
 * can be read again as the same articles: written by export/markdown.c, read by
 * load/input/form_markdown.c.  What Markdown has no mark for stands in a comment.
 */

/* What stands before and behind the text of a passage of this role. */
struct frame {
	struct str before, after;
};
struct frame role_frame(enum role role);

/* Appends `text` so that no mark of it is taken for one of Markdown's. */
void frames_add_escaped(struct buf *out, struct str text);

/* What the mark of an article says of it. */
struct article_frame {
	struct str kind; /* kind_name() */
	size_t page;     /* number */
	struct head_order printed;
	struct str label, paper, date; /* of its page; empty: not known */
};

/* Appends a passage, or the mark that an article begins, as a paragraph.  What
 * would end its line or a page is a space. */
void frames_add_passage(struct buf *out, enum role role, struct str text);
void frames_add_article(struct buf *out, const struct article_frame *article);

/* An article begins: ARTICLE_MARK kind ARTICLE_PAGE number COMMENT_END; before the end
 * of it may stand, in this order, ARTICLE_HEADS and a number for each of the first
 * passages: the order in which they were printed; ARTICLE_DATE and the day of its
 * page; ARTICLE_LABEL and how its number was printed; ARTICLE_PAPER and the name of the
 * paper. */
#define ARTICLE_MARK  "<!-- baolan: "
#define ARTICLE_PAGE  ", page "
#define ARTICLE_HEADS ", printed"
#define ARTICLE_DATE  ", date "
#define ARTICLE_LABEL ", label "
#define ARTICLE_PAPER ", paper "
#define COMMENT_END   " -->"
/* A paragraph that ends like this says where the text is from, and is none of
 * it. */
#define SOURCE_MARK " <!-- source -->"
/* It stands between two of them. */
#define ARTICLE_RULE "---"

/* These are escaped by a backslash: the first anywhere, the second at the head
 * of a passage. */
#define ESCAPED       "\\`*_[]<&"
#define ESCAPED_FIRST "#>+-=~|"

#endif
