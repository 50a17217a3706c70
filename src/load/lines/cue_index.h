/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_CUE_INDEX_H
#define LOAD_LINES_CUE_INDEX_H

#include "load/lines/cue_anchor.h"
#include "load/lines/cues.h"

/*
 * The cues that a text cannot match, told at once for all cues by its characters: each
 * row of the cue table needs one of certain characters at a certain place of the text
 * (cue_anchor.h), and most texts have none of them.  One pass over the text; the index
 * costs about as much as asking some ten texts for all cues.
 */

/* Sets of cues have a bit for each: 1 << CUE_DATE. */
_Static_assert(CUE_COUNT < 64, "a set of cues is an integer of 64 bits");

#define CUE_INDEX_BUCKETS 512

/* The cues that a character at a place speaks for.  Characters share buckets by a hash,
 * so that a set may hold a cue too many, but never misses one. */
struct cue_index {
	uint64_t cues[CUE_PLACE_COUNT][CUE_INDEX_BUCKETS];
	uint64_t always; /* cues that need no character */
};

void cue_index_init(struct cue_index *index);

/* The cues that cue_matches() denies of `text`, or some of them.  The text begins with no
 * white space. */
uint64_t cue_index_rule_out(const struct cue_index *index, struct str text);

#endif
