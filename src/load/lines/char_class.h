/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_CHAR_CLASS_H
#define LOAD_LINES_CHAR_CLASS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* The characters of a valid text, and what kind they are of. */

/* The first and the last code point of a text that is not empty. */
unsigned char_first(struct str text);
unsigned char_last(struct str text);

/* The byte where the last character of such a text begins. */
size_t char_last_start(struct str text);

/* The code point at byte `at` < text.len, and the byte after it in *next. */
unsigned char_at(struct str text, size_t at, size_t *next);

/* Is `c` one of the characters of `set`?  No ideograph is. */
bool char_in(unsigned c, const char *set);

/* Does `c` belong to running Chinese or Japanese text, marks included? */
bool char_is_cjk(unsigned c);

/* A mark that opens: “（《. */
bool char_opens(unsigned c);

/* How many characters of `text` are in `set`. */
size_t char_count_in(struct str text, const char *set);

/* How many characters `text` has but white space. */
size_t char_count_printed(struct str text);

#endif
