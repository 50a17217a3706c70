/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_MARKDOWN_PAGE_H
#define LOAD_BUILD_MARKDOWN_PAGE_H

#include <stddef.h>

struct issue;
struct reprint;

/*
 * Builds the articles of page `page` from the marks that its lines carry: an
 * article begins where a mark says so, and body lines that follow each other
 * without a blank line between them are one paragraph.  Nothing is guessed.  Text
 * before the first article becomes an article of its own.  The pages before it
 * have their articles.
 */
void markdown_page_build(struct issue *issue, size_t page,
                         const struct reprint *reprint);

#endif
