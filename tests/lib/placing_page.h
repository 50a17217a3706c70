/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PLACING_PAGE_H
#define TESTS_PLACING_PAGE_H

#include "load/place/placing.h"

/*
 * A page whose columns and heads are known, for tests of what comes behind them.  Each
 * line of the notation is a thing of the page.  Places are in em of 10 pt, s0 s1 t0:
 *
 *   text S0 S1 T0 LINES FLAGS FIRST/LAST   a column: FIRST and LAST are the words of its
 *                                first and last line; FLAGS: i set in, s its last line
 *                                is short, l Latin, b large type, - none
 *   more ...                     the same, as another block of the last column
 *   sub S0 S1 T0 WORDS           a subhead: a column, or part of the last one with `more`
 *                                behind it
 *   below S0 S1 T0 WORDS         a subhead in the last column
 *   head S0 S1 T0 EM WORDS       a head: one line of that size; under 1, small type
 *   deck S0 S1 T0 EM WORDS       another block of the last head
 *   across S0 S1 T0 EM WORDS     a head whose lines run across
 *   quote, caption S0 S1 T0 LINES WORDS
 *   furniture S0 S1 T0 WORDS
 *   rule T S0 S1                 a rule along s
 *   wall S T0 T1                 a rule along t
 *   box, picture S0 S1 T0 T1     before what stands in it
 *
 * Lines are 1.5 em from each other; the page has indents of 2 em unless `plain` says
 * that it has none.
 */
struct placing_page {
	struct page_chars chars;
	struct placing placing;
};

/* A notation that is wrong ends the test. */
void placing_page_init(struct placing_page *page, const char *notation);
void placing_page_release(struct placing_page *page);

#endif
