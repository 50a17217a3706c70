/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_BRIEFS_H
#define LOAD_SEGMENT_BRIEFS_H

#include "load/segment/units.h"

/*
 * Briefs: paragraphs behind a bullet, each of which is a story of its own and no item of a
 * list.  The page tells by those that end with the name of their writer in brackets:
 * items of a list are not signed.
 */

/* Sets run_in of the units that are briefs.  O(units). */
void briefs_find(struct units *units);

#endif
