/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_NAIVE_H
#define TESTS_NAIVE_H

#include "base/str.h"
#include "search/query.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct hits;
struct issue;

/* Appends all hits of a query, of words or exact, that a naive scan finds. */
void naive_search(struct hits *hits, const struct issue *issue,
                  const struct query *query);

/* Does a character fold together with the one before it? */
bool naive_joins(uint32_t c);

/* Where the character at byte `at` ends, with those that fold together with it. */
size_t naive_cluster_end(struct str text, size_t at);

/* A text folded; release with buf_release(). */
struct buf naive_fold(struct str text);

#endif
