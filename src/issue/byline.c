/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/byline.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "issue/byline_table.inc"

#include <string.h>

#define HAN_FIRST   0x2e80 /* and all that is set with it */
#define HAN_BYTES   3      /* of a character of a Chinese name, in UTF-8 */
#define NAME_CHARS  4
#define LONG_NAME   "·" /* 阿依古丽·买买提 has as many as it likes */
#define LATIN_CHARS 40

/* The state of byline_names_init(). */
struct byline_reader {
	struct byline_names *names;
	bool is_half;      /* the last name is one character, so far */
	bool behind_slash; /* a slash stands before the next word */
};

bool byline_is_latin(struct str byline)
{
	for (size_t at = 0; at < byline.len;) {
		uint32_t c;

		at += utf8_next(byline, at, &c);
		if (c >= HAN_FIRST)
			return false;
	}
	return byline.len > 0;
}

/* Does the byline have more than one word behind its first one? */
static bool byline_has_words(struct str byline)
{
	size_t space = str_find(byline, STR(" "), 0);

	return space != NPOS && str_find(byline, STR(" "), space + 1) != NPOS;
}

/* Can a row of this kind stand at byte `at` of a byline?  Di Stefano is a name. */
static bool byline_may_stand(enum byline_kind kind, struct str byline,
                             size_t at)
{
	if (kind == BYLINE_LEADS)
		return at == 0 && byline_has_words(byline);
	return kind != BYLINE_DEED;
}

/* The longest row at byte `at` of a byline that parts words, or NULL. */
static const struct byline_row *byline_row_at(struct str byline, size_t at)
{
	struct str text = str_slice(byline, at, byline.len);
	const struct byline_row *longest = NULL;

	for (size_t i = 0; i < ARRAY_LEN(byline_rows); i++) {
		const struct byline_row *row = &byline_rows[i];

		if (byline_may_stand(row->kind, byline, at) &&
		    str_starts(text, str_from(row->word)) &&
		    (!longest || strlen(row->word) > strlen(longest->word)))
			longest = row;
	}
	return longest;
}

static bool byline_is_deed(struct str word)
{
	for (size_t i = 0; i < ARRAY_LEN(byline_rows); i++)
		if (byline_rows[i].kind == BYLINE_DEED &&
		    str_equal(word, str_from(byline_rows[i].word)))
			return true;
	return false;
}

static bool byline_is_name(struct str word)
{
	size_t chars = utf8_count(word);

	if (byline_is_latin(word))
		return chars > 1 && chars <= LATIN_CHARS;
	return str_find(word, STR(LONG_NAME), 0) != NPOS ||
	       (chars > 1 && chars <= NAME_CHARS &&
	        word.len == chars * HAN_BYTES);
}

/* Takes a word between two rows of the table.  方　砚 is one name, set wide. */
static void byline_take_word(struct byline_reader *reader, struct str word)
{
	struct byline_names *names = reader->names;
	bool is_half = word.len == HAN_BYTES && !byline_is_latin(word);

	if (byline_is_deed(word))
		return;
	if (reader->is_half && is_half) {
		buf_add(&names->items[names->count - 1], word);
		reader->is_half = false;
		return;
	}
	if (reader->is_half || names->count == BYLINE_NAMES_MOST ||
	    (!is_half && !byline_is_name(word))) {
		names->are_certain = false;
		return;
	}
	buf_init(&names->items[names->count]);
	buf_add(&names->items[names->count++], word);
	reader->is_half = is_half;
}

/* What parts words other than white space ends a name that is set wide. */
static void byline_end_half(struct byline_reader *reader, struct str parting)
{
	if (!reader->is_half || !str_trim(parting).len)
		return;
	reader->is_half = false;
	reader->names->are_certain = false;
}

/* The bytes at the head of `rest` that part words, where `row` (or NULL) stands; 0:
 * a word goes on.  Spaces are in Latin names, and part others. */
static size_t byline_parting_bytes(const struct byline_row *row,
                                   struct str rest, bool is_latin)
{
	if (row)
		return strlen(row->word);
	if (is_latin)
		return str_starts(rest, STR(" and ")) ? strlen(" and ") : 0;
	return str_starts(rest, STR(" ")) ? 1 : 0;
}

void byline_names_init(struct byline_names *names, struct str byline)
{
	struct byline_reader reader = { .names = names };
	bool is_latin = byline_is_latin(byline);

	*names = (struct byline_names){ .are_certain = utf8_is_valid(byline) };
	for (size_t start = 0, at = 0; at <= byline.len;) {
		struct str rest = str_slice(byline, at, byline.len);
		struct str word = str_trim(str_slice(byline, start, at));
		const struct byline_row *row = byline_row_at(byline, at);
		size_t bytes = byline_parting_bytes(row, rest, is_latin);
		bool is_place = reader.behind_slash && row &&
		                row->kind == BYLINE_REPORTED;

		if (!bytes && rest.len) {
			at++;
			continue;
		}
		if (word.len && !is_place)
			byline_take_word(&reader, word);
		if (row && row->kind == BYLINE_JOINS)
			names->are_certain = false;
		byline_end_half(&reader, str_slice(rest, 0, bytes));
		if (word.len || bytes)
			reader.behind_slash = str_starts(rest, STR("/")) ||
			                      str_starts(rest, STR("／"));
		at = start = at + (bytes ? bytes : 1);
	}
	names->are_certain &= !reader.is_half && names->count > 0;
}

void byline_names_release(struct byline_names *names)
{
	for (size_t i = 0; i < names->count; i++)
		buf_release(&names->items[i]);
	*names = (struct byline_names){ 0 };
}
