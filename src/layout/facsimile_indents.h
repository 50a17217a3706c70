/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_INDENTS_H
#define LAYOUT_FACSIMILE_INDENTS_H

#include "layout/facsimile_plan.h"

/*
 * Sets how far the lines of a text block are set in, and how many cells it needs.  The
 * edges are those of the lines around, so that a page which was scanned askew has no
 * indents from that.  `left` and `right` are set to where most of the lines begin and
 * end.  Lines of display type and of the other direction are not set in.
 */
void facsimile_indent_lines(struct facsimile *plan,
                            struct facsimile_block *block, float *left,
                            float *right);

#endif
