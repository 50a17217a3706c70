/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_WORD_MARKS_H
#define UI_VIEW_WORD_MARKS_H

#include "ui/state.h"

/* What is shown of the word of the cursor, beside the word itself. */

/* Puts the cursor of the terminal, which screen readers follow, at the word. */
void word_marks_draw(struct app *app);

/* Draws word, pinyin and first gloss at the foot, from cell `col` of the area on; returns
 * where hints may follow. */
int word_marks_draw_foot(struct app *app, struct area area, int col);

#endif
