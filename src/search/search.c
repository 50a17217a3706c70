/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/search.h"

#include "base/mem.h"
#include "base/seek.h"
#include "base/utf8.h"
#include "issue/issue.h"
#include "search/all_words.h"
#include "search/index.h"
#include "search/seams.h"
#include "text/pinyin.h"

#include <assert.h>
#include <stdlib.h>

/* The parts of a search, in their order; a pattern may skip some. */
enum phase {
	PHASE_WORDS, /* the words of the query, one after the other */
	PHASE_EXACT, /* the pattern as it was typed, in the text as it was read */
	PHASE_PINYIN, /* the letters of the pattern as pinyin */
	PHASE_OVER
};

struct search {
	struct search_index *index; /* borrowed */
	struct hits *hits;          /* borrowed */
	struct buf pattern;
	struct query query; /* borrows from pattern */
	enum phase phase;

	size_t word;       /* index of the word being searched, PHASE_WORDS */
	struct buf folded; /* that word, folded */
	struct seek seek;  /* for that word, or for the pattern, PHASE_EXACT */
	struct fold_walk walk;  /* from hits in the folded text to passages */
	struct seam_hits seams; /* of that word or of the pattern */
	struct hits several;    /* the hits of the words, of several words */
	size_t starts[QUERY_WORDS + 1]; /* index of each word's first hit in
	                                   `several`; [word count]: their end */

	struct buf letters;       /* the pattern, folded */
	struct spelling spelling; /* of the letters, PHASE_PINYIN */

	/* What is searched next: in PHASE_WORDS byte `at` of the index's text, in
	 * the later phases passage `passage`. */
	size_t passage, at;
};

/* Of a text at a seam, so much stands on both sides: a folded character may come from
 * several, and white space between them. */
#define REACH_TIMES 8
#define REACH_BYTES 64

static void search_begin_seams(struct search *search, seam_match *match)
{
	seam_hits_find(&search->seams, search->index->issue,
	               search->pattern.len * REACH_TIMES + REACH_BYTES, match,
	               search);
}

/* The list that the hits of the current phase go to. */
static struct hits *search_hits(struct search *search)
{
	return search->phase == PHASE_WORDS && search->query.count > 1
	               ? &search->several
	               : search->hits;
}

/* Adds a hit, and before it those at seams whose turn has come. */
static void search_add(struct search *search, struct hit hit)
{
	struct hits *hits = search_hits(search);

	if (!search->seams.found.count) {
		hits_add(hits, hit);
		return;
	}
	seam_hits_add_before(&search->seams, hits, hit.passage, hit.start);
	if (!seam_hits_cover(&search->seams, search->index->issue, &hit))
		hits_add(hits, hit);
}

/* The next match of the current word in a text that is not folded. */
static size_t search_next_word(const void *pattern, struct str text, size_t at,
                               size_t *end)
{
	const struct search *search = pattern;
	struct str rest = str_slice(text, at, text.len);
	struct fold_marks marks = { 0 };
	struct fold_walk walk = { 0 };
	struct fold_origin origin;
	struct buf folded;
	size_t found;

	buf_init(&folded);
	fold_add(&folded, rest, &marks);
	found = seek_next(&search->seek, buf_str(&folded), 0);
	if (found != NPOS) {
		origin = fold_origin(&walk, &marks, found,
		                     search->seek.part.len);
		found = at + origin.start;
		*end = at + origin.end;
	}
	buf_release(&folded);
	free(marks.items);
	return found;
}

/* The beginning and the end of the next hit in `text` from byte `at` on, or NPOS. */
static size_t search_next_exact(const void *pattern, struct str text, size_t at,
                                size_t *end)
{
	const struct search *search = pattern;

	at = seek_next(&search->seek, text, at);
	*end = at + search->seek.part.len;
	return at;
}

static size_t search_next_pinyin(const void *pattern, struct str text,
                                 size_t at, size_t *end)
{
	const struct search *search = pattern;

	return pinyin_find(search->index->pinyin, &search->spelling, text, at,
	                   end);
}

static void search_begin_word(struct search *search)
{
	assert(search->word < search->query.count);
	search->walk = (struct fold_walk){ 0 };
	search->at = 0;
	buf_clear(&search->folded);
	fold_add(&search->folded, search->query.words[search->word], NULL);
	search->seek = seek_for(buf_str(&search->folded),
	                        buf_str(&search->index->text));
	if (search->seek.part.len)
		search_begin_seams(search, search_next_word);
}

/* Can the pattern be pinyin? */
static bool search_in_letters(const struct search *search)
{
	return search->query.mode != QUERY_EXACT &&
	       pinyin_can_be(buf_str(&search->letters));
}

static void search_begin_phase(struct search *search, enum phase phase)
{
	search->phase = phase;
	search->passage = search->at = 0;
	if (phase == PHASE_WORDS)
		search_begin_word(search);
	if (phase == PHASE_EXACT) {
		search->seek = seek_for(search->query.words[0],
		                        buf_str(&search->index->text));
		search_begin_seams(search, search_next_exact);
	}
	if (phase == PHASE_PINYIN) {
		search->spelling = spelling_of(buf_str(&search->letters));
		if (!search->index->pinyin)
			search->index->pinyin = pinyin_new();
		search_begin_seams(search, search_next_pinyin);
	}
}

/* Is the word UTF-8?  Other bytes would be found inside characters. */
static bool search_is_text(struct str word)
{
	return utf8_is_valid(word);
}

static enum phase search_first_phase(const struct search *search)
{
	const struct query *query = &search->query;

