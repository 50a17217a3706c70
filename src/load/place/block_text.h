/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_BLOCK_TEXT_H
#define LOAD_PLACE_BLOCK_TEXT_H

#include "base/str.h"
#include "load/place/placing.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The words and the lines of a block.
 */

/* Adds the text of a block to `text`: its lines, with a space where words of an
 * alphabet meet. */
void block_text_add(const struct placing *placing,
                    const struct placed_block *block, struct buf *text);

/* Do the words of a block lead to another page, or come from one, and do nothing
 * else? */
bool block_is_jump(const struct placing *placing,
                   const struct placed_block *block);

/* Do they name who wrote a text, and nothing else? */
bool block_is_byline(const struct placing *placing,
                     const struct placed_block *block);

/* The first line of a block whose middle is at or behind t; line_count if none.
 * O(log n). */
size_t block_line_at(const struct placing *placing,
                     const struct placed_block *block, float t);

#endif
