/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_QUOTE_PLACES_H
#define LAYOUT_QUOTE_PLACES_H

#include <stddef.h>

struct article_box;
struct band_lines;

/* Where the pull quotes of an article stand in its text (article_box.h). */

struct quote_place {
	size_t passage; /* index */
	size_t line; /* it stands before this one of box->lines, or at the end */
};

struct quote_places {
	struct quote_place *items; /* owned; by the lines */
	size_t count, cap;
};

/* O(lines + quotes x bands).  Release with quote_places_release(). */
void quote_places_init(struct quote_places *places,
                       const struct article_box *box,
                       const struct band_lines *bands, size_t band_count);
void quote_places_release(struct quote_places *places);

#endif
