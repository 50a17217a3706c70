/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_KEYS_H
#define TESTS_KEYS_H

#include "base/str.h"

#include <stdbool.h>

/* What a keyboard sends (xterm, application cursor keys). */

/* The bytes of the next key of *text, which moves on: a character, or one that
 * has a name, as in <Enter>.  False at the end. */
bool keys_next(char **text, struct str *key);

/* Any key, with and without a meaning to the program, but none that leaves it;
 * the same ones for the same *seed, which moves on. */
struct str keys_random(unsigned *seed);

#endif
