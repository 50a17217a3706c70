/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/search.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "search/query.h"
#include "text/fold.h"
#include "text/pinyin.h"

#include <stdlib.h>
#include <unistr.h>

/* Between two passages; no folded text has it, so no hit crosses it. */
#define BORDER '\n'

/*
 * All passages folded, one after the other, in one text: a search is one run of
 * memmem over it.  The way back to the bytes of a passage is made anew for each hit,
 * from the mark before it: kept for all, it would be many times the text.
 */
struct finder {
	const struct issue *issue;
	struct buf text;
	size_t *starts;          /* per passage: where it begins in text */
	size_t count, cap;       /* of passages */
	struct fold_marks marks; /* of text */
	struct folded scratch;   /* for the way back */
	size_t next_start; /* in starts, and in marks: behind the last hit */
	size_t next_mark;
	struct pinyin *pinyin; /* or NULL, until it is asked for */
};

static void add_passage(struct finder *finder, size_t index)
{
	*ARRAY_ADD(finder->starts, finder->count, finder->cap) =
		finder->text.len;
	fold_add(&finder->text, finder->issue->passages[index].text,
	         &finder->marks);
	buf_add_byte(&finder->text, BORDER);
}

size_t finder_follow(struct finder *finder)
{
	size_t before = finder->count;

	while (finder->count < finder->issue->passage_count)
		add_passage(finder, finder->count);
	return finder->count - before;
}

struct finder *finder_new(const struct issue *issue)
{
	struct finder *finder = mem_alloc(sizeof *finder);

	finder->issue = issue;
	buf_init(&finder->text);
	return finder;
}

void finder_free(struct finder *finder)
{
	if (!finder)
		return;
	buf_release(&finder->text);
	free(finder->starts);
	free(finder->marks.items);
	folded_release(&finder->scratch);
	pinyin_free(finder->pinyin);
	free(finder);
}

void hits_init(struct hits *hits)
{
	*hits = (struct hits){ 0 };
}

void hits_release(struct hits *hits)
{
	free(hits->items);
	hits_init(hits);
}

/* The passage that folded byte `at` belongs to.  Hits come in order, so it is not
 * before that of the last one. */
static size_t passage_at(struct finder *finder, size_t at)
{
	size_t next = finder->next_start;

	while (next < finder->count && finder->starts[next] <= at)
		next++;
	finder->next_start = next;
	return next - 1;
}

/* The last mark at or before folded byte `at` of a passage; its beginning is
 * one. */
static struct fold_mark mark_before(struct finder *finder, size_t passage,
                                    size_t at)
{
	const struct fold_mark *marks = finder->marks.items;
	struct fold_mark start = { finder->starts[passage], 0 };
	size_t next = finder->next_mark;

	while (next < finder->marks.count && marks[next].folded <= at)
		next++;
	finder->next_mark = next;
	return next && marks[next - 1].folded >= start.folded ? marks[next - 1]
	                                                      : start;
}

/* The way back is looked up where the characters before it fold one by one.  A
 * character that folds to several (㎡ to m2) is hit whole; what folding drops
 * behind it is not.  *next is the folded byte behind it: no other hit begins in it. */
static struct hit hit_at(struct finder *finder, size_t at, size_t len,
                         size_t *next)
{
	struct hit hit = { .passage = passage_at(finder, at) };
	struct str text = finder->issue->passages[hit.passage].text;
	struct fold_mark mark = mark_before(finder, hit.passage, at);

	*next = at + len;
	at -= mark.folded;
	if (fold_place(text, mark.from, (struct fold_range){ at, len },
	               &hit.start, &hit.end))
		return hit;
	fold_part(&finder->scratch, text, mark.from, at + len);
	*next = mark.folded + finder->scratch.len;
	hit.start = finder->scratch.from[at];
	hit.end = finder->scratch.from[at + len - 1];
	do
		hit.end++;
	while (hit.end < text.len &&
	       ((unsigned char)text.ptr[hit.end] & 0xc0) == 0x80);
	return hit;
}

static void add_hit(struct hits *hits, struct hit hit)
{
	*ARRAY_ADD(hits->items, hits->count, hits->cap) = hit;
}

/* All places of a word, folded as the text is. */
static void find_folded(struct finder *finder, struct hits *hits,
                        struct str word)
{
	struct folded folded;
	struct str want;
	size_t at = 0;

