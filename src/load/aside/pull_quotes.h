/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_ASIDE_PULL_QUOTES_H
#define LOAD_ASIDE_PULL_QUOTES_H

#include "issue/issue.h"
#include "load/lines/printed_line.h"

/*
 * Pull quotes: lines whose words, marks and all, stand a second time in the
 * running text, there in the middle of lines, here from the beginning of one
 * line to the end of another.  Joined text is compared, never lines.
 *
 * `others` are pages of the issue whose text may be quoted too: those on which
 * an article of this page goes on.  Sets the lines of quotes aside, a group a
 * quote.
 */
void pull_quotes_find(struct printed_lines *lines, const struct issue *issue,
                      const size_t *others, size_t other_count);

#endif