	if (!query->count)
		return PHASE_OVER;
	if (query->mode == QUERY_AUTO)
		return PHASE_WORDS;
	if (query->mode == QUERY_EXACT)
		return search_is_text(query->words[0]) ? PHASE_EXACT
		                                       : PHASE_OVER;
	return search_in_letters(search) ? PHASE_PINYIN : PHASE_OVER;
}

struct search *search_new(struct search_index *index, struct hits *hits,
                          struct str pattern, enum query_mode mode)
{
	struct search *search = mem_alloc(sizeof *search);

	search->index = index;
	search->hits = hits;
	hits->count = 0;
	buf_init(&search->pattern);
	buf_init(&search->folded);
	buf_init(&search->letters);
	fold_add(&search->letters, pattern, NULL);
	buf_add(&search->pattern, pattern);
	search->query = query_of(buf_str(&search->pattern), mode);
	search_index_follow(index);
	search_begin_phase(search, search_first_phase(search));
	return search;
}

void search_free(struct search *search)
{
	if (!search)
		return;
	buf_release(&search->pattern);
	buf_release(&search->folded);
	buf_release(&search->letters);
	hits_release(&search->several);
	seam_hits_release(&search->seams);
	free(search);
}

/* Adds the hit at byte `at` of the folded text and goes on behind it.  A character
 * that folds to several (㎡ to m2) is in one hit, as a whole; white space that
 * folding drops behind the hit is not part of it. */
static void search_add_folded(struct search *search, size_t at)
{
	struct fold_origin origin =
		fold_origin(&search->walk, &search->index->marks, at,
	                    search->seek.part.len);

	search_add(search,
	           (struct hit){ origin.text, origin.start, origin.end, 0 });
	search->at = origin.folded_end;
}

/* Adds the hits of the current word that begin in the next `bytes` of the folded
 * text; false at the end of the text. */
static bool search_step_word(struct search *search, size_t bytes)
{
	struct str text = buf_str(&search->index->text);
	size_t len = search->seek.part.len, end = search->at, at;

	if (!len || search->at >= text.len)
		return false;
	end += bytes < text.len - end ? bytes : text.len - end;
	if (len - 1 < text.len - end)
		text.len = end + len - 1;
	while ((at = seek_next(&search->seek, text, search->at)) != NPOS)
		search_add_folded(search, at);
	if (search->at < end)
		search->at = end;
	return end < search->index->text.len;
}

/* Adds the hits at seams behind the last other hit. */
static void search_end_seams(struct search *search)
{
	seam_hits_add_before(&search->seams, search_hits(search), NPOS, 0);
}

static void search_end_word(struct search *search)
{
	const size_t words = search->query.count;

	search_end_seams(search);
	search->starts[++search->word] = search->several.count;
	if (search->word < words) {
		search_begin_word(search);
		return;
	}
	if (words > 1) {
		all_words_keep(&search->several, search->index->issue,
		               search->starts, words);
		hits_release(search->hits);
		*search->hits = search->several;
		hits_init(&search->several);
	}
	search_begin_phase(search,
	                   !search->hits->count && search_in_letters(search)
	                           ? PHASE_PINYIN
	                           : PHASE_OVER);
}

/* Adds the hits that `next` finds in the next passages, until these have `bytes` or
 * more; false behind the last passage. */
static bool search_step_passages(struct search *search, size_t bytes,
                                 seam_match *next)
{
	const struct issue *issue = search->index->issue;
	size_t done = 0, end = 0;

	for (; search->passage < issue->passage_count && done < bytes;
	     search->passage++) {
		struct str text = issue->passages[search->passage].text;

		for (size_t at = 0; (at = next(search, text, at, &end)) != NPOS;
		     at = end)
			search_add(search,
			           (struct hit){ search->passage, at, end, 0 });
		done += text.len;
	}
	if (search->passage < issue->passage_count)
		return true;
	search_end_seams(search);
	return false;
}

bool search_step(struct search *search, size_t bytes)
{
	switch (search->phase) {
	case PHASE_WORDS:
		if (!search_step_word(search, bytes))
			search_end_word(search);
		break;
	case PHASE_EXACT:
		if (!search_step_passages(search, bytes, search_next_exact))
			search_begin_phase(search, PHASE_OVER);
		break;
	case PHASE_PINYIN:
		if (!search_step_passages(search, bytes, search_next_pinyin))
			search_begin_phase(search, PHASE_OVER);
		break;
	case PHASE_OVER:
		break;
	}
	return search->phase != PHASE_OVER;
}

/* A pattern of letters may have to be searched twice, folded and as pinyin, so each
 * search counts as half. */
double search_share(const struct search *search)
{
	const struct search_index *index = search->index;
	bool twice =
		search->query.mode == QUERY_AUTO && search_in_letters(search);
	double share = 1;

	switch (search->phase) {
	case PHASE_WORDS:
		share = ((double)search->word +
		         (double)search->at / ((double)index->text.len + 1)) /
		        (double)search->query.count;
		return twice ? share / 2 : share;
	case PHASE_EXACT:
	case PHASE_PINYIN:
		share = (double)search->passage / ((double)index->count + 1);
		return twice ? .5 + share / 2 : share;
	default:
		return share;
	}
}

void search_all(struct search_index *index, struct hits *hits,
                struct str pattern, enum query_mode mode)
{
	struct search *search = search_new(index, hits, pattern, mode);

	while (search_step(search, SIZE_MAX))
		continue;
	search_free(search);
}
