/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_LINEBREAK_H
#define TEXT_LINEBREAK_H

#include "base/str.h"

/*
 * Where a line may end by the general rules: UAX #14 without tailoring, of the
 * Unicode version its table names.  The C library and libunistring are not asked,
 * so lines are the same on every machine.
 */

/* Sets breaks[at], for each byte of `text`, to 1 where a line may begin, else to
 * 0; inside a character and at byte 0 it may not.  Invalid UTF-8 is taken byte by
 * byte as U+FFFD. */
void linebreak_find(struct str text, char *breaks);

#endif
