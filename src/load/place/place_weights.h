/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PLACE_WEIGHTS_H
#define LOAD_PLACE_PLACE_WEIGHTS_H

/*
 * The bounds and weights by which a page is placed, as constants: one table for all
 * stages, so that what is said of a page stands in one place.  The name of a constant
 * begins with its stage and ends with its unit: _EM (sizes of type), _PT (points), _MOST
 * and _LEAST (counts); without a unit it is a ratio, or the cost that its remark names.
 */
#define W(name, value) __attribute__((unused)) static const float name = value
#include "load/place/place_weights.inc"
#undef W

#endif
