/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_SHORT_HEADLINE_H
#define EXPORT_SHORT_HEADLINE_H

#include "base/str.h"

struct issue;

/*
 * Appends the head of article `article` (index) in at most `cols` cells: without kicker
 * and deck, as it was printed.  Of a head that is longer its first printed lines are taken,
 * and of a first line that is longer itself what stands before a place where a line may
 * end, so that neither a word nor a number is cut from its unit.
 */
void short_headline_add(struct buf *out, const struct issue *issue,
                        size_t article, int cols);

#endif
