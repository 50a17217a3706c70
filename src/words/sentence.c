/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/sentence.h"

#include "base/utf8.h"

#include <assert.h>
#include <unictype.h>

/* Values of the property Sentence_Break. */
enum kind_of_char {
	CHAR_OTHER,
	CHAR_JOINS, /* Extend, Format */
	CHAR_SEPARATOR,
	CHAR_SPACE,
	CHAR_LOWER,
	CHAR_UPPER,
	CHAR_LETTER,
	CHAR_NUMERIC,
	CHAR_STOP,     /* ATerm: a full stop that may be of an abbreviation */
	CHAR_END,      /* STerm */
	CHAR_CLOSE,    /* Close, but for opening marks */
	CHAR_CONTINUES /* SContinue */
};

/* How far the letter is looked for that rule SB8 asks for. */
#define LOOK_CHARS 256

/* Commas, colons and dashes: SContinue, and the semicolons of GB/T 15834. */
static bool sentence_is_comma(uint32_t c)
{
	static const uint32_t commas[] = {
		',',    '-',    ':',    ';',    0x55d,  0x60c,  0x61b,  0x7f8,
		0x1802, 0x1808, 0x2013, 0x2014, 0x3001, 0xfe10, 0xfe11, 0xfe13,
		0xfe14, 0xfe31, 0xfe32, 0xfe50, 0xfe51, 0xfe54, 0xfe55, 0xfe58,
		0xfe63, 0xff0c, 0xff0d, 0xff1a, 0xff1b, 0xff64,
	};

	for (size_t i = 0; i < sizeof commas / sizeof *commas; i++)
		if (commas[i] == c)
			return true;
	return false;
}

static bool sentence_is_stop(uint32_t c)
{
	return c == '.' || c == 0x2024 || c == 0xfe52 || c == 0xff0e ||
	       c == 0x2026 || c == 0x22ef;
}

static bool sentence_is_separator(uint32_t c)
{
	return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 ||
	       c == 0x2029;
}

/* The class of letters, or CHAR_OTHER. */
static enum kind_of_char sentence_letter(uint32_t c)
{
	if (uc_is_property_lowercase(c))
		return CHAR_LOWER;
	if (uc_is_property_uppercase(c) ||
	    uc_is_general_category(c, UC_TITLECASE_LETTER))
		return CHAR_UPPER;
	if (uc_is_general_category(c, UC_DECIMAL_DIGIT_NUMBER))
		return CHAR_NUMERIC;
	return uc_is_property_alphabetic(c) || c == 0xa0 || c == 0x5f3
	               ? CHAR_LETTER
	               : CHAR_OTHER;
}

static enum kind_of_char sentence_kind(uint32_t c)
{
	if (sentence_is_separator(c))
		return CHAR_SEPARATOR;
	if (uc_is_general_category_withtable(
		    c, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Mc |
			       UC_CATEGORY_MASK_Me | UC_CATEGORY_MASK_Cf) &&
	    c != 0x200b)
		return CHAR_JOINS;
	if (c != 0xa0 && uc_is_property_white_space(c))
		return CHAR_SPACE;
	if (sentence_is_stop(c))
		return CHAR_STOP;
	if (uc_is_property_sentence_terminal(c))
		return CHAR_END;
	if (sentence_is_comma(c))
		return CHAR_CONTINUES;
	if (c == '"' || c == '\'' ||
	    uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Pe |
	                                                UC_CATEGORY_MASK_Pf))
		return CHAR_CLOSE;
	return sentence_letter(c);
}

/* The kind of the character at byte `at`.  An opening quotation mark before a space is a
 * closing one, as in German: „Ja.“ */
static enum kind_of_char sentence_kind_at(struct str text, size_t at)
{
	uint32_t c;
	size_t end;

	if (at >= text.len)
		return CHAR_OTHER;
	end = at + utf8_next(text, at, &c);
	if (uc_is_general_category(c, UC_INITIAL_QUOTE_PUNCTUATION) &&
	    (end == text.len || str_space_at(text, end)))
		return CHAR_CLOSE;
	return sentence_kind(c);
}

