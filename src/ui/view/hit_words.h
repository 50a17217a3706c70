/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_HIT_WORDS_H
#define UI_VIEW_HIT_WORDS_H

#include "search/hits.h"
#include "ui/reading.h"
#include "ui/term/canvas.h"

#include <stdbool.h>

/*
 * A hit with the words around it in one row.  The words are those of its sentence; where
 * these have no room they are cut where a line may end, so that no word is cut unless it
 * has no room itself, and never inside another hit.  An ellipsis stands where they are cut.
 */
struct hit_words {
	struct hit shown; /* the hit and the words around it, as a hit */
	bool cut_before, cut_behind;
};

/* What is shown of a hit (index) in `cols` cells.  The words before it take a third of them
 * at most, so that hits of rows below each other stand close to one column. */
struct hit_words hit_words_fit(const struct reading *reading, size_t hit,
                               int cols);

/* Draws it from cell `col` of a row on; a space stands where a page cuts the words. */
void hit_words_draw(const struct hit_words *words,
                    const struct reading *reading, struct canvas *canvas,
                    struct area area, int row, int col);

#endif
