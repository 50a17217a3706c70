/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_SCAN_PARAGRAPHS_H
#define LOAD_PLACE_SCAN_PARAGRAPHS_H

#include "load/place/scan_line.h"
#include "load/place/scan_measure.h"

#include <stdbool.h>
#include <stddef.h>

/* How paragraphs of a page begin. */
struct scan_habits {
	bool plain; /* flush: what follows a short line is rarely set in */
};

struct scan_habits scan_habits_of(const struct scan_page *page,
                                  const struct scan_measures *measures);

/* Does a paragraph begin with line `line` of running text, which goes on from line `before` of
 * the same article?  Signs are weighed as paragraphs.h weighs those of printed type. */
bool scan_paragraph_begins(const struct scan_page *page,
                           const struct scan_measures *measures,
                           struct scan_habits habits, size_t before,
                           size_t line);

#endif