/* The kind of the character before byte *at, to whose beginning *at moves; marks that join
 * it are passed over.  CHAR_OTHER at the beginning. */
static enum kind_of_char sentence_kind_before(struct str text, size_t *at)
{
	enum kind_of_char kind = CHAR_OTHER;

	while (*at) {
		*at = utf8_before(text, *at);
		kind = sentence_kind_at(text, *at);
		if (kind != CHAR_JOINS)
			break;
	}
	return kind;
}

/* The end of a sentence before some place: its mark, and what stands between. */
struct sentence_end {
	enum kind_of_char mark; /* CHAR_STOP, CHAR_END, or none: CHAR_OTHER */
	size_t mark_at;
	bool has_close, has_space;
};

static struct sentence_end sentence_end_before(struct str text, size_t at)
{
	struct sentence_end end = { .mark = CHAR_OTHER };
	enum kind_of_char kind = sentence_kind_before(text, &at);

	while (kind == CHAR_SPACE) {
		end.has_space = true;
		kind = sentence_kind_before(text, &at);
	}
	while (kind == CHAR_CLOSE) {
		end.has_close = true;
		kind = sentence_kind_before(text, &at);
	}
	if (kind == CHAR_STOP || kind == CHAR_END)
		end.mark = kind;
	end.mark_at = at;
	return end;
}

/* SB8: a small letter follows, before any other letter or end. */
static bool sentence_small_follows(struct str text, size_t at)
{
	for (size_t i = 0; i < LOOK_CHARS && at < text.len; i++) {
		enum kind_of_char kind = sentence_kind_at(text, at);

		if (kind == CHAR_LOWER)
			return true;
		if (kind == CHAR_UPPER || kind == CHAR_LETTER ||
		    kind == CHAR_SEPARATOR || kind == CHAR_STOP ||
		    kind == CHAR_END)
			return false;
		at = utf8_after(text, at);
	}
	return false;
}

/* SB6 and SB7: a full stop inside a number or an abbreviation. */
static bool sentence_is_inside(struct str text, const struct sentence_end *end,
                               enum kind_of_char next)
{
	size_t at = end->mark_at;
	enum kind_of_char before = sentence_kind_before(text, &at);

	if (end->has_close || end->has_space)
		return false;
	return next == CHAR_NUMERIC ||
	       (next == CHAR_UPPER &&
	        (before == CHAR_UPPER || before == CHAR_LOWER));
}

bool sentence_begins(struct str text, size_t at)
{
	struct sentence_end end;
	enum kind_of_char next;
	size_t before = at;

	if (at == 0 || at >= text.len)
		return true;
	next = sentence_kind_at(text, at);
	if (sentence_kind_before(text, &before) == CHAR_SEPARATOR)
		return !(text.ptr[at] == '\n' && text.ptr[at - 1] == '\r');
	if (next == CHAR_JOINS)
		return false;
	end = sentence_end_before(text, at);
	if (end.mark == CHAR_OTHER || next == CHAR_CONTINUES ||
	    next == CHAR_STOP || next == CHAR_END || next == CHAR_SPACE ||
	    next == CHAR_SEPARATOR || (next == CHAR_CLOSE && !end.has_space))
		return false;
	return end.mark == CHAR_END || !(sentence_is_inside(text, &end, next) ||
	                                 sentence_small_follows(text, at));
}

struct range sentence_at(struct str text, size_t at)
{
	struct range sentence;

	assert(at < text.len);
	sentence.start = utf8_floor(text, at);
	while (!sentence_begins(text, sentence.start))
		sentence.start = utf8_before(text, sentence.start);
	sentence.end = utf8_after(text, at);
	while (!sentence_begins(text, sentence.end))
		sentence.end = utf8_after(text, sentence.end);
	return sentence;
}
