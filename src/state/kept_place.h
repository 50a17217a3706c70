/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STATE_KEPT_PLACE_H
#define STATE_KEPT_PLACE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/*
 * A place in an issue that outlives it: by the words that begin there.  They are found
 * again when the issue was corrected, opened at another path, or its text was extracted
 * anew with other line ends.  Where several places have the same words, that which is
 * nearest to the page and the line is meant.
 */
struct kept_place {
	size_t page;      /* index */
	size_t line;      /* number in its file */
	struct str words; /* letters without white space; borrowed */
};

#define KEPT_PLACE_LETTERS 32

/* The place of byte `at` of a passage (index); its words are appended to `words`, from
 * which they are borrowed. */
struct kept_place kept_place_of(const struct issue *issue, size_t passage,
                                size_t at, struct buf *words);

/* Finds a place in what is loaded of an issue: its passage and the byte there.  False: its
 * words are not there.  Costs a look at each passage. */
bool kept_place_find(const struct issue *issue, const struct kept_place *place,
                     size_t *passage, size_t *at);

#endif
