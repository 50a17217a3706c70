/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_FRAMES_H
#define ISSUE_FRAMES_H

#include "issue/issue.h"

/*
 * The marks by which an export in Markdown says what each passage is, so that it
 * can be read again as the same articles.  Written by export/markdown.c, read by
 * load/reprint.c.  What Markdown has no mark for stands in a comment.
 */

/* What stands before and behind the text of a passage of this role. */
struct frame {
	struct str before, after;
};
struct frame role_frame(enum role role);

/* An article begins: ARTICLE_MARK kind ARTICLE_PAGE number …COMMENT_END. */
#define ARTICLE_MARK "<!-- baolan: "
#define ARTICLE_PAGE ", page "
#define COMMENT_END  " -->"
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
