/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_PINYIN_ROW_H
#define UI_VIEW_PINYIN_ROW_H

#include "ui/state.h"

#include <stddef.h>

/* Pinyin above the line of the word cursor (行间注, CLREQ): each reading stands above its
 * word, centred, and may hang over what is beside the word. */

/* A word of a line and its reading, in cells. */
struct pinyin_item {
	int left, cols;   /* the word */
	int reading_cols; /* 0: it has none */
	bool has_room;    /* there is a place for the reading: */
	int at;           /* its first cell */
};

/*
 * Gives readings their places between cells `left` and `right`.  That of item `chosen` has
 * its place first; the others follow to both sides, a cell apart at least.  One that would
 * not cover all of its word, or, where it is shorter, not stand within it, is left out, so
 * that each is seen to be that of the word below it.  O(items).
 */
void pinyin_row_place(struct pinyin_item *items, size_t count, size_t chosen,
                      int left, int right);

/* Draws the row above the line in which the word of the cursor begins, on a sheet with
 * leading (layout/leading.h). */
void pinyin_row_draw(struct app *app);

#endif
