/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_SPAN_H
#define LAYOUT_FACSIMILE_SPAN_H

#include "layout/facsimile_columns.h"
#include "layout/facsimile_plan.h"
#include "layout/sheet.h"

/* Sets the cells of what spans columns: those of the columns over which headlines,
 * pictures and rules were printed, and for the edges of a box those around the blocks in
 * it.  Headlines that are longer are broken.  Sets columns->end. */
void facsimile_span_blocks(struct facsimile_columns *columns,
                           struct facsimile *plan);

/* How a line of display type stands in the columns that it spans. */
enum align facsimile_align(const struct facsimile_columns *columns,
                           const struct facsimile *plan,
                           const struct facsimile_block *block,
                           const struct facsimile_line *line);

#endif
