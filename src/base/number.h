/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include "base/str.h"

#include <stddef.h>

/* Numbers as a person types them in prompts and options: decimal digits without a
 * sign, also the full-width digits of an input method (１２). */

/* The number at the beginning of `text`, whose digits are then cut from `text`.  0:
 * there is no digit, or the number is not one from 1 to `most`. */
size_t number_take(struct str *text, size_t most);

/* The number that is all of `text` but white space at both ends; 0: as above, or
 * `text` holds something else. */
size_t number_read(struct str text, size_t most);

#endif
