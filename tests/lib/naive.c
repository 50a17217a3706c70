/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "naive.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "search/search.h"
#include "text/fold.h"

#include <stdlib.h>
#include <unictype.h>
#include <unistr.h>

/*
 * A naive scan: every character is folded by itself, with the marks that belong to it, and at every place the pattern
 * is compared unit by unit.  What it finds is what must be found.
 */

/* A character as a search sees it, or the white space that counts between two. */
struct unit {
	size_t start, end; /* bytes of the passage */
	size_t at, len;    /* bytes of the units' text */
};

struct units {
	struct buf text;
	struct unit *items;
	size_t count, cap;
};

#define CLUSTER_MAX 8 /* characters that fold together */

static bool is_boundary(struct str text, size_t at)
{
	return at >= text.len || ((unsigned char)text.ptr[at] & 0xc0) != 0x80;
}

static size_t char_end(struct str text, size_t at)
{
	do
		at++;
	while (!is_boundary(text, at));
	return at;
}

bool naive_joins(uint32_t c)
{
	return c >= 0x300 && (uc_combining_class(c) || c == 0xff9e ||
	                      c == 0xff9f || (c >= 0x1160 && c < 0x1200));
}

/* Appends a text folded by itself; the bytes it folds to. */
static size_t add_folded(struct buf *out, struct str text)
{
	struct buf folded;
	size_t len;

	buf_init(&folded);
	fold_add(&folded, text, NULL);
	len = folded.len;
	buf_add(out, buf_str(&folded));
	buf_release(&folded);
	return len;
}

struct buf naive_fold(struct str text)
{
	struct buf out;

	buf_init(&out);
	add_folded(&out, text);
	return out;
}

static size_t folded_len(struct str text)
{
	struct buf out = naive_fold(text);
	size_t len = out.len;

	buf_release(&out);
	return len;
}

size_t naive_cluster_end(struct str text, size_t at)
{
	size_t end = char_end(text, at);
	ucs4_t c;

	/* White space, and what is not seen, has no marks. */
	if (!folded_len(str_slice(text, at, end)))
		return end;
	for (int chars = 1; chars < CLUSTER_MAX && end < text.len; chars++) {
		u8_mbtouc(&c, (const uint8_t *)text.ptr + end, text.len - end);
		if (!naive_joins(c))
			break;
		end = char_end(text, end);
	}
	return end;
}

static bool is_white(struct str c)
{
	struct buf text;
	bool white;

	buf_init(&text);
	buf_addf(&text, "a%.*sb", (int)c.len, c.ptr);
	white = folded_len(buf_str(&text)) == 3 && !folded_len(c);
	buf_release(&text);
	return white;
}

static void add_piece(struct units *units, size_t start, size_t end,
                      struct str text)
{
	size_t at = units->text.len;
	size_t len = add_folded(&units->text, text);

	if (!len) {
		buf_add(&units->text, text);
		len = text.len;
	}
	*ARRAY_ADD(units->items, units->count, units->cap) =
		(struct unit){ start, end, at, len };
}

static void take_apart(struct units *units, struct str text)
{
	size_t before = NPOS, space = NPOS, end;

	for (size_t at = 0; at < text.len; at = end) {
		struct str c;
		size_t alone;

		end = naive_cluster_end(text, at);
		c = str_slice(text, at, end);
		alone = folded_len(c);
		if (!alone) {
			if (space == NPOS && is_white(c))
				space = at;
			continue;
		}
		/* Whether white space counts is for the two beside it. */
		if (space != NPOS && before != NPOS &&
		    folded_len(str_slice(text, before, end)) >
		            alone + units->items[units->count - 1].len)
			add_piece(units, space, char_end(text, space),
			          STR(" "));
		add_piece(units, at, end, c);
		before = at;
		space = NPOS;
	}
}

/* The unit in which a match from byte `from` of unit `i` on ends, or NPOS. */
static size_t match(const struct units *units, size_t i, size_t from,
                    struct str want)
{
	for (; i < units->count; i++, from = 0) {
		const struct unit *unit = &units->items[i];
		struct str have = { units->text.ptr + unit->at + from,
			            unit->len - from };

		if (have.len >= want.len)
			return str_starts(have, want) ? i : NPOS;
		if (!str_starts(want, have))
			return NPOS;
		want = str_slice(want, have.len, want.len);
	}
	return NPOS;
}

static void add_hit(struct hits *hits, struct hit hit)
{
	*ARRAY_ADD(hits->items, hits->count, hits->cap) = hit;
}

