/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PLACE_H
#define LOAD_PLACE_PLACE_H

#include "load/place/char_grid.h"
#include "load/place/directions.h"
#include "load/place/frame.h"
#include "load/place/placing.h"
#include "load/place/rows.h"
#include "load/place/shapes.h"

/*
 * Finds the lines and blocks of a page, whose characters are in placing->chars: those are
 * cleaned (clean.h), each of them is in exactly one line then, and each line in exactly
 * one block.  Also the direction and frame of the page, its rules, boxes, pictures, and
 * the type of running text.  What stands in the file before what decides nothing but
 * spaces between letters and which letters climb.  Linear in characters and shapes, but
 * for sorting.
 */
void place_lines_and_blocks(struct placing *placing);

/* The same in steps: what its stages pass on. */
struct block_placer {
	struct placing *placing; /* borrowed */
	size_t stage;            /* the next one */
	bool vertical;           /* the direction whose turn it is */
	/* Owned, as far as they are made. */
	struct directions *directions;
	bool *down;
	struct frame_char *chars;
	struct page_rules rules;
	struct frame_rules frame_rules;
	struct char_grid grid;
	struct rows rows;
};

void block_placer_init(struct block_placer *placer, struct placing *placing);

/* Does a stage or a part of one, linear in characters and shapes but for sorting; false:
 * that was the last. */
bool block_placer_step(struct block_placer *placer);

/* At any time; nothing for a placer that is zero. */
void block_placer_release(struct block_placer *placer);

#endif
