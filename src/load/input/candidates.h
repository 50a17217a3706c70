/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_CANDIDATES_H
#define LOAD_INPUT_CANDIDATES_H

#include "load/input/charset.h"

#include <stdbool.h>

/*
 * Encodings compared by what they make of the same bytes: each candidate decodes a
 * sample, every character of the result has a weight for each of its bytes, and the
 * highest sum wins.  Common characters of newspapers weigh most; control characters and
 * bytes that cannot be decoded have a negative weight.
 */

/* The encoding of the highest sum among those whose converters are installed; NULL: none
 * is.  *runner_up is the next one if its sum is less than a twelfth lower, else NULL. */
const struct charset *candidates_best(struct str sample,
                                      const struct charset **runner_up);

/* The byte order of UTF-16 of the higher sum. */
const struct charset *candidates_best_utf16(struct str sample);

/* Are the converters of all candidates installed? */
bool candidates_are_here(void);

#endif
