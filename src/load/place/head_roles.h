/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_HEAD_ROLES_H
#define LOAD_PLACE_HEAD_ROLES_H

#include "load/place/placement.h"
#include "load/place/placing.h"

#include <stddef.h>

/* What block `block` of the head of an article is: a head line, a byline, a jump line, or
 * the first paragraph of the text, set small and long under its head. */
enum placed_role head_block_role(const struct placing *placing,
                                 const struct placed_article *article,
                                 size_t block);

/* The blocks of a head in the order in which they are read: along t, then along s; of
 * lines that run across the page's main direction one line after the other.  The caller
 * frees the array. */
size_t *head_blocks_sorted(const struct placing *placing,
                           const struct placed_head *head);

#endif
