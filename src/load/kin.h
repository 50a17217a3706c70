/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_KIN_H
#define LOAD_KIN_H

#include "load/stories.h"

/* Which parts belong to which story: pull quotes and captions to the text they
 * speak of, and a rest that stands elsewhere to the story it goes on from. */

/* Gives each quote and caption of the page to a story; a page without stories
 * keeps them unowned. */
void kin_give_asides(struct stories *stories);

/* Sets home and home_share of stories that have no head and no dateline, from
 * their distance, words, names, and the quote that stands beside them.  Asides
 * must be given. */
void kin_find_homes(struct stories *stories);

#endif
