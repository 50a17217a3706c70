/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_RULES_H
#define LOAD_PLACE_RULES_H

#include "load/place/placing.h"

#include <stdbool.h>
#include <stddef.h>

/* Rules that are asked for what they part.  Lists of rules are sorted by `at`. */

/* Of rules at one place no more than these are looked at. */
#define RULES_SEEN_MOST 512

/* Sorts rules, and joins those that are one: that overlap or are its dashes. */
void rules_sort(struct placed_rule *rules, size_t *count);

/* A rule at a place of [at0, at1] shares at least `least` with [from, to]. */
bool rules_between(const struct placed_rule *rules, size_t count, float at0,
                   float at1, float from, float to, float least);

#endif
