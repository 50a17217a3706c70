/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_INPUT_LIMITS_H
#define LOAD_INPUT_INPUT_LIMITS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct load_options;

/* How much is read of files and pipes. */

/* Most of a PDF is fonts and pictures, so it may have more. */
#define INPUT_LIMIT_PDF_BYTES ((size_t)256 * 1024 * 1024)

/* The bytes of all other input together; `options` may be NULL. */
size_t input_limit_bytes(const struct load_options *options);

/* The most lines that these bytes can be, in any encoding. */
size_t input_count_lines(struct str bytes);

/* Are these first bytes of a file text that is read line by line, so that it can be read
 * before its end has come?  May so much be read of a pipe, with so many lines in it? */
bool input_may_grow(struct str bytes);
bool input_may_hold(struct str bytes, size_t lines);

#endif