static void scan_passage(struct hits *hits, const struct units *units,
                         size_t passage, struct str want)
{
	for (size_t i = 0; i < units->count;) {
		const struct unit *unit = &units->items[i];
		struct str text = { units->text.ptr + unit->at, unit->len };
		size_t last = NPOS;

		for (size_t from = 0; from < text.len && last == NPOS;
		     from = char_end(text, from))
			last = match(units, i, from, want);
		if (last != NPOS) {
			add_hit(hits,
			        (struct hit){ passage, unit->start,
			                      units->items[last].end, 0 });
			i = last;
		}
		i++;
	}
}

/* All passages taken apart, for a few words. */
static struct units *passages_of(const struct issue *issue)
{
	struct units *all = mem_alloc((issue->passage_count + 1) * sizeof *all);

	for (size_t p = 0; p < issue->passage_count; p++) {
		buf_init(&all[p].text);
		take_apart(&all[p], issue->passages[p].text);
	}
	return all;
}

static void passages_free(struct units *all, const struct issue *issue)
{
	for (size_t p = 0; p < issue->passage_count; p++) {
		buf_release(&all[p].text);
		free(all[p].items);
	}
	free(all);
}

/* All hits of one word, and which articles have it: those of passages that are of
 * none are one. */
static void scan_word(struct hits *hits, const struct issue *issue,
                      const struct units *all, struct str word, uint8_t *have)
{
	struct buf want = naive_fold(word);

	for (size_t p = 0; p < issue->passage_count && want.len; p++) {
		size_t article = issue->passages[p].article, before;

		before = hits->count;
		scan_passage(hits, &all[p], p, buf_str(&want));
		if (hits->count > before)
			have[article == NPOS ? issue->article_count
			                     : parts_whole(issue, article)] = 1;
	}
	buf_release(&want);
}

/* The first of the hits, the longest of those that begin there, which is not before
 * byte `at` of `passage`; NULL: no more. */
static const struct hit *first_hit(const struct hits *hits, size_t passage,
                                   size_t at)
{
	const struct hit *first = NULL;

	for (size_t i = 0; i < hits->count; i++) {
		const struct hit *hit = &hits->items[i];

		if (hit->passage != passage || hit->start < at)
			continue;
		if (!first || hit->start < first->start ||
		    (hit->start == first->start && hit->end > first->end))
			first = hit;
	}
	return first;
}

/* Of all hits those that are in articles with all words, none over another. */
static void choose(struct hits *chosen, const struct hits *all,
                   const struct issue *issue, const uint8_t *have, size_t words)
{
	size_t owners = issue->article_count + 1;

	for (size_t p = 0; p < issue->passage_count; p++) {
		size_t article = issue->passages[p].article;
		const struct hit *hit;
		size_t count = 0;

		article = article == NPOS ? issue->article_count
		                          : parts_whole(issue, article);
		for (size_t w = 0; w < words; w++)
			count += have[w * owners + article];
		for (size_t at = 0;
		     count == words && (hit = first_hit(all, p, at)) != NULL;
		     at = hit->end)
			add_hit(chosen, *hit);
	}
}

static void scan_words(struct hits *hits, const struct issue *issue,
                       const struct query *query)
{
	size_t owners = issue->article_count + 1;
	uint8_t *have = mem_alloc(query->count * owners);
	struct units *passages = passages_of(issue);
	struct hits all;

	hits_init(&all);
	for (size_t w = 0; w < query->count; w++)
		scan_word(&all, issue, passages, query->words[w],
		          have + w * owners);
	choose(hits, &all, issue, have, query->count);
	hits_release(&all);
	passages_free(passages, issue);
	free(have);
}

static void scan_exact(struct hits *hits, const struct issue *issue,
                       struct str word)
{
	for (size_t p = 0; p < issue->passage_count; p++) {
		struct str text = issue->passages[p].text;

		for (size_t at = 0; at + word.len <= text.len;) {
			size_t end = at + word.len;
			bool is_hit = is_boundary(text, end) &&
			              str_equal(str_slice(text, at, end), word);

			if (is_hit)
				add_hit(hits, (struct hit){ p, at, end, 0 });
			at = is_hit ? end : char_end(text, at);
		}
	}
}

void naive_search(struct hits *hits, const struct issue *issue,
                  const struct query *query)
{
	if (query->count && query->mode == QUERY_EXACT)
		scan_exact(hits, issue, query->words[0]);
	if (query->count && query->mode == QUERY_AUTO)
		scan_words(hits, issue, query);
}
