/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_BODY_TYPE_H
#define LOAD_PLACE_BODY_TYPE_H

#include "load/place/placing.h"

/* Finds the size, face and weight of running text, those of most characters in lines of
 * the main direction, and which lines are of display type (line.heavy). */
void body_type_find(struct placing *placing);

#endif
