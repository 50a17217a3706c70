/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state/kept_place.h"

#include "base/utf8.h"
#include "issue/issue.h"

struct kept_place kept_place_of(const struct issue *issue, size_t passage,
                                size_t at, struct buf *words)
{
	struct str text = issue->passages[passage].text;
	size_t line = passage_line_at(&issue->passages[passage], at);
	size_t begin = words->len;
	int letters = 0;

	while (at < text.len && letters < KEPT_PLACE_LETTERS) {
		size_t space = str_space_at(text, at);
		uint32_t c;
		size_t next = at + (space ? space : utf8_next(text, at, &c));

		if (!space) {
			buf_add(words, str_slice(text, at, next));
			letters++;
		}
		at = next;
	}
	return (struct kept_place){
		.page = issue->passages[passage].page,
		.line = line == NPOS ? 0 : issue->lines[line].number,
		.words = str_slice(buf_str(words), begin, words->len),
	};
}

/* Do the words begin at byte `at` of the text, white space left out? */
static bool words_are_at(struct str text, size_t at, struct str words)
{
	size_t done = 0;

	while (done < words.len && at < text.len) {
		size_t space = str_space_at(text, at);

		if (space) {
			at += space;
			continue;
		}
		if (text.ptr[at] != words.ptr[done])
			return false;
		at++;
		done++;
	}
	return done == words.len;
}

/* The next byte of a text from `from` on at which the words begin, or NPOS. */
static size_t words_find(struct str text, size_t from, struct str words)
{
	uint32_t c;
	size_t first = utf8_next(words, 0, &c);

	for (;;) {
		from = str_find(text, str_slice(words, 0, first), from);
		if (from == NPOS || words_are_at(text, from, words))
			return from;
		from += first;
	}
}

/* How far a line of a passage is from a place: by pages, then by lines. */
static size_t kept_place_distance(const struct issue *issue, size_t passage,
                                  size_t at, const struct kept_place *place)
{
	const size_t page_lines = (size_t)1 << 24;
	size_t line = passage_line_at(&issue->passages[passage], at);
	size_t page = issue->passages[passage].page, number;

	number = line == NPOS ? 0 : issue->lines[line].number;
	return (page > place->page ? page - place->page : place->page - page) *
	               page_lines +
	       (number > place->line ? number - place->line
	                             : place->line - number);
}

bool kept_place_find(const struct issue *issue, const struct kept_place *place,
                     size_t *passage, size_t *at)
{
	size_t nearest = NPOS;

	if (!place->words.len)
		return false;
	for (size_t i = 0; i < issue->passage_count; i++) {
		struct str text = issue->passages[i].text;
		size_t found = words_find(text, 0, place->words);

		while (found != NPOS) {
			size_t distance =
				kept_place_distance(issue, i, found, place);

			if (distance < nearest) {
				nearest = distance;
				*passage = i;
				*at = found;
			}
			found = words_find(text, found + 1, place->words);
		}
	}
	return nearest != NPOS;
}
