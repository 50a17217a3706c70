/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/ngrams.h"

#include "base/hash.h"
#include "base/mem.h"
#include "load/lines/char_class.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>

#define RADIX_BITS 8
#define RADIX      (1u << RADIX_BITS)
#define HASH_BITS  32
#define FEW        48 /* so few are sorted faster by insertion */

static void ngrams_sort_few(uint32_t *items, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		uint32_t item = items[i];
		size_t at = i;

		for (; at && items[at - 1] > item; at--)
			items[at] = items[at - 1];
		items[at] = item;
	}
}

/* Sorts by radix, the lowest byte first: with comparisons, sorting would take most
 * of the time of a page. */
static void ngrams_sort(uint32_t *items, size_t count)
{
	uint32_t *from = items, *to, *room;

	if (count < FEW) {
		ngrams_sort_few(items, count);
		return;
	}
	to = room = mem_alloc(count * sizeof *room);
	for (unsigned shift = 0; shift < HASH_BITS; shift += RADIX_BITS) {
		size_t starts[RADIX + 1] = { 0 };
		uint32_t *swap = from;

		for (size_t i = 0; i < count; i++)
			starts[(from[i] >> shift) % RADIX + 1]++;
		for (size_t i = 1; i < RADIX; i++)
			starts[i] += starts[i - 1];
		for (size_t i = 0; i < count; i++)
			to[starts[(from[i] >> shift) % RADIX]++] = from[i];
		from = to;
		to = swap;
	}
	free(room);
}

static uint32_t ngrams_hash(const unsigned *chars, size_t count)
{
	uint64_t sum = HASH_START;

	for (size_t i = 0; i < count; i++)
		sum = hash_add(sum, chars[i]);
	return (uint32_t)(sum >> HASH_BITS ^ sum);
}

static bool is_counted(unsigned c)
{
	return (c >= 0x4e00 && c <= 0x9fff) || uc_is_alnum(c);
}

uint32_t *ngrams_in_order(struct str text, size_t length_chars, size_t *count)
{
	unsigned *chars = mem_alloc((text.len + 1) * sizeof *chars);
	size_t char_count = 0;
	uint32_t *items;

	for (size_t at = 0; at < text.len;) {
		unsigned c = char_at(text, at, &at);

		if (is_counted(c))
			chars[char_count++] = c;
	}
	*count = char_count < length_chars ? 0 : char_count - length_chars + 1;
	items = mem_alloc(*count * sizeof *items);
	for (size_t i = 0; i < *count; i++)
		items[i] = ngrams_hash(chars + i, length_chars);
	free(chars);
	return items;
}

void ngrams_init(struct ngrams *grams, struct str text, size_t length_chars)
{
	size_t count, kept = 0;

	grams->items = ngrams_in_order(text, length_chars, &count);
	ngrams_sort(grams->items, count);
	for (size_t i = 0; i < count; i++)
		if (!i || grams->items[i] != grams->items[kept - 1])
			grams->items[kept++] = grams->items[i];
	grams->count = kept;
}

void ngrams_copy(struct ngrams *grams, const struct ngrams *from)
{
	grams->count = from->count;
	grams->items = mem_alloc(from->count * sizeof *grams->items);
	memcpy(grams->items, from->items, from->count * sizeof *grams->items);
}

void ngrams_release(struct ngrams *grams)
{
	free(grams->items);
	*grams = (struct ngrams){ 0 };
}

size_t ngrams_common(const struct ngrams *a, const struct ngrams *b)
{
	size_t common = 0;

	for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
		if (a->items[i] == b->items[j]) {
			common++;
			i++;
			j++;
		} else if (a->items[i] < b->items[j])
			i++;
		else
			j++;
	}
	return common;
}

void ngram_counts_init(struct ngram_counts *counts, const struct ngrams *texts,
                       size_t text_count)
{
	size_t total = 0, kept = 0;

	for (size_t i = 0; i < text_count; i++)
		total += texts[i].count;
	counts->items = mem_alloc(total * sizeof *counts->items);
	counts->texts = mem_alloc(total * sizeof *counts->texts);
	total = 0;
	for (size_t i = 0; i < text_count; i++) {
		memcpy(counts->items + total, texts[i].items,
		       texts[i].count * sizeof *counts->items);
		total += texts[i].count;
	}
	ngrams_sort(counts->items, total);
	for (size_t i = 0; i < total; i++) {
		if (!i || counts->items[i] != counts->items[kept - 1])
			counts->items[kept++] = counts->items[i];
		counts->texts[kept - 1]++;
	}
	counts->count = kept;
}

void ngram_counts_release(struct ngram_counts *counts)
{
	free(counts->items);
	free(counts->texts);
	*counts = (struct ngram_counts){ 0 };
}

/* The index of `gram` in an ascending list, or NPOS. */
static size_t ngrams_find(const uint32_t *items, size_t count, uint32_t gram)
{
	size_t at;

	ARRAY_FIND(at, count, items[at] < gram);
	return at < count && items[at] == gram ? at : NPOS;
}

double ngram_weight(const struct ngram_counts *counts, uint32_t gram)
{
	size_t at = ngrams_find(counts->items, counts->count, gram);
	size_t texts = at == NPOS ? 0 : counts->texts[at];

	return 1 / sqrt(1 + (double)texts);
}

bool ngrams_have(const struct ngrams *grams, uint32_t gram)
{
	return ngrams_find(grams->items, grams->count, gram) != NPOS;
}

/* What two sets share, divided by the geometric mean of their sizes. */
static double ngrams_for_sizes(double shared, const struct ngrams *a,
                               const struct ngrams *b)
{
	if (!a->count || !b->count)
		return 0;
	return shared / sqrt((double)a->count * (double)b->count);
}

double ngrams_cosine(const struct ngrams *a, const struct ngrams *b)
{
	return ngrams_for_sizes((double)ngrams_common(a, b), a, b);
}

double ngrams_similarity(const struct ngrams *a, const struct ngrams *b,
                         const struct ngram_counts *counts)
{
	double shared = 0;

	for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
		if (a->items[i] == b->items[j]) {
			double weight = ngram_weight(counts, a->items[i]);

			shared += weight * weight;
			i++;
			j++;
		} else if (a->items[i] < b->items[j]) {
			i++;
		} else {
			j++;
		}
	}
	return ngrams_for_sizes(shared, a, b);
}
