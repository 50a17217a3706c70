/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BUILT_H
#define TESTS_BUILT_H

#include "issue/issue.h"
#include "load/segment/units.h"

/* What the stages of load/build/ are given by tests, and what they made of it. */

/* A page of lines whose units a test names itself. */
struct hand_page {
	struct issue *issue;
	struct printed_lines lines;
	struct units units;
};

/* `text` is borrowed, a line each; there are no units yet. */
void hand_page_init(struct hand_page *page, const char *text);
void hand_page_release(struct hand_page *page);

/* Adds a unit of the printed lines [first, end), and returns its index. */
size_t hand_page_unit(struct hand_page *page, enum unit_kind kind, size_t first,
                      size_t end);

/* Appends the passages [from, …) as "head 题 | body 文。", those of an article behind
 * its number where `articles` is set: "1: head 题". */
void built_add_passages(struct buf *out, const struct issue *issue, size_t from,
                        bool articles);

/* Appends blocks as "head 0-0 | body 1-3": parts, and the lines of their columns. */
void built_add_blocks(struct buf *out, const struct block *blocks,
                      size_t count);

/* Fails, and says both, unless they are equal. */
void assert_built(const char *what, struct buf *got, const char *want);

#endif
