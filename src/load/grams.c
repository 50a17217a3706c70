/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/grams.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

static int by_value(const void *a, const void *b)
{
	uint64_t one = *(const uint64_t *)a, two = *(const uint64_t *)b;

	return one < two ? -1 : one > two;
}

static uint64_t hash(const ucs4_t *chars, size_t count)
{
	uint64_t sum = 0xcbf29ce484222325u;

	for (size_t i = 0; i < count; i++)
		sum = (sum ^ chars[i]) * 0x100000001b3u;
	return sum;
}

void grams_init(struct grams *grams, struct str text, size_t length_chars)
{
	ucs4_t *chars = mem_alloc((text.len + 1) * sizeof *chars);
	size_t count = 0, kept = 0;

	for (size_t at = 0; at < text.len;) {
		ucs4_t c;

		at += (size_t)u8_mbtouc(&c, (const uint8_t *)text.ptr + at,
		                        text.len - at);
		if (uc_is_alnum(c))
			chars[count++] = c;
	}
	count = count < length_chars ? 0 : count - length_chars + 1;
	grams->items = mem_alloc(count * sizeof *grams->items);
	for (size_t i = 0; i < count; i++)
		grams->items[i] = hash(chars + i, length_chars);
	free(chars);
	qsort(grams->items, count, sizeof *grams->items, by_value);
	for (size_t i = 0; i < count; i++)
		if (!i || grams->items[i] != grams->items[kept - 1])
			grams->items[kept++] = grams->items[i];
	grams->count = kept;
}

void grams_release(struct grams *grams)
{
	free(grams->items);
	*grams = (struct grams){ 0 };
}

size_t grams_common(const struct grams *a, const struct grams *b)
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

void gram_counts_init(struct gram_counts *counts, const struct grams *texts,
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
	qsort(counts->items, total, sizeof *counts->items, by_value);
	for (size_t i = 0; i < total; i++) {
		if (!i || counts->items[i] != counts->items[kept - 1])
			counts->items[kept++] = counts->items[i];
		counts->texts[kept - 1]++;
	}
	counts->count = kept;
}

void gram_counts_release(struct gram_counts *counts)
{
	free(counts->items);
	free(counts->texts);
	*counts = (struct gram_counts){ 0 };
}

static double weight_of(const struct gram_counts *counts, uint64_t gram)
{
	const uint64_t *found = bsearch(&gram, counts->items, counts->count,
	                                sizeof gram, by_value);
	size_t texts = found ? counts->texts[found - counts->items] : 0;

	return 1 / sqrt(1 + (double)texts);
}

double gram_weight(const struct gram_counts *counts, uint64_t gram)
{
	return weight_of(counts, gram);
}

bool grams_have(const struct grams *grams, uint64_t gram)
{
	return bsearch(&gram, grams->items, grams->count, sizeof gram,
	               by_value) != NULL;
}

double grams_kinship(const struct grams *a, const struct grams *b,
                     const struct gram_counts *counts)
{
	double shared = 0;

	if (!a->count || !b->count)
		return 0;
	for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
		if (a->items[i] == b->items[j]) {
			double weight = weight_of(counts, a->items[i]);

			shared += weight * weight;
			i++;
			j++;
		} else if (a->items[i] < b->items[j]) {
			i++;
		} else {
			j++;
		}
	}
	return shared / sqrt((double)a->count * (double)b->count);
}
