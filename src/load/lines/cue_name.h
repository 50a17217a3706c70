/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_CUE_NAME_H
#define LOAD_LINES_CUE_NAME_H

#include "base/str.h"

#include <stddef.h>

/*
 * Names of people and places in alphabets, which the patterns of cues.h have signs for.
 * Each function reads from byte `at` of a line and returns the byte behind the name, which
 * is `at` where there is none.
 */

/* Words that each begin with a capital, eight at most, and between them words such as
 * "and", "of", "von", "de": Jane Doe, Ludwig van der Roe, Lake City. */
size_t cue_name_end(struct str line, size_t at);

/* Words of nothing but capitals, with at least two of them: NEW YORK, ST. LOUIS, D.C. */
size_t cue_capitals_end(struct str line, size_t at);

/* Adds the characters that both can begin with to `chars`, and some small letters. */
void cue_name_add_chars(struct buf *chars);

#endif
