/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_UNDERLINES_H
#define LOAD_PLACE_UNDERLINES_H

#include "load/place/placing.h"
#include "load/place/shapes.h"

/* Takes the rules that underline words, of links and titles, from those of a page whose
 * lines run across, and from `rules`: they part nothing.  The lines are known.
 * O(rules * log lines). */
void underlines_drop(struct placing *placing, struct page_rules *rules);

#endif
