/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_ODD_H
#define LOAD_ODD_H

#include "load/label/label.h"
#include "load/lines/printed_line.h"

#include <stddef.h>

struct issue;

/* Diagnostics of what was odd on a page, each with its line and column. */

/* Lines wider than the column they were read in. */
void odd_lines(struct issue *issue, const struct flow *flow,
               const struct labelled *labels);

/* Headlines without a text and without a jump to one, on page `page`. */
void odd_articles(struct issue *issue, size_t page);

/* Jumps to pages that are not in the issue, which is whole. */
void odd_jumps(struct issue *issue, size_t page);

#endif
