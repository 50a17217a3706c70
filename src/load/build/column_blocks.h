/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_COLUMN_BLOCKS_H
#define LOAD_BUILD_COLUMN_BLOCKS_H

#include "issue/issue.h"
#include "load/lines/printed_line.h"

#include <stddef.h>

/*
 * The columns of a block of printed lines, from arithmetic: columns of a block
 * are equally long, and between two of them stands a blank line; a blank line in
 * mid sentence is such a place, unless the next line begins with an opening
 * mark (which hangs out of its column, so that extractors part it).
 *
 * Sets columns and column_count of `block`, in the issue's arena, for the
 * printed lines [first, end), first < end.  Heads and teasers are one column.
 */
void column_blocks_find(struct block *block, struct issue *issue,
                        const struct printed_lines *lines, size_t first,
                        size_t end);

#endif
