/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_NAIVE_H
#define TESTS_NAIVE_H

#include "base/str.h"
#include "search/query.h"

struct hits;
struct issue;

/* Appends all hits of a query, of words or exact, that a naive scan finds. */
void naive_search(struct hits *hits, const struct issue *issue,
                  const struct query *query);

/* A text folded; release with buf_release(). */
struct buf naive_fold(struct str text);

#endif
