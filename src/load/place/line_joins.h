/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_LINE_JOINS_H
#define LOAD_PLACE_LINE_JOINS_H

#include "load/place/placing.h"

/*
 * Lines that are one: parts that stand apart, or in other type, are joined.  What is
 * joined to another line has no characters afterwards, a block whose lines are gone no
 * lines (blocks_drop_empty()).
 */

/* A large first letter of several lines goes before the first of them (drop cap).  Before
 * there are blocks. */
void line_joins_caps(struct placing *placing);

/* A mark of a list, in type of its own, goes before its line. */
void line_joins_bullets(struct placing *placing);

/* Parts of a row that was cut, which fill their column together, or stand near. */
void line_joins_rows(struct placing *placing);

#endif
