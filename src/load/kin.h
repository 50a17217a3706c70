/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_KIN_H
#define LOAD_KIN_H

#include "load/pieces.h"

/* Which stories belong to which: pull quotes to the text they are from, and a
 * rest that stands elsewhere to the story it goes on from. */

/* Sets quote_of: a story most of whose 4-grams stand in a longer one. */
void kin_find_quotes(struct stories *stories);

/* Sets home and home_share of stories that have no head and no dateline, from
 * their distance, words, names, and the quote that stands beside them.  Heads
 * must be assigned. */
void kin_find_homes(struct stories *stories);

#endif
