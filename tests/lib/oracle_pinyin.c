/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "search/search.h"

#include <stdlib.h>
#include <string.h>

/*
 * The readings of a text, asked of the table itself, with all ways to read it side by
 * side: which letters of the pattern may be read after one character, after two, …
 */

#define CHARS_MAX 32

static const struct {
	const char *syllable, *chars;
} syllables[] = {
#include "text/pinyin_table.inc"
};

/* A character, as its three bytes, with one of its readings. */
struct reading {
	char c[3];
	const char *syllable;
};

/* All of them by character; the table is in one order of its own. */
static struct reading *sorted; /* owned, made once */
static size_t sorted_count, sorted_cap;

static int compare_readings(const void *a, const void *b)
{
	return memcmp(a, b, sizeof sorted->c);
}

static void sort_readings(void)
{
	for (size_t s = 0; s < ARRAY_LEN(syllables); s++)
		for (const char *at = syllables[s].chars; *at; at += 3) {
			struct reading *reading =
				ARRAY_ADD(sorted, sorted_count, sorted_cap);

			memcpy(reading->c, at, sizeof reading->c);
			reading->syllable = syllables[s].syllable;
		}
	qsort(sorted, sorted_count, sizeof *sorted, compare_readings);
}

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static size_t past_spaces(struct str pattern, size_t at)
{
	while (at < pattern.len && pattern.ptr[at] == ' ')
		at++;
	return at;
}

static bool reads_as(struct str pattern, size_t at, const char *letters,
                     size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (at + i >= pattern.len ||
		    small(pattern.ptr[at + i]) != letters[i])
			return false;
	return true;
}

/* What may be read after a character of this syllable, from letter `at` on. */
static void add_ways(bool *ways, struct str pattern, size_t at,
                     const char *syllable)
{
	size_t len = strlen(syllable);

	for (size_t take = 1; take <= len; take++) {
		size_t end = past_spaces(pattern, at + take);
		bool is_initial =
			take == 1 || (take == 2 && syllable[1] == 'h');

		if (!reads_as(pattern, at, syllable, take))
			break;
		if (take == len || is_initial || end >= pattern.len)
			ways[end] = true;
	}
}

/* After one more character, the three bytes at `c`; false when none of the ways goes on. */
static bool go_on(bool *ways, struct str pattern, const char *c)
{
	bool *next = mem_alloc(pattern.len + 1);
	bool goes_on = false;
	size_t r;

	ARRAY_FIND(r, sorted_count, compare_readings(&sorted[r], c) < 0);
	for (; r < sorted_count && !compare_readings(&sorted[r], c); r++)
		for (size_t at = 0; at < pattern.len; at++)
			if (ways[at])
				add_ways(next, pattern, at, sorted[r].syllable);
	for (size_t at = 0; at <= pattern.len; at++) {
		ways[at] = next[at];
		goes_on = goes_on || next[at];
	}
	free(next);
	return goes_on;
}

/* Bit n: the n characters from byte `start` on read as the pattern. */
static uint64_t readings(struct str pattern, struct str text, size_t start)
{
	bool *ways = mem_alloc(pattern.len + 1);
	uint64_t found = 0;

	ways[past_spaces(pattern, 0)] = true;
	/* All characters that have readings are of three bytes. */
	for (size_t chars = 1; chars <= CHARS_MAX && start + 3 <= text.len &&
	                       ((unsigned char)text.ptr[start] & 0xf0) == 0xe0;
	     chars++, start += 3) {
		if (!go_on(ways, pattern, text.ptr + start))
			break;
		if (chars >= 2 && ways[pattern.len])
			found |= (uint64_t)1 << chars;
	}
	free(ways);
	return found;
}

static char *differs(size_t passage, size_t at)
{
	struct buf out;

	buf_init(&out);
	buf_addf(&out, "the readings differ at byte %zu of passage %zu", at,
	         passage);
	return buf_steal(&out);
}

char *oracle_pinyin(const struct issue *issue, const struct hits *hits,
                    struct str pattern)
{
	size_t h = 0;

	if (!sorted)
		sort_readings();
	for (size_t p = 0; p < issue->passage_count; p++) {
		struct str text = issue->passages[p].text;

		for (size_t at = 0; at < text.len;) {
			uint64_t ends = readings(pattern, text, at);
			struct hit hit = { .passage = NPOS };

			if (h < hits->count)
				hit = hits->items[h];
			if (hit.passage != p || hit.start != at) {
				if (ends)
					return differs(p, at);
				at++;
				continue;
			}
			if (!(ends >> (hit.end - at) / 3 & 1))
				return differs(p, at);
			at = hit.end;
			h++;
		}
	}
	return h == hits->count ? NULL : differs(issue->passage_count, h);
}
