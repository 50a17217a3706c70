/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PARTED_H
#define TESTS_PARTED_H

#include "base/str.h"

/* Texts that are parted by rules of Unicode, and the test files of its database. */

/* `text` with '|' between its parts; caller frees. */
typedef char *parted_fn(struct str text);

/* Fails the test unless `want` without its '|' is parted as it is. */
void parted_check(const char *want, parted_fn *parted);

/* Parts the texts of LineBreakTest.txt or GraphemeBreakTest.txt, prints those that
 * are parted otherwise than it says, and counts them.  Returns a status: 0 when all
 * hold, 1 when not, 2 when the file cannot be read. */
int parted_check_file(const char *name, parted_fn *parted);

#endif
