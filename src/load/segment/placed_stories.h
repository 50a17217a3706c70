/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_PLACED_STORIES_H
#define LOAD_SEGMENT_PLACED_STORIES_H

#include "load/segment/placed_units.h"
#include "load/segment/stories.h"

/*
 * Makes the stories of a page that was placed: one for each of its articles, and a teaser
 * of one that has no text but a jump line.  None of them continues another:
 * that was decided where columns were given to articles.  The units of `placed` are
 * borrowed until stories_release().
 */
void placed_stories_init(struct stories *stories,
                         const struct placed_units *placed);

#endif
