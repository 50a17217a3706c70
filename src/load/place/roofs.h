/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_ROOFS_H
#define LOAD_PLACE_ROOFS_H

#include "load/place/placing.h"

#include <stddef.h>

/* What stands right above each column of a page. */
enum roof_kind {
	ROOF_OF_NOTHING,
	ROOF_OF_COLUMN,
	ROOF_OF_HEAD,
	ROOF_OF_INSET /* a quote, a caption, a picture, or a box */
};

struct roof {
	enum roof_kind kind;
	size_t index; /* of the column or head */
	float foot;   /* its t1 */
};

/*
 * For each column what stands above it nearest to it, and over at least ROOF_COVER of
 * its width; the caller frees the array.  Boxes that hold the column do not count.
 * O(n log n) for n columns, heads, insets and boxes: of what ends above a column the
 * ROOF_LOOKED nearest are looked at.
 */
#define ROOF_LOOKED 512
struct roof *roofs_find(const struct placing *placing);

#endif
