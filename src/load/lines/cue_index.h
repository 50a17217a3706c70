/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_CUE_INDEX_H
#define LOAD_LINES_CUE_INDEX_H

#include "load/lines/cues.h"

/*
 * The cues that a text cannot match, told at once for all cues by its characters: each
 * row of the cue table needs one of certain characters at a certain place of the text
 * (cue_anchor.h), and most texts have none of them.  One pass over the text; the index
 * costs about as much as asking some hundred texts for all cues.
 */

/* Sets of cues have a bit for each: 1 << CUE_DATE. */
_Static_assert(CUE_COUNT < 64, "a set of cues is an integer of 64 bits");

struct cue_index;

/* One is enough for all pages; it never changes. */
struct cue_index *cue_index_new(void);
void cue_index_free(struct cue_index *index); /* may be NULL */

/* The cues that cue_matches() denies of `text`, or some of them.  The text begins with no
 * white space. */
uint64_t cue_index_rule_out(const struct cue_index *index, struct str text);

#endif
