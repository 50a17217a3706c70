/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/str.h"

/*
 * The hash of the program: FNV-1a (Fowler, Noll, Vo; RFC 9923), which is fast and
 * spreads well.  It is no protection against a person who wants collisions.
 */

#define HASH_START 0xcbf29ce484222325u /* the hash of nothing */

/* The hash of what `hash` is of, and then `value`.  FNV-1a has bytes for values;
 * here they are code points or words as well. */
static inline uint64_t hash_add(uint64_t hash, uint64_t value)
{
	return (hash ^ value) * 0x100000001b3u;
}

/* The FNV-1a of 32 bits of the bytes of a text.  Files of corrections hold it. */
static inline uint32_t hash_text_32(struct str text)
{
	uint32_t hash = 0x811c9dc5u;

	for (size_t i = 0; i < text.len; i++)
		hash = (hash ^ (unsigned char)text.ptr[i]) * 0x1000193u;
	return hash;
}

#endif
