/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/seek.h"

#include <string.h>

#define SAMPLES      32
#define SAMPLE_BYTES 256
#define RARE_EVERY                                                             \
 24 /* bytes between two occurrences of a rare byte, or more */
#define SHORT_BYTES 256 /* a longer string costs too much at each false match */
#define TRIAL_BYTES                                                            \
 4096 /* before it is said to be more frequent than thought */

static size_t count_sample(struct str text, size_t counts[256])
{
	size_t step = text.len / SAMPLES + 1, seen = 0;

	for (size_t at = 0; at < text.len; at += step)
		for (size_t i = at;
		     i < text.len && i - at < SAMPLE_BYTES && i - at < step;
		     i++, seen++)
			counts[(unsigned char)text.ptr[i]]++;
	return seen;
}

struct seek seek_for(struct str part, struct str text)
{
	const unsigned char *bytes = (const unsigned char *)part.ptr;
	struct seek seek = { .part = part };
	size_t counts[256] = { 0 };
	size_t seen = count_sample(text, counts);

	for (size_t i = 1; i < part.len; i++)
		if (counts[bytes[i]] < counts[bytes[seek.rare]])
			seek.rare = i;
	seek.by_byte = part.len && part.len <= SHORT_BYTES &&
	               counts[bytes[seek.rare]] * RARE_EVERY <= seen;
	return seek;
}

size_t seek_next(const struct seek *seek, struct str text, size_t from)
{
	const struct str part = seek->part;
	size_t misses = 0, at = from, last;

	if (!seek->by_byte || part.len > text.len)
		return str_find(text, part, from);
	/* The string may begin at `at` to `last`. */
	last = text.len - part.len;
	while (at <= last && misses * RARE_EVERY <= at - from + TRIAL_BYTES) {
		const char *found = memchr(text.ptr + at + seek->rare,
		                           part.ptr[seek->rare], last - at + 1);

		if (!found)
			return NPOS;
		at = (size_t)(found - text.ptr) - seek->rare;
		if (!memcmp(text.ptr + at, part.ptr, part.len))
			return at;
		at++;
		misses++;
	}
	return str_find(text, part, at);
}
