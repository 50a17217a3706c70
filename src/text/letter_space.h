/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_LETTER_SPACE_H
#define TEXT_LETTER_SPACE_H

#include "base/str.h"
#include "text/glyph.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Spaced headlines, as papers set them across many columns: a blank cell stands between two
 * ideographs or the like.  Letters, numbers, and marks with a white half stay as they are.
 */

/* Does a blank follow `glyph` of the text when the text is spaced? */
bool letter_space_follows(struct str text, const struct glyph *glyph,
                          int ambiguous_cols);

/* How many blanks stand in bytes [start, end) of the text; behind its last character none
 * stands. */
int letter_space_cols(struct str text, size_t start, size_t end,
                      int ambiguous_cols);

#endif
