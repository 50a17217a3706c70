/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/cost_memo.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>

#define SLOTS_FIRST 256 /* a power of two */

struct memo_slot {
	uint64_t key; /* 0: free */
	float costs[2];
};

struct cost_memo {
	struct memo_slot *slots; /* owned */
	size_t cap, count;
};

struct cost_memo *cost_memo_new(void)
{
	struct cost_memo *memo = mem_alloc(sizeof *memo);

	memo->cap = SLOTS_FIRST;
	memo->slots = mem_alloc(memo->cap * sizeof *memo->slots);
	return memo;
}

void cost_memo_free(struct cost_memo *memo)
{
	if (!memo)
		return;
	free(memo->slots);
	free(memo);
}

static struct memo_slot *memo_find(const struct cost_memo *memo, uint64_t key)
{
	size_t at = (size_t)key & (memo->cap - 1);

	while (memo->slots[at].key && memo->slots[at].key != key)
		at = (at + 1) & (memo->cap - 1);
	return &memo->slots[at];
}

/* Doubles the table before it is three quarters full. */
static void memo_grow(struct cost_memo *memo)
{
	struct memo_slot *old = memo->slots;
	size_t cap = memo->cap;

	if (4 * (memo->count + 1) < 3 * cap)
		return;
	memo->cap = 2 * cap;
	memo->slots = mem_alloc(memo->cap * sizeof *memo->slots);
	for (size_t i = 0; i < cap; i++)
		if (old[i].key)
			*memo_find(memo, old[i].key) = old[i];
	free(old);
}

float *cost_memo_at(struct cost_memo *memo, uint64_t key, bool *found)
{
	struct memo_slot *slot;

	key = key ? key : 1;
	memo_grow(memo);
	assert(memo->count < memo->cap);
	slot = memo_find(memo, key);
	*found = slot->key == key;
	memo->count += !*found;
	slot->key = key;
	return slot->costs;
}

/* The mixer of SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number
 * generators, 2014). */
uint64_t cost_memo_key(uint64_t number)
{
	uint64_t z = (number + 1) * UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}
