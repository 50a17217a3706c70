/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_BLOCKS_H
#define LAYOUT_FACSIMILE_BLOCKS_H

#include "layout/facsimile_plan.h"

/* A page with more blocks of lines has none that could be told apart: its boxes are
 * damaged. */
#define FACSIMILE_BLOCKS_MOST 4096

/* Finds the blocks of a page that has boxes.  O(lines x marks), of which so many as a page
 * has are looked at.  False: there are too many blocks.  Release with
 * facsimile_release(), also then. */
bool facsimile_init(struct facsimile *plan, struct page_lines *page_lines,
                    const struct page *page, int window_rows, int window_cols);

#endif
