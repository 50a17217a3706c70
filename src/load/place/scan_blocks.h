/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_SCAN_BLOCKS_H
#define LOAD_PLACE_SCAN_BLOCKS_H

#include "load/place/scan_line.h"

/*
 * Finds the blocks of a page whose program gives none, by places alone: a block begins with a
 * column, behind room, with another size of type, and where lines in the middle of their
 * column begin or end.  Sets begins_block of `lines`, which are those of `page`, and
 * blocks_are_found.
 */
void scan_blocks_find(struct scan_line *lines, struct scan_page *page);

#endif
