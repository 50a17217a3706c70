/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_SCANNED_LINES_H
#define LOAD_INPUT_SCANNED_LINES_H

#include "load/place/scan_line.h"

#include <stdbool.h>
#include <stddef.h>

struct line_sink;

/* Adds line `line` of such a page to the sink, as one line that is not blank. */
typedef void scanned_line_add(void *context, size_t line);

/*
 * Places a page whose lines a program has recognised on a picture (load/place/scan_page.h),
 * and has its lines added to the page that is open in the order of their placement, which the
 * sink keeps.  False, and nothing is added: it cannot be placed so.
 */
bool scanned_lines_place(struct line_sink *sink, const struct scan_page *page,
                         scanned_line_add *add, void *context);

#endif
