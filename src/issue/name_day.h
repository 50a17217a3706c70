/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_NAME_DAY_H
#define ISSUE_NAME_DAY_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* The day or year in the name of a file: 1930-04-03-p2.txt, p1_19300403.pdf,
 * 1930/04/03/1.txt, issue-1930.txt. */

#define NAME_DAY_DIGITS      8 /* 19300403 */
#define NAME_DAY_YEAR_DIGITS 4
#define NAME_DAY_CHARS       10 /* 1930-04-03 */

/* The digits from byte `at` on, also across the separators of a date: 1930-04-03,
 * 19300403, 1930.  Returns their number, which may be above NAME_DAY_DIGITS; *next is set
 * to the byte behind them. */
size_t name_day_digits(struct str name, size_t at, char digits[NAME_DAY_DIGITS],
                       size_t *next);

/* Are the first four digits a year of newspapers? */
bool name_day_is_year(const char digits[NAME_DAY_DIGITS]);

/* The last day that stands in a path, as YYYY-MM-DD; false: there is none. */
bool name_day_find(struct str path, char day[NAME_DAY_CHARS + 1]);

#endif
