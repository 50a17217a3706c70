/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/row_match.h"

#include "base/mem.h"
#include "search/query.h"
#include "text/fold.h"
#include "text/pinyin.h"

#include <stdlib.h>

/* Stands between two folded texts; folding never yields it. */
#define BORDER '\n'

struct row_match {
	struct buf pattern;
	struct query query; /* borrows from pattern */
	struct buf words[QUERY_WORDS];
	struct buf texts;      /* of the current row, folded */
	struct pinyin *pinyin; /* NULL: the pattern cannot be pinyin */
	struct buf letters;    /* the pattern, folded */
	struct spelling spelling;
};

struct row_match *row_match_new(struct str pattern)
{
	struct row_match *matcher = mem_alloc(sizeof *matcher);

	buf_init(&matcher->pattern);
	buf_add(&matcher->pattern, pattern);
	buf_init(&matcher->texts);
	matcher->query = query_of(buf_str(&matcher->pattern), QUERY_AUTO);
	for (size_t w = 0; w < matcher->query.count; w++) {
		buf_init(&matcher->words[w]);
		fold_add(&matcher->words[w], matcher->query.words[w], NULL);
	}
	buf_init(&matcher->letters);
	fold_add(&matcher->letters, pattern, NULL);
	if (matcher->query.mode == QUERY_AUTO &&
	    pinyin_can_be(buf_str(&matcher->letters))) {
		matcher->pinyin = pinyin_new();
		matcher->spelling = spelling_of(buf_str(&matcher->letters));
	}
	return matcher;
}

void row_match_free(struct row_match *matcher)
{
	if (!matcher)
		return;
	for (size_t w = 0; w < matcher->query.count; w++)
		buf_release(&matcher->words[w]);
	buf_release(&matcher->pattern);
	buf_release(&matcher->texts);
	buf_release(&matcher->letters);
	pinyin_free(matcher->pinyin);
	free(matcher);
}

static bool row_match_fits_folded(struct row_match *matcher,
                                  const struct str *texts, size_t count)
{
	buf_clear(&matcher->texts);
	for (size_t i = 0; i < count; i++) {
		fold_add(&matcher->texts, texts[i], NULL);
		buf_add_byte(&matcher->texts, BORDER);
	}
	for (size_t w = 0; w < matcher->query.count; w++)
		if (str_find(buf_str(&matcher->texts),
		             buf_str(&matcher->words[w]), 0) == NPOS)
			return false;
	return true;
}

static bool row_match_fits_exactly(const struct row_match *matcher,
                                   const struct str *texts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_find(texts[i], matcher->query.words[0], 0) != NPOS)
			return true;
	return false;
}

static bool row_match_fits_pinyin(const struct row_match *matcher,
                                  const struct str *texts, size_t count)
{
	size_t end;

	for (size_t i = 0; matcher->pinyin && i < count; i++)
		if (pinyin_find(matcher->pinyin, &matcher->spelling, texts[i],
		                0, &end) != NPOS)
			return true;
	return false;
}

bool row_match_fits(struct row_match *matcher, const struct str *texts,
                    size_t count)
{
	if (!matcher->query.count)
		return true;
	if (matcher->query.mode == QUERY_EXACT)
		return row_match_fits_exactly(matcher, texts, count);
	return row_match_fits_folded(matcher, texts, count) ||
	       row_match_fits_pinyin(matcher, texts, count);
}
