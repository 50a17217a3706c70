/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_ASSIGN_MOVES_H
#define LOAD_PLACE_ASSIGN_MOVES_H

#include "load/place/assignment.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The moves of the search for an assignment (assign.h).  The articles of more than
 * MOVES_COLUMNS columns stay as they are.
 */
#define MOVES_COLUMNS 24

/* Makes the best move that takes columns from article `a`; false if none makes the
 * assignment cheaper, or the time is up. */
bool assign_move_best(struct assignment *assignment, size_t a);

/* By how much the assignment costs more if the column at `at` of article `a` is in the
 * best other article, or in one of its own; < 0: the time is up. */
float assign_move_margin(struct assignment *assignment, size_t a, size_t at);

#endif
