/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_FRAMES_H
#define ISSUE_FRAMES_H

#include "issue/issue.h"

/*
 * The marks by which an export in Markdown says what each passage is, so that it
 * can be read again as the same articles.  Written by export/markdown.c and, of
 * an export in JSON, by load/json_issue.c; read by load/reprint.c.  What Markdown has no mark for stands in a comment.
 */

/* What stands before and behind the text of a passage of this role. */
struct frame {
	struct str before, after;
};
struct frame role_frame(enum role role);

/* Appends `text` so that no mark of it is taken for one of Markdown's. */
void frames_add_escaped(struct buf *out, struct str text);

/* Appends a passage, or the mark that an article begins, as a paragraph.  What
 * would end its line or a page is a space. */
void frames_add_passage(struct buf *out, enum role role, struct str text);
void frames_add_article(struct buf *out, struct str kind, size_t page,
                        const struct head_order *printed);

/* An article begins: ARTICLE_MARK kind ARTICLE_PAGE number COMMENT_END; before the end
 * of it may stand ARTICLE_HEADS and a number for each of the first passages: the order
 * in which they were printed. */
#define ARTICLE_MARK  "<!-- baolan: "
#define ARTICLE_PAGE  ", page "
#define ARTICLE_HEADS ", printed"
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
