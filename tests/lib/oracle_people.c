/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "export/citation.h"
#include "issue/byline.h"
#include "issue/name_day.h"
#include "issue/person_name.h"
#include "load/input/decode.h"

#include <stdio.h>

/* What is taken from bylines, names and names of files is there, and nothing is invented. */

static char *wrong_of(const char *what, struct str text)
{
	struct buf sentence;

	buf_init(&sentence);
	buf_addf(&sentence, "%s: %.*s", what, (int)text.len, text.ptr);
	return buf_steal(&sentence);
}

/* The next character of a text that is no white space; 0: there is none. */
static uint32_t next_black(struct str text, size_t *at)
{
	while (*at < text.len) {
		size_t space = str_space_at(text, *at);
		uint32_t c;

		if (!space) {
			*at += utf8_next(text, *at, &c);
			return c;
		}
		*at += space;
	}
	return 0;
}

/* Finds the characters of `name`, but for white space, one behind the other in `byline`
 * from *at on, which is then behind them. */
static bool takes_name(struct str byline, size_t *at, struct str name)
{
	for (size_t start = *at; start < byline.len; start++) {
		size_t in_name = 0, in_line = start, end = start;
		uint32_t want;

		if (utf8_continues(byline.ptr[start]))
			continue;
		while ((want = next_black(name, &in_name)) &&
		       next_black(byline, &in_line) == want)
			end = in_line;
		if (!want) {
			*at = end;
			return true;
		}
	}
	return false;
}

static bool is_part(struct str whole, struct str part)
{
	return !part.len || (part.ptr >= whole.ptr &&
	                     part.ptr + part.len <= whole.ptr + whole.len);
}

/* The parts of a name are of it, and have no byte twice. */
static char *check_parts(struct str name, bool is_chinese)
{
	struct person_name parts = person_name_parts(name, is_chinese);
	const struct str all[] = { parts.family, parts.given, parts.suffix };

	if (!parts.family.len != !parts.given.len)
		return wrong_of("a name is half divided", name);
	for (size_t i = 0; i < ARRAY_LEN(all); i++) {
		if (!is_part(parts.whole, all[i]) ||
		    (all[i].len && !str_trim(all[i]).len))
			return wrong_of("a part is not of its name", name);
		for (size_t k = 0; k < i; k++)
			if (all[i].len && all[k].len &&
			    all[i].ptr < all[k].ptr + all[k].len &&
			    all[k].ptr < all[i].ptr + all[i].len)
				return wrong_of("two parts of a name overlap",
				                name);
	}
	return NULL;
}

static char *check_byline(struct str byline)
{
	struct byline_names names;
	char *wrong = NULL;
	size_t at = 0;

	byline_names_init(&names, byline);
	if (names.are_certain && !names.count)
		wrong = wrong_of("certain of no names", byline);
	for (size_t i = 0; i < names.count && names.are_certain && !wrong;
	     i++) {
		struct str name = buf_str(&names.items[i]);

		if (!str_trim(name).len)
			wrong = wrong_of("an empty name in", byline);
		else if (!takes_name(byline, &at, name))
			wrong = wrong_of("a name that is not there", name);
		for (int chinese = 0; chinese < 2 && !wrong; chinese++)
			wrong = check_parts(name, chinese);
	}
	byline_names_release(&names);
	return wrong;
}

/* A day is one of the calendar, and its digits stand in the path. */
static char *check_day(struct str path)
{
	static const int days[] = { 31, 29, 31, 30, 31, 30,
		                    31, 31, 30, 31, 30, 31 };
	char day[NAME_DAY_CHARS + 1];
	int year, month, date;

	if (!name_day_find(path, day))
		return NULL;
	if (sscanf(day, "%4d-%2d-%2d", &year, &month, &date) != 3 ||
	    month < 1 || month > 12 || date < 1 || date > days[month - 1])
		return wrong_of("a day of no calendar", str_from(day));
	return str_find(path, str_slice(str_from(day), 0, 4), 0) != NPOS
	               ? NULL
	               : wrong_of("a year that is not there", path);
}

/* Authors are cited where they are certain, and nothing is left behind otherwise. */
static char *check_authors(struct str byline)
{
	struct buf authors;
	struct byline_names names;
	char *wrong = NULL;
	bool cited;

	buf_init(&authors);
	byline_names_init(&names, byline);
	cited = citation_add_authors(&authors, byline);
	if (cited != names.are_certain || (authors.len > 0) != cited ||
	    (cited && !utf8_is_valid(byline)))
		wrong = wrong_of("certain authors are not those cited", byline);
	byline_names_release(&names);
	buf_release(&authors);
	return wrong;
}

char *oracle_people_bytes(struct str bytes)
{
	struct decoded decoded;
	struct str text;
	char *wrong;

	decode(&decoded, bytes, "utf-8");
	text = buf_str(&decoded.text);
	wrong = check_byline(text);
	if (!wrong)
		wrong = check_authors(text);
	if (!wrong)
		wrong = check_authors(bytes);
	if (!wrong && str_trim(text).len)
		wrong = check_parts(text, true);
	if (!wrong)
		wrong = check_day(bytes);
	decoded_release(&decoded);
	return wrong;
}