	fold(&folded, word);
	want = (struct str){ folded.text, folded.len };
	finder_follow(finder);
	finder->next_start = finder->next_mark = 0;
	while (want.len &&
	       (at = str_find(buf_str(&finder->text), want, at)) != NPOS)
		add_hit(hits, hit_at(finder, at, want.len, &at));
	folded_release(&folded);
}

static void find_exact(const struct finder *finder, struct hits *hits,
                       struct str word)
{
	/* Bytes that are no text would be found inside characters. */
	if (u8_check((const uint8_t *)word.ptr, word.len))
		return;
	for (size_t p = 0; p < finder->issue->passage_count; p++) {
		struct str text = finder->issue->passages[p].text;

		for (size_t at = 0; (at = str_find(text, word, at)) != NPOS;
		     at += word.len)
			add_hit(hits, (struct hit){ p, at, at + word.len });
	}
}

static void find_pinyin(struct finder *finder, struct hits *hits,
                        struct str letters)
{
	size_t end;

	if (!pinyin_can_be(letters))
		return;
	if (!finder->pinyin)
		finder->pinyin = pinyin_new();
	for (size_t p = 0; p < finder->issue->passage_count; p++) {
		struct str text = finder->issue->passages[p].text;

		for (size_t at = 0; (at = pinyin_find(finder->pinyin, letters,
		                                      text, at, &end)) != NPOS;
		     at = end)
			add_hit(hits, (struct hit){ p, at, end });
	}
}

/* Of two that begin at one place the longer one is first. */
static int by_place(const void *a, const void *b)
{
	const struct hit *left = a, *right = b;

	if (left->passage != right->passage)
		return left->passage < right->passage ? -1 : 1;
	if (left->start != right->start)
		return left->start < right->start ? -1 : 1;
	return (left->end < right->end) - (left->end > right->end);
}

/* The article of a hit, or the place behind all for furniture, which is of none. */
static size_t article_of(const struct finder *finder, const struct hit *hit)
{
	size_t article = finder->issue->passages[hit->passage].article;

	return article == NPOS ? finder->issue->article_count : article;
}

/* Keeps the hits of articles that have all words: hits [starts[w], starts[w + 1])
 * are of word w. */
static void keep_common(const struct finder *finder, struct hits *hits,
                        const size_t *starts, size_t words)
{
	uint8_t *have = mem_alloc(finder->issue->article_count + 1);
	size_t kept = 0;

	for (size_t w = 0; w < words; w++)
		for (size_t i = starts[w]; i < starts[w + 1]; i++) {
			size_t article = article_of(finder, &hits->items[i]);

			if (have[article] == w)
				have[article]++;
		}
	for (size_t i = 0; i < hits->count; i++)
		if (have[article_of(finder, &hits->items[i])] == words)
			hits->items[kept++] = hits->items[i];
	hits->count = kept;
	if (kept)
		qsort(hits->items, kept, sizeof *hits->items, by_place);
	kept = 0;
	for (size_t i = 0; i < hits->count; i++)
		if (!kept ||
		    hits->items[i].passage != hits->items[kept - 1].passage ||
		    hits->items[i].start >= hits->items[kept - 1].end)
			hits->items[kept++] = hits->items[i];
	hits->count = kept;
	free(have);
}

static void find_words(struct finder *finder, struct hits *hits,
                       const struct query *query)
{
	size_t starts[QUERY_WORDS + 1] = { 0 };

	for (size_t w = 0; w < query->count; w++) {
		struct hits own = { 0 };

		find_folded(finder, &own, query->words[w]);
		for (size_t i = 0; i < own.count; i++)
			add_hit(hits, own.items[i]);
		hits_release(&own);
		starts[w + 1] = hits->count;
	}
	if (query->count > 1)
		keep_common(finder, hits, starts, query->count);
}

void finder_search(struct finder *finder, struct hits *hits, struct str pattern,
                   enum query_mode mode)
{
	struct query query = query_of(pattern, mode);

	hits->count = 0;
	if (!query.count)
		return;
	if (query.mode == QUERY_EXACT) {
		find_exact(finder, hits, query.words[0]);
		return;
	}
	if (query.mode == QUERY_AUTO)
		find_words(finder, hits, &query);
	if (query.mode == QUERY_PINYIN ||
	    (!hits->count && pinyin_can_be(pattern)))
		find_pinyin(finder, hits, pattern);
}

size_t hits_from(const struct hits *hits, size_t passage, size_t at)
{
	const struct hit *items = hits->items;
	size_t i;

	ARRAY_FIND(i, hits->count,
	           items[i].passage < passage ||
	                   (items[i].passage == passage && items[i].end <= at));
	return i;
}
