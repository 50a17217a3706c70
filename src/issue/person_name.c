/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/person_name.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "issue/surname_table.inc"
#include "text/fold.h"

#include <unictype.h>

#define GIVEN_CHARS 2 /* of a Chinese given name, at most */

/* Do two texts begin with the same character, in whatever form it is written? */
static bool same_character(struct str a, struct str b)
{
	uint32_t first, second;

	if (!a.len || !b.len)
		return false;
	utf8_next(a, 0, &first);
	utf8_next(b, 0, &second);
	return first == second ||
	       (fold_one(first) && fold_one(first) == fold_one(second));
}

static bool is_surname_of_one(struct str name)
{
	const struct str all = str_from(surnames_of_one);

	for (size_t at = 0; at < all.len; at = utf8_after(all, at))
		if (same_character(str_slice(all, at, all.len), name))
			return true;
	return false;
}

static bool is_surname_of_two(struct str name)
{
	struct str second = str_slice(name, utf8_after(name, 0), name.len);

	for (size_t i = 0; i < ARRAY_LEN(surnames_of_two); i++) {
		struct str surname = str_from(surnames_of_two[i]);

		if (same_character(surname, name) &&
		    same_character(str_slice(surname, utf8_after(surname, 0),
		                             surname.len),
		                   second))
			return true;
	}
	return false;
}

/* Divides a name of `chars` ideographs. */
static void divide_ideographs(struct person_name *name, size_t chars)
{
	struct str whole = name->whole;
	size_t end = utf8_after(whole, 0);

	if (chars > 2 && is_surname_of_two(whole)) {
		end = utf8_after(whole, end);
		chars--;
	} else if (!is_surname_of_one(whole)) {
		return;
	}
	if (chars < 2 || chars - 1 > GIVEN_CHARS)
		return;
	name->family = str_slice(whole, 0, end);
	name->given = str_slice(whole, end, whole.len);
}

/* The beginning of the last word of a text. */
static size_t last_word(struct str text)
{
	size_t at = text.len;

	while (at && !str_space_before(text, at))
		at--;
	return at;
}

static bool is_suffix(struct str word)
{
	static const char *const suffixes[] = { "Jr.", "Jr",  "Sr.", "Sr",
		                                "II",  "III", "IV" };

	for (size_t i = 0; i < ARRAY_LEN(suffixes); i++)
		if (str_equal(word, str_from(suffixes[i])))
			return true;
	return false;
}

/* Does the word begin with a small letter, as van and de do? */
static bool is_particle(struct str word)
{
	uint32_t c;

	if (!word.len)
		return false;
	utf8_next(word, 0, &c);
	return uc_is_lower(c);
}

static struct str trim_comma(struct str text)
{
	text = str_trim(text);
	if (str_ends(text, STR(",")))
		text.len--;
	return str_trim(text);
}

static void divide_words(struct person_name *name)
{
	struct str rest = name->whole;
	struct str suffix = str_slice(rest, last_word(rest), rest.len);
	size_t at;

	if (is_suffix(suffix))
		rest = trim_comma(str_slice(rest, 0, rest.len - suffix.len));
	else
		suffix.len = 0;
	at = last_word(rest);
	while (at) {
		struct str before = str_trim(str_slice(rest, 0, at));
		size_t word = last_word(before);

		if (!is_particle(str_slice(before, word, before.len)))
			break;
		at = word;
	}
	if (!at || str_find(rest, STR(","), 0) != NPOS)
		return;
	name->family = str_slice(rest, at, rest.len);
	name->given = str_trim(str_slice(rest, 0, at));
	name->suffix = suffix;
}

struct person_name person_name_parts(struct str name, bool is_chinese)
{
	struct person_name parts = { .whole = str_trim(name) };
	size_t chars = utf8_count(parts.whole);
	bool has_space = last_word(parts.whole) > 0;
	uint32_t c;

	if (!parts.whole.len || str_find(name, STR("·"), 0) != NPOS)
		return parts;
	utf8_next(parts.whole, 0, &c);
	if (!uc_is_property_ideographic(c)) {
		if (has_space)
			divide_words(&parts);
	} else if (is_chinese && !has_space) {
		divide_ideographs(&parts, chars);
	}
	return parts;
}
