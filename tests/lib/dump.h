/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_DUMP_H
#define TESTS_DUMP_H

#include "base/str.h"

struct issue;
struct printed_lines;
struct sheet;

/* What stages made, as text that a person can read in a golden. */

/* Pages with their blocks, articles with their passages, lines of the file. */
void dump_structure(struct buf *out, const struct issue *issue);

/*
 * Articles and their passages in the fewest words, a line each: the kind of an
 * article; the role of a passage and its text, the middle of a long one left
 * out.  Furniture comes last.
 */
void dump_outline(struct buf *out, const struct issue *issue);

/* A character for each printed line: . is the flow, F furniture, Q a quote, C a
 * caption, L a large first letter, T a row of a table. */
void dump_asides(struct buf *out, const struct printed_lines *lines);

/* The whole sheet with its rules, row by row, no space at line ends. */
void dump_sheet(struct buf *out, const struct sheet *sheet);

#endif
