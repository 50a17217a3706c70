/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_HEAD_SEAMS_H
#define LOAD_SEGMENT_HEAD_SEAMS_H

#include "load/segment/units.h"

#include <stdbool.h>

/*
 * The seams between printed lines of a headline: some break a word to fit the columns, at
 * others a phrase ends and another begins, which a reader hears as a pause (凌晨两点的城市菜
 * 篮子 / 城北批发市场搬家记).
 */

/* Is a word broken between a line that ends in `one` and one that begins with `two`?  Then
 * some text of the page has the two characters at the break next to each other.  O(page). */
bool head_seam_in_word(const struct units *units, struct str one,
                       struct str two);

/* Do two phrases of ideographs meet there?  Neither is a word broken, nor is a bracket open,
 * nor does what stands last or first need the other line, nor is a clause so short that it
 * goes on. */
bool head_seam_is_pause(const struct units *units, struct str one,
                        struct str two);

#endif
