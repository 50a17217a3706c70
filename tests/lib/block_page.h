/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BLOCK_PAGE_H
#define TESTS_BLOCK_PAGE_H

#include "load/place/page_index.h"
#include "load/place/placing.h"

/*
 * A page whose blocks are known by their lines, for tests of what blocks are and of
 * columns, heads and paragraphs.  Lengths are in em of 10 pt; the page is 100 em wide
 * and high.  Each line of the notation is one of:
 *
 *   block EM FLAGS    begins a block of that size; FLAGS: h display type, f another face
 *                     than running text, c in colour, l Latin, x across the main
 *                     direction, - none
 *   S0 S1 T WORDS     a line of it: its ends and its middle
 *   rule T S0 S1      a rule along s
 *   wall S T0 T1      a rule along t
 *   box, fill, picture S0 S1 T0 T1    smaller ones first
 *   vertical          lines of the page run down
 *
 * Words may be followed by " @" and a size: the first character of the line is a drop
 * cap.  A line that begins with a full-width opening mark begins in its white half.
 */
struct block_page {
	struct page_chars chars;
	struct placing placing;
	struct page_index index;
};

/* A notation that is wrong ends the test. */
void block_page_init(struct block_page *page, const char *notation);
void block_page_release(struct block_page *page);

/* The kinds of the blocks, a letter each: T text, S small, D display, s subhead,
 * C caption, Q quote, F furniture. */
void block_page_kinds(const struct block_page *page, struct buf *kinds);

/* The blocks of each column and of each head: "0+2 1". */
void block_page_columns(const struct block_page *page, struct buf *columns);
void block_page_heads(const struct block_page *page, struct buf *heads);

/* Runs the stages up to the edges of lines, then that of columns and that of heads. */
void block_page_place(struct block_page *page);

#endif
