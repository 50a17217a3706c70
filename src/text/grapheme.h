/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_GRAPHEME_H
#define TEXT_GRAPHEME_H

#include "base/str.h"

#include <stddef.h>

/* The end of the extended grapheme cluster (UAX #29) that begins at byte `at` <
 * text.len.  grapheme_table.inc names the version of Unicode.  A byte that is not UTF-8
 * counts as U+FFFD. */
size_t grapheme_end(struct str text, size_t at);

#endif
