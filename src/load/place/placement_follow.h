/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PLACEMENT_FOLLOW_H
#define LOAD_PLACE_PLACEMENT_FOLLOW_H

#include "load/place/placement.h"

/*
 * A page that was placed once more, under bounds, has the lines that it had at first, in
 * another order: the first placement gave them their numbers, which stay.  This sets which
 * line of the page each line of `placement` is.  Where the two differ in whether a text
 * and the jump behind it are two lines, the lines are those of `first`.
 */
void placement_follow(struct placement *placement,
                      const struct placement *first);

#endif
