/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_BLOCKS_H
#define LOAD_PLACE_BLOCKS_H

#include "load/place/placing.h"
#include "load/place/shapes.h"

#include <stdbool.h>
#include <stddef.h>

/* Lines of one type that stand under each other, as blocks. */

/* Adds the blocks of the lines of one direction, and sets line.block.  Lines that run down
 * the page also part where their pitch jumps, as articles stand side by side there. */
void blocks_add(struct placing *placing, bool vertical,
                const struct page_rules *rules);

/* Sets what a block is from its lines, of which there is at least one: place, type,
 * edges, pitch.  Kind, box and picture stay as they are. */
void block_measure(struct placing *placing, struct placed_block *block);

/* Drops lines without characters and blocks without lines; indices follow. */
void blocks_drop_empty(struct placing *placing);

#endif
