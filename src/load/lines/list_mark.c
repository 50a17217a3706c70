/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/list_mark.h"

#include "base/hash.h"
#include "base/mem.h"

#define MARKS_END 0x3000 /* all dashes, dots and bullets stand before it */
#define DASHES    "-–—－―─"
#define DOTS      "•·∙‣▸→✓✔✦✧◦*»"

/* A form of marks that is no character. */
#define FORM_DASH 1

/* The byte behind the dashes that begin a text, where an item follows: a dash before a
 * letter or digit is of a word or a sum.  0: none does. */
static size_t list_mark_dash_end(struct str text)
{
	size_t end = 0, next = 0;

	while (next < text.len && char_in(char_at(text, end, &next), DASHES))
		end = next;
	if (!end || end >= text.len)
		return 0;
	return char_is_space(char_at(text, end, &next)) ||
	                       char_at(text, end, &next) >= 0x2e80
	               ? end
	               : 0;
}

/* Is an ideograph one of `set`? */
static bool list_mark_is_among(unsigned c, const char *set)
{
	struct str in = str_from(set);

	for (size_t at = 0; at < in.len;)
		if (char_at(in, at, &at) == c)
			return true;
	return false;
}

/* Which characters count: the first and the last of each kind. */
static const struct {
	unsigned first, last;
} counters[] = {
	{ '0', '9' },       { 'A', 'Z' },
	{ 'a', 'z' },       { 0x2460, 0x2473 }, /* ① */
	{ 0x2474, 0x2487 },                     /* ⑴ */
	{ 0x2488, 0x249b },                     /* ⒈ */
	{ 0x3220, 0x3229 },                     /* ㈠ */
	{ 0xff10, 0xff19 },                     /* １ */
};

/* The kind of a character that counts, from 1 on; `c`: it is another one. */
static unsigned list_mark_counter(unsigned c)
{
	for (unsigned i = 0; i < ARRAY_LEN(counters); i++)
		if (c >= counters[i].first && c <= counters[i].last)
			return i + 1;
	return list_mark_is_among(c, "一二三四五六七八九十")
	               ? ARRAY_LEN(counters) + 1
	       : list_mark_is_among(c, "甲乙丙丁戊己庚辛")
	               ? ARRAY_LEN(counters) + 2
	               : c;
}

/* The form of a mark that counts: its characters, without what it counts to. */
static unsigned list_mark_form(struct str mark)
{
	uint64_t form = HASH_START;
	unsigned last = 0;

	for (size_t at = 0; at < mark.len;) {
		unsigned c = list_mark_counter(char_at(mark, at, &at));

		if (c != last)
			form = hash_add(form, c);
		last = c;
	}
	return (unsigned)form | 1U << 31;
}

/* Do such words stand in running text as well: 一是, 第一，? */
static bool list_mark_is_running(struct str mark)
{
	return list_mark_is_among(char_first(mark), "第其") ||
	       list_mark_is_among(char_last(mark), "是则則要");
}

struct list_mark list_mark_read(const struct printed_line *line)
{
	struct str text = line->text;
	unsigned c = char_first(text);
	struct cue_match match;

	/* Ideographs that begin most lines are no marks; their numbers are items. */
	if (c < MARKS_END && char_in(c, DASHES))
		return (struct list_mark){ .form = list_mark_dash_end(text)
			                                   ? FORM_DASH
			                                   : 0,
			                   .of_lists = true };
	if (c < MARKS_END &&
	    (char_in(c, DOTS) ||
	     printed_line_matches(line, CUE_BULLET, NULL)) &&
	    char_count_printed(text) > 1)
		return (struct list_mark){ .form = c,
			                   .of_lists = char_in(c, DOTS) };
	if (!printed_line_matches(line, CUE_ITEM, &match))
		return (struct list_mark){ 0 };
	return (struct list_mark){
		.form = list_mark_form(str_slice(text, 0, match.end)),
		.number = cue_number(&match),
		.is_running =
			list_mark_is_running(str_slice(text, 0, match.end)),
	};
}
