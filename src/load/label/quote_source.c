/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/quote_source.h"

#include "base/mem.h"
#include "load/lines/ngrams.h"

#include <stdlib.h>

#define GRAM_CHARS  4  /* more than a word of two ideographs */
#define GRAM_LATIN  10 /* about two words */
#define WORDS_SHARE .5 /* of its n-grams stand elsewhere */

static int quote_source_compare(const void *a, const void *b)
{
	uint32_t one = *(const uint32_t *)a, two = *(const uint32_t *)b;

	return one < two ? -1 : one > two;
}

/* The n-grams of lines [first, end), ascending, with repetitions; the caller frees. */
static uint32_t *quote_source_grams(const struct flow *flow, size_t first,
                                    size_t end, size_t gram_chars,
                                    size_t *count)
{
	struct buf text;
	uint32_t *grams;

	buf_init(&text);
	for (size_t i = first; i < end; i++)
		buf_add(&text, flow->items[i]->text);
	grams = ngrams_in_order(buf_str(&text), gram_chars, count);
	qsort(grams, *count, sizeof *grams, quote_source_compare);
	buf_release(&text);
	return grams;
}

void quote_source_init(struct quote_source *source, const struct flow *flow)
{
	size_t latin = 0;

	for (size_t i = 0; i < flow->count; i++)
		latin += char_is_alphabetic(char_first(flow->items[i]->text));
	source->gram_chars = latin * 2 > flow->count ? GRAM_LATIN : GRAM_CHARS;
	source->grams = quote_source_grams(flow, 0, flow->count,
	                                   source->gram_chars, &source->count);
}

void quote_source_release(struct quote_source *source)
{
	free(source->grams);
}

static size_t quote_source_times(const struct quote_source *source,
                                 uint32_t gram)
{
	size_t first, end;

	ARRAY_FIND(first, source->count, source->grams[first] < gram);
	for (end = first; end < source->count && source->grams[end] == gram;
	     end++)
		;
	return end - first;
}

bool quote_source_has(const struct quote_source *source,
                      const struct flow *flow, size_t first, size_t end)
{
	size_t count, elsewhere = 0, next;
	uint32_t *grams = quote_source_grams(flow, first, end,
	                                     source->gram_chars, &count);

	for (size_t i = 0; i < count; i = next) {
		for (next = i + 1; next < count && grams[next] == grams[i];
		     next++)
			;
		if (quote_source_times(source, grams[i]) > next - i)
			elsewhere += next - i;
	}
	free(grams);
	return (double)elsewhere >= WORDS_SHARE * (double)count && count;
}
