/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PLACEMENT_LINES_H
#define LOAD_PLACE_PLACEMENT_LINES_H

#include "load/place/placement.h"
#include "load/place/placing.h"

#include <stdbool.h>
#include <stddef.h>

/* Lines of a page on their way into its placement. */
struct placement_writer {
	const struct placing *placing; /* borrowed */
	struct placement *placement;   /* borrowed */
	bool *written;                 /* owned; of each block */
	size_t article;                /* of the lines to come, or NPOS */
};

void placement_writer_init(struct placement_writer *writer,
                           const struct placing *placing,
                           struct placement *placement);
void placement_writer_release(struct placement_writer *writer);

/* Appends line `line`.  A text that words in brackets end which lead to another page
 * becomes two lines. */
void placement_add_line(struct placement_writer *writer, size_t line,
                        enum placed_role role, bool begins, size_t column);

/* Appends the lines of a block, if it was not added before. */
void placement_add_block(struct placement_writer *writer, size_t block,
                         enum placed_role role);

#endif
