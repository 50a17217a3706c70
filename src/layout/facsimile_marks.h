/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_MARKS_H
#define LAYOUT_FACSIMILE_MARKS_H

#include "layout/facsimile_plan.h"

/*
 * The rules, boxes and pictures of a page with true places, for facsimile_init().  What is
 * no matter of its own is left out: rules shorter than 2 em, a second rule beside one,
 * pictures behind text and ornaments, a box around all the page, around nothing, or around
 * another box.
 */

/* So many marks of a kind are looked at. */
#define FACSIMILE_MARKS_MOST 256

/* Fills plan->rules_s, plan->rules_t and plan->pictures. */
void facsimile_find_marks(struct facsimile *plan);

/* Is there a rule along s between two lines? */
bool facsimile_is_parted(const struct facsimile *plan,
                         const struct facsimile_place *above,
                         const struct facsimile_place *below);

/* Adds blocks for rules along s, for pictures and for the edges of boxes, and sets which
 * box each block of lines stands in. */
void facsimile_add_marks(struct facsimile *plan);

#endif
