/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/all_words.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "search/query.h"

#include <stdlib.h>
#include <string.h>

/* The article of a hit, or the place behind all for furniture, which is of none. */
static size_t article_of(const struct issue *issue, const struct hit *hit)
{
	size_t article = issue->passages[hit->passage].article;

	return article == NPOS ? issue->article_count : article;
}

/* Of two that begin at one place the longer one is first. */
static bool is_before(const struct hit *left, const struct hit *right)
{
	if (left->passage != right->passage)
		return left->passage < right->passage;
	if (left->start != right->start)
		return left->start < right->start;
	return left->end > right->end;
}

/* How many words each article has; words are counted in their order. */
static uint8_t *count_words(const struct hits *hits, const struct issue *issue,
                            const size_t *starts, size_t words)
{
	uint8_t *have = mem_alloc(issue->article_count + 1);

	for (size_t w = 0; w < words; w++)
		for (size_t i = starts[w]; i < starts[w + 1]; i++) {
			size_t article = article_of(issue, &hits->items[i]);

			if (have[article] == w)
				have[article]++;
		}
	return have;
}

/* The word whose next hit, from at[w] on, comes first; `words` when all are
 * through. */
static size_t all_words_first_word(const struct hits *hits, const size_t *at,
                                   const size_t *ends, size_t words)
{
	size_t first = words;

	for (size_t w = 0; w < words; w++)
		if (at[w] < ends[w] &&
		    (first == words ||
		     is_before(&hits->items[at[w]], &hits->items[at[first]])))
			first = w;
	return first;
}

/* Each word's hits are in order. */
void all_words_keep(struct hits *hits, const struct issue *issue,
                    const size_t *starts, size_t words)
{
	uint8_t *have = count_words(hits, issue, starts, words);
	size_t at[QUERY_WORDS], w;
	struct hits kept;
	const struct hit *last = NULL;

	hits_init(&kept);
	memcpy(at, starts, words * sizeof *at);
	while ((w = all_words_first_word(hits, at, starts + 1, words)) <
	       words) {
		const struct hit *hit = &hits->items[at[w]++];

		if (have[article_of(issue, hit)] != words ||
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
