/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PLACE_H
#define LOAD_PLACE_PLACE_H

#include "load/place/placing.h"

/*
 * Finds the lines and blocks of a page, whose characters are in placing->chars: those are
 * cleaned (clean.h), each of them is in exactly one line then, and each line in exactly
 * one block.  Also the direction and frame of the page, its rules, boxes, pictures, and
 * the type of running text.  What stands in the file before what decides nothing but
 * spaces between letters and which letters climb.  Linear in characters and shapes, but
 * for sorting.
 */
void place_lines_and_blocks(struct placing *placing);

#endif
