/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_CUE_MONTH_H
#define LOAD_LINES_CUE_MONTH_H

#include "base/str.h"

#include <stddef.h>

/* Reads the name of a month at byte `at` of a line, in one of the languages of papers,
 * in English in capitals and shortened, too.  Returns the byte behind it, which is `at`
 * where there is none, and sets *month, 1 to 12. */
size_t cue_month_read(struct str line, size_t at, size_t *month);

/* Adds the characters that such a name can begin with to `chars`, some twice. */
void cue_month_add_chars(struct buf *chars);

#endif
