/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_FURNITURE_WORDS_H
#define LOAD_LINES_FURNITURE_WORDS_H

#include "base/str.h"
#include "load/lines/cues.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The words of page furniture: running heads and feet, mastheads, folios.  In Chinese
 * they are parted by spaces, in Latin letters by wide spaces or marks.
 */

/* The words of a line, counted by cue. */
struct furniture_words {
	size_t count[CUE_COUNT];
	size_t all;
	size_t other;      /* of no cue */
	size_t long_other; /* of no cue, and too long for the name of a section */
};

/* The next word of a line at or after byte *at, which goes behind it; empty at the
 * end of the line. */
struct str furniture_next_word(struct str line, size_t *at);

/* The cue of furniture that a word has; CUE_COUNT: none. */
enum cue furniture_cue(struct str word);

struct furniture_words furniture_count_words(struct str line);

/* Is a line at the head of the page, or at its foot, furniture?  `outermost` says
 * that it is the first line of the page or the last. */
bool furniture_is_at_edge(struct str line, bool at_foot, bool outermost);

/* Is a line in the middle of the page furniture?  It has several words. */
bool furniture_is_inside(struct str line);

#endif
