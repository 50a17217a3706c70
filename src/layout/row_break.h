/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_ROW_BREAK_H
#define LAYOUT_ROW_BREAK_H

#include "text/wrap.h"

#include <stddef.h>

/* What is broken off a row of a table is set in by so much. */
#define ROW_BREAK_COLS 4

/*
 * The line of a row of a table (ROLE_ROW) that begins at byte `start` and takes at most
 * `cols` cells, as wrap_line() gives it, but broken between two cells: at the last wide gap,
 * else at the last blank, else as any text.  Of a wide gap only the two blanks that part
 * the cells are dropped, so that numbers stay flush right.
 */
struct wrap_line row_break_line(const struct wrap *wrap, size_t start,
                                int cols);

#endif
