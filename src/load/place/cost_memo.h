/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_COST_MEMO_H
#define LOAD_PLACE_COST_MEMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Costs that were computed before, by a key of 64 bits: a hash table with open
 * addressing.  Two things with one key, which is as good as impossible with keys of
 * cost_memo_key(), would be taken for one.
 */
struct cost_memo;

struct cost_memo *cost_memo_new(void);
void cost_memo_free(struct cost_memo *memo); /* may be NULL */

/* The place of the value of `key`, with room for two costs; it is valid until the next
 * call.  *found says whether it was there before; else it is zero. */
float *cost_memo_at(struct cost_memo *memo, uint64_t key, bool *found);

/* A key of a number.  The key of a set is the exclusive or of those of its items. */
uint64_t cost_memo_key(uint64_t number);

#endif
