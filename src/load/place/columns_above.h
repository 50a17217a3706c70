/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_COLUMNS_ABOVE_H
#define LOAD_PLACE_COLUMNS_ABOVE_H

#include "load/place/placing.h"

#include <stddef.h>

/* What stands right above each column of a page. */
enum above_kind {
	ABOVE_IS_NOTHING,
	ABOVE_IS_COLUMN,
	ABOVE_IS_HEAD,
	ABOVE_IS_INSET /* a quote, a caption, a picture, or a box */
};

struct column_above {
	enum above_kind kind;
	size_t index; /* of the column or head */
	float foot;   /* its t1 */
};

/*
 * For each column what stands above it nearest to it, and over at least ABOVE_COVER of
 * its width; the caller frees the array.  Boxes that hold the column do not count.
 * O(n log n) for n columns, heads, insets and boxes: of what ends above a column the
 * ABOVE_LOOKED nearest are looked at.
 */
#define ABOVE_LOOKED 512
struct column_above *columns_above_find(const struct placing *placing);

#endif
