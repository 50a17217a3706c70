/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FILM_H
#define TESTS_FILM_H

#include "base/str.h"

/*
 * What a program wrote to its terminal, and when that was looked at: for showing
 * it to another terminal (check-tmux.sh).  Two files: PATH.raw has the bytes, PATH
 * a line an event:
 *
 *   start ROWS COLS   a new terminal
 *   out BYTES         so many more bytes are written
 *   size ROWS COLS    it has another size
 *   snap FIRST WHAT   rows of the screen are compared, from this one on; a
 *                     negative one counts from the foot
 */

struct film;

/* NULL for a path that is NULL; all others take that for no film. */
struct film *film_open(const char *path);
void film_close(struct film *film);

void film_start(struct film *film, int rows, int cols);

/* `output` is all that was written to this terminal so far. */
void film_size(struct film *film, struct str output, int rows, int cols);
void film_snap(struct film *film, struct str output, int first_row,
               const char *what);

#endif
