/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/head_seams.h"

#include "load/lines/char_class.h"
#include "load/lines/cues.h"

#define CLAUSE_CHARS                                                           \
 4 /* at least, of a clause that ends or begins at a line end */
#define PHRASE_CHARS 24 /* at most, of a line: others are text */

bool head_seam_in_word(const struct units *units, struct str one,
                       struct str two)
{
	struct buf seam;
	bool found = false;
	size_t next;

	buf_init(&seam);
	buf_add_uc(&seam, char_last(one));
	char_at(two, 0, &next);
	buf_add(&seam, str_slice(two, 0, next));
	for (size_t i = 0; i < units->count && !found; i++)
		found = units->items[i].kind == UNIT_TEXT &&
		        str_find(buf_str(&units->items[i].text), buf_str(&seam),
		                 0) != NPOS;
	buf_release(&seam);
	return found;
}

/* Particles and numerals of which no phrase ends in one. */
static const char head_seam_last[] =
	"的之与與和及在对對把被将將从從向为為以于於第是了着"
	"一二三四五六七八九十百千万萬两兩";

static struct str head_seam_last_char(struct str line)
{
	return str_slice(line, char_last_start(line), line.len);
}

/* Does what stands last or first need the other line: a particle, a numeral before what it
 * counts? */
static bool head_seam_needs_more(struct str one, struct str two)
{
	unsigned end = char_last(one);

	return str_find(str_from(head_seam_last), head_seam_last_char(one),
	                0) != NPOS ||
	       (end >= '0' && end <= '9') || cue_matches(CUE_JOINED, two, NULL);
}

/* Does a line end inside quotation marks or brackets? */
static bool head_seam_is_quoted(struct str line)
{
	return char_count_in(line, "“‘「『《〈（(〔[【") >
	       char_count_in(line, "”’」』》〉）)〕]】");
}

/* The characters of a line up to its first mark between clauses, or behind its last one. */
static size_t head_seam_clause(struct str line, bool first)
{
	size_t chars = 0;

	for (size_t at = 0; at < line.len;) {
		unsigned c = char_at(line, at, &at);

		if (!char_in(c, "，、；：,;:"))
			chars++;
		else if (first)
			break;
		else
			chars = 0;
	}
	return chars;
}

/* May a phrase end, or begin, with `c`: an ideograph, or a mark of `marks`? */
static bool head_seam_is_of_phrase(unsigned c, const char *marks)
{
	return char_in(c, marks) ||
	       (char_is_cjk(c) &&
	        !char_in(c, "，、；：。！？…—－～·（）［］〔〕"
	                    "《》〈〉「」『』【】“”‘’"));
}

bool head_seam_is_pause(const struct units *units, struct str one,
                        struct str two)
{
	return head_seam_is_of_phrase(char_last(one), "”’」』》") &&
	       head_seam_is_of_phrase(char_first(two), "“‘「『《") &&
	       char_count_printed(one) <= PHRASE_CHARS &&
	       char_count_printed(two) <= PHRASE_CHARS &&
	       !head_seam_is_quoted(one) && !head_seam_needs_more(one, two) &&
	       head_seam_clause(one, false) >= CLAUSE_CHARS &&
	       head_seam_clause(two, true) >= CLAUSE_CHARS &&
	       !head_seam_in_word(units, one, two);
}
