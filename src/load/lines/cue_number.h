/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_CUE_NUMBER_H
#define LOAD_LINES_CUE_NUMBER_H

#include "base/str.h"

#include <stddef.h>

/* Reads the number at byte `at` of a line in any of the ways a newspaper writes one: 12,
 * １２, 十二, 一二, ②.  Returns the byte behind it, which is `at` where there is no
 * number, and sets *number. */
size_t cue_number_read(struct str line, size_t at, size_t *number);

/* Adds all characters that a number can begin with to `chars`, as UTF-8. */
void cue_number_add_chars(struct buf *chars);

#endif
