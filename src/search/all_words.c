/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/all_words.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "search/query.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* all_words_count_words() counts in bytes. */
_Static_assert(QUERY_WORDS <= UINT8_MAX, "words are counted in a byte");

/* The index of the article of a hit, all parts being one; furniture, which is of no article, counts as
 * one more article behind the last. */
static size_t all_words_article_of(const struct issue *issue,
                                   const struct hit *hit)
{
	size_t article = issue->passages[hit->passage].article;

	return article == NPOS ? issue->article_count
	                       : parts_whole(issue, article);
}

/* The order of hits; of two that begin at one place the longer one is first. */
static bool all_words_is_before(const struct hit *left, const struct hit *right)
{
	if (left->passage != right->passage)
		return left->passage < right->passage;
	if (left->start != right->start)
		return left->start < right->start;
	return left->end > right->end;
}

/* For each article, how many of the words it contains; counting stops at the first
 * word that is missing, so only the value `words` means that none is. */
static uint8_t *all_words_count_words(const struct hits *hits,
                                      const struct issue *issue,
                                      const size_t *starts, size_t words)
{
	uint8_t *have = mem_alloc(issue->article_count + 1);

	for (size_t w = 0; w < words; w++)
		for (size_t i = starts[w]; i < starts[w + 1]; i++) {
			size_t article =
				all_words_article_of(issue, &hits->items[i]);

			if (have[article] == w)
				have[article]++;
		}
	return have;
}

/* The word whose next hit, items[at[w]], comes first in the issue; `words` when no
 * word has a hit left. */
static size_t all_words_first_word(const struct hits *hits, const size_t *at,
                                   const size_t *ends, size_t words)
{
	size_t first = words;

	for (size_t w = 0; w < words; w++)
		if (at[w] < ends[w] &&
		    (first == words ||
		     all_words_is_before(&hits->items[at[w]],
		                         &hits->items[at[first]])))
			first = w;
	return first;
}

/* A merge of sorted runs. */
void all_words_keep(struct hits *hits, const struct issue *issue,
                    const size_t *starts, size_t words)
{
	uint8_t *have = all_words_count_words(hits, issue, starts, words);
	size_t at[QUERY_WORDS], w;
	struct hits kept;
	const struct hit *last = NULL;

	assert(words >= 1 && words <= QUERY_WORDS);
	assert(starts[words] == hits->count);
	hits_init(&kept);
	memcpy(at, starts, words * sizeof *at);
	while ((w = all_words_first_word(hits, at, starts + 1, words)) <
	       words) {
		const struct hit *hit = &hits->items[at[w]++];

		if (have[all_words_article_of(issue, hit)] != words ||
		    (last && last->passage == hit->passage &&
		     hit->start < last->end))
			continue;
		hits_add(&kept, *hit);
		last = hit;
	}
	free(have);
	hits_release(hits);
	*hits = kept;
}
