/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PICTURE_H
#define TESTS_PICTURE_H

#include "base/str.h"

#include <stdbool.h>
#include <vterm.h>

/* Appends what a person sees of a row of a screen: the row in a frame, and below it
 * where its attributes are and what they cover. */
void picture_add_row(struct buf *out, VTermScreen *screen, int row, int cols);

/* Do two of them look the same?  Versions of curses differ in what they leave of bold
 * and of colours of letters on empty cells, where nobody sees it. */
bool pictures_look_alike(struct str one, struct str other);

#endif
