/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_COLUMN_BLOCKS_H
#define LOAD_BUILD_COLUMN_BLOCKS_H

#include "issue/issue.h"
#include "load/lines/printed_line.h"

#include <stddef.h>

/*
 * Sets columns and column_count of `block` to the columns of the printed lines
 * [first, end), first < end, in the issue's arena.
 *
 * Where places are known the columns are those of the lines.
 *
 * Else column arithmetic: the columns of a block are equally long, and a blank line stands
 * between two of them.  A blank line in mid sentence is a certain end of a column
 * (unless the next line begins with an opening mark, which hangs out of its column, so
 * that extractors part it, or a drop cap stands on either side).  Among 2 to 9 columns, the number that divides the lines
 * evenly and explains most of these ends is taken; where none explains any, the block
 * is cut at each of them.  O(lines x 9).  Blocks of more than 50 lines without such
 * a sign are cut into even parts, as no printed column is that long.  Heads and teasers
 * are one column.
 */
void column_blocks_find(struct block *block, struct issue *issue,
                        const struct printed_lines *lines, size_t first,
                        size_t end);

#endif
