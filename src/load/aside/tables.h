/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_ASIDE_TABLES_H
#define LOAD_ASIDE_TABLES_H

struct printed_lines;

/*
 * Sets the rows of tables aside (ASIDE_ROW), each line as a unit of its own: prices,
 * timetables, results, weather, puzzles.  Rows are lines that stand under each other and
 * have as many cells, or end in as many numbers; the line above them that heads the cells
 * is one of them.  Time: O(bytes).
 */
void tables_find(struct printed_lines *lines);

#endif
