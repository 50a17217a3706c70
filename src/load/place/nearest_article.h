/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_NEAREST_ARTICLE_H
#define LOAD_PLACE_NEAREST_ARTICLE_H

#include "load/place/placing.h"
#include "load/place/separators.h"

#include <stdbool.h>
#include <stddef.h>

/* Something that seeks its article. */
struct seeker {
	struct frame_box at;
	size_t inside; /* the box it stands in, or NPOS */
};

/* A search for articles near to blocks. */
struct nearest {
	const struct placing *placing; /* borrowed */
	struct separators separators;
	size_t steps, most; /* boxes looked at so far, and at most */
};

void nearest_init(struct nearest *nearest, const struct placing *placing,
                  size_t most);
void nearest_release(struct nearest *nearest);

/* Which articles may be the nearest one. */
typedef bool nearest_filter(const struct placing *placing, size_t article);

/* The nearest of the articles that `may_be` lets pass, or NPOS.  The distance is the room
 * between the boxes, more for each rule that parts them, and much more where no part of
 * the article stands in the same box.  Once `most` boxes were looked at, the first
 * article that passes. */
size_t nearest_article(struct nearest *nearest, const struct seeker *seeker,
                       nearest_filter *may_be);

#endif
