/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_WARNINGS_H
#define LOAD_BUILD_WARNINGS_H

#include "load/label/labels.h"
#include "load/lines/printed_line.h"

#include <stddef.h>

struct issue;

/* Diagnostics of what was odd on a page, each with its line and column. */

/* Lines wider than the column they were read in. */
void warn_of_lines(struct issue *issue, const struct flow *flow,
                   const struct labelled *labels);

/* Headlines without a text and without a jump to one, on page `page`. */
void warn_of_articles(struct issue *issue, size_t page);

/* Jumps to pages that are not in the issue, which is whole. */
void warn_of_jumps(struct issue *issue, size_t page);

#endif
