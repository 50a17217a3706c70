/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/query.h"

#include "base/utf8.h"
#include "text/fold.h"
#include "text/width.h"

#include <stdbool.h>

static const struct {
	const char *open, *close;
} quotes[] = { { "\"", "\"" }, { "“", "”" }, { "＂", "＂" } };

static struct str query_rest_of(struct str text, size_t at)
{
	return str_slice(text, at, text.len);
}

/* The quoted word at the head of `text` without its marks, or an empty one; *end
 * becomes the byte behind the closing mark. */
static struct str query_quoted(struct str text, size_t *end)
{
	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
		struct str open = str_from(quotes[i].open);
		struct str close = str_from(quotes[i].close);
		size_t at;

		if (!str_starts(text, open))
			continue;
		at = str_find(text, close, open.len);
		if (at == NPOS || at == open.len)
			continue;
		*end = at + close.len;
		return str_slice(text, open.len, at);
	}
	return STR("");
}

static bool query_is_space(struct str text, size_t at, size_t *next)
{
	*next = at + 1;
	if (text.ptr[at] == ' ' || text.ptr[at] == '\t')
		return true;
	*next = at + 3;
	return str_starts(query_rest_of(text, at), STR("\u3000"));
}

/* Is the word of a script that sets spaces between words?  Folding keeps the spaces
 * between the same characters (text/fold.h). */
static bool query_is_spaced(struct str word)
{
	for (size_t at = 0; at < word.len;) {
		uint32_t c, folded;

		at += utf8_next(word, at, &c);
		folded = fold_one(c);
		if (width_class(folded ? folded : c) == CLASS_WIDE)
			return false;
	}
	return true;
}

/* The word from byte `at` up to a space; *end becomes the byte behind the word. */
static struct str query_plain_word(struct str text, size_t at, size_t *end)
{
	size_t next;

	*end = at;
	while (*end < text.len && !query_is_space(text, *end, &next))
		++*end;
	return str_slice(text, at, *end);
}

static void query_add_word(struct query *query, struct str word, bool goes_on)
{
	struct str *last = &query->words[query->count ? query->count - 1 : 0];

	if (!query->count || (!goes_on && query->count < QUERY_WORDS))
		query->words[query->count++] = word;
	else
		last->len = (size_t)(word.ptr + word.len - last->ptr);
}

static void query_take_apart(struct query *query, struct str text)
{
	bool spaced = false; /* the word before is, without marks around it */
	size_t at = 0, next;

	while (at < text.len) {
		struct str word;

		if (query_is_space(text, at, &next)) {
			at = next;
			continue;
		}
		word = query_quoted(query_rest_of(text, at), &next);
		if (word.len) {
			query_add_word(query, word, false);
			spaced = false;
			at += next;
			continue;
		}
		word = query_plain_word(text, at, &at);
		query_add_word(query, word, spaced && query_is_spaced(word));
		spaced = query_is_spaced(word);
	}
}

/* Is there a word of a single character?  Chinese text is copied with the spaces
 * that were set into it (2 月 19 日, 防 控), and then the pattern is one word. */
static bool query_is_copied(const struct query *query)
{
	for (size_t i = 0; i < query->count; i++)
		if (utf8_after(query->words[i], 0) >= query->words[i].len)
			return true;
	return false;
}

struct query query_of(struct str pattern, enum query_mode mode)
{
	struct query query = { .mode = mode };
	bool marked = mode == QUERY_AUTO && str_starts(pattern, STR("'"));

	if (marked) {
		query.mode = QUERY_EXACT;
		pattern = query_rest_of(pattern, 1);
	}
	if (query.mode == QUERY_AUTO)
		query_take_apart(&query, pattern);
	if (query.mode == QUERY_AUTO && query_is_copied(&query))
		query = (struct query){ .words = { pattern }, .count = 1 };
	if (query.mode != QUERY_AUTO && pattern.len)
		query_add_word(&query, pattern, false);
	return query;
}
