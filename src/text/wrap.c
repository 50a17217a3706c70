/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/wrap.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "text/glyph.h"
#include "text/linebreak.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

/*
 * The rules for Chinese that UAX #14 lacks.  Each character that they are about has a
 * class; where they say something about two classes, that goes before the general rules.
 */
enum cjk_class {
	CJK_OTHER,
	CJK_OPEN,        /* 行尾禁则: never the last of a line */
	CJK_CLOSE,       /* 行首禁则: never the first of a line */
	CJK_OPEN_QUOTE,  /* “ ‘: a line may begin with them */
	CJK_CLOSE_QUOTE, /* ” ’ */
	CJK_JOINT,       /* · ～ -: never first, GB/T 15834 */
	CJK_SLASH,
	CJK_DASH, /* —— …… two of them are one unit */
	CJK_DIGIT,
	CJK_UNIT, /* belongs to the number before it */
	CJK_WIDE, /* an ideograph, a kana, any other wide character */
};

_Static_assert(CJK_UNIT + 1 == CJK_WIDE, "the Chinese characters come last");
_Static_assert(
	WRAP_BASIC == 0 && WRAP_GB < WRAP_STRICT,
	"WRAP_BASIC is what zeroed options have; WRAP_STRICT keeps WRAP_GB");

static const struct {
	ucs4_t c;
	enum cjk_class class;
} special[] = {
	{ '(', CJK_OPEN },           { ')', CJK_CLOSE },
	{ ',', CJK_CLOSE },          { '-', CJK_JOINT },
	{ '/', CJK_SLASH },          { ':', CJK_CLOSE },
	{ ';', CJK_CLOSE },          { '[', CJK_OPEN },
	{ ']', CJK_CLOSE },          { 0xb7, CJK_JOINT },
	{ 0x2014, CJK_DASH },        { 0x2018, CJK_OPEN_QUOTE },
	{ 0x2019, CJK_CLOSE_QUOTE }, { 0x201c, CJK_OPEN_QUOTE },
	{ 0x201d, CJK_CLOSE_QUOTE }, { 0x2026, CJK_DASH },
	{ 0x2103, CJK_UNIT },        { 0x3001, CJK_CLOSE },
	{ 0x3002, CJK_CLOSE },       { 0x3008, CJK_OPEN },
	{ 0x3009, CJK_CLOSE },       { 0x300a, CJK_OPEN },
	{ 0x300b, CJK_CLOSE },       { 0x300c, CJK_OPEN },
	{ 0x300d, CJK_CLOSE },       { 0x300e, CJK_OPEN },
	{ 0x300f, CJK_CLOSE },       { 0x3010, CJK_OPEN },
	{ 0x3011, CJK_CLOSE },       { 0x3014, CJK_OPEN },
	{ 0x3015, CJK_CLOSE },       { 0x3016, CJK_OPEN },
	{ 0x3017, CJK_CLOSE },       { 0x301c, CJK_JOINT },
	{ 0x30fb, CJK_JOINT },       { 0x4e07, CJK_UNIT },
	{ 0x4ebf, CJK_UNIT },        { 0x5104, CJK_UNIT },
	{ 0x5e74, CJK_UNIT },        { 0x65e5, CJK_UNIT },
	{ 0x6642, CJK_UNIT },        { 0x65f6, CJK_UNIT },
	{ 0x6708, CJK_UNIT },        { 0x842c, CJK_UNIT },
	{ 0xff01, CJK_CLOSE },       { 0xff05, CJK_UNIT },
	{ 0xff08, CJK_OPEN },        { 0xff09, CJK_CLOSE },
	{ 0xff0c, CJK_CLOSE },       { 0xff0d, CJK_JOINT },
	{ 0xff0e, CJK_CLOSE },       { 0xff0f, CJK_SLASH },
	{ 0xff1a, CJK_CLOSE },       { 0xff1b, CJK_CLOSE },
	{ 0xff1f, CJK_CLOSE },       { 0xff3b, CJK_OPEN },
	{ 0xff3d, CJK_CLOSE },       { 0xff5b, CJK_OPEN },
	{ 0xff5d, CJK_CLOSE },       { 0xff5e, CJK_JOINT },
};

#define LAST_HAN_UNIT 0x842c /* of the table above */

static enum cjk_class cjk_class(ucs4_t c)
{
	size_t at;

	/* The table has no character between these two. */
	if (c > LAST_HAN_UNIT && c < 0x9f00)
		return CJK_WIDE;
	if ((c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19))
		return CJK_DIGIT;
	ARRAY_FIND(at, ARRAY_LEN(special), special[at].c < c);
	if (at < ARRAY_LEN(special) && special[at].c == c)
		return special[at].class;
	return width_class(c) == CLASS_WIDE ? CJK_WIDE : CJK_OTHER;
}

static bool wrap_is_wide(enum cjk_class class)
{
	return class >= CJK_UNIT;
}

static bool opens(enum cjk_class class)
{
	return class == CJK_OPEN || class == CJK_OPEN_QUOTE;
}

/* May no line begin, and may none end, with a character of this class at this level? */
static bool never_first(enum cjk_class class, enum wrap_level level)
{
	if (class == CJK_DASH)
		return level == WRAP_STRICT;
	return class == CJK_CLOSE || class == CJK_CLOSE_QUOTE ||
	       class == CJK_JOINT || class == CJK_SLASH;
}

static bool never_last(enum cjk_class class, enum wrap_level level)
{
	return opens(class) || (class == CJK_SLASH && level >= WRAP_GB);
}

/* May a line begin between two characters of these classes, when the general
 * rules say `general`? */
static bool tailored(enum cjk_class before, enum cjk_class after, bool general)
{
	bool cjk_before = wrap_is_wide(before) || before == CJK_CLOSE ||
	                  before == CJK_CLOSE_QUOTE;

	if (before == CJK_DIGIT && after == CJK_DIGIT)
		return false;
	if (before == CJK_DASH && after == CJK_DASH)
		return false;
	if (opens(after) && cjk_before)
		return true;
	if (before == CJK_CLOSE_QUOTE &&
	    (wrap_is_wide(after) || after == CJK_DIGIT || opens(after)))
		return true;
	return general;
}

/* How a line may begin at a byte. */
enum beginning {
	BEGIN_NEVER,  /* inside a character, or against 禁则 */
	BEGIN_FORCED, /* when the line before has no better end */
	BEGIN_FREE,
};

/* Do the rules for Chinese apply between two characters of these classes?  In English text
 * the general rules decide alone. */
static bool is_cjk_place(enum cjk_class before, enum cjk_class after)
{
	return wrap_is_wide(before) || wrap_is_wide(after) ||
	       (before != CJK_OTHER && after != CJK_OTHER);
}

/* Would a line that begins between these two part a mark from its text?  A quotation mark
 * beside a space may open in one language and close in another, so it does not count. */
static bool is_torn(enum cjk_class before, bool spaced, enum cjk_class after,
                    enum wrap_level level)
{
	return spaced ? before == CJK_OPEN || after == CJK_CLOSE
	              : never_last(before, level) || never_first(after, level);
}

/* May a line begin here at WRAP_NONE?  Beside Chinese any mark may begin or end a line. */
static bool is_free(enum cjk_class before, enum cjk_class after)
{
	return (wrap_is_wide(before) || wrap_is_wide(after)) &&
	       before != CJK_OTHER && after != CJK_OTHER &&
	       before != CJK_DIGIT && after != CJK_UNIT;
}

static enum beginning beginning(enum cjk_class before, bool spaced,
                                enum cjk_class after, bool general,
                                enum wrap_level level)
{
	if (level == WRAP_NONE && is_free(before, after))
		return BEGIN_FREE;
	if (is_torn(before, spaced, after, level))
		return BEGIN_NEVER;
	/* A number and its unit stay together, with a space between them or not. */
	if (before == CJK_DIGIT && after == CJK_UNIT)
		return BEGIN_FORCED;
	if (!spaced && is_cjk_place(before, after))
		general = tailored(before, after, general);
	return general ? BEGIN_FREE : BEGIN_FORCED;
}

static const char *const wrap_level_names[WRAP_LEVELS] = {
	[WRAP_BASIC] = "basic",
	[WRAP_NONE] = "none",
	[WRAP_GB] = "gb",
	[WRAP_STRICT] = "strict",
};

enum wrap_level wrap_level_named(const char *name)
{
	int level = 0;

	while (level < WRAP_LEVELS && strcmp(name, wrap_level_names[level]))
		level++;
	return (enum wrap_level)level;
}

const char *wrap_level_name(enum wrap_level level)
{
	return wrap_level_names[level];
}

void wrap_init(struct wrap *wrap, struct str text, int ambiguous_cols,
               enum wrap_level level)
{
	enum cjk_class before = CJK_OTHER;
	bool spaced = false;

	*wrap = (struct wrap){ text, mem_alloc(text.len + 1), ambiguous_cols };
	linebreak_find(text, wrap->breaks);
	for (size_t at = 0; at < text.len;) {
		ucs4_t c;
		size_t len = utf8_next(text, at, &c);
		enum cjk_class class = cjk_class(c);

		/* No line begins with a space: it belongs to the line before. */
		wrap->breaks[at] = c == ' '
		                           ? BEGIN_NEVER
		                           : beginning(before, spaced, class,
		                                       wrap->breaks[at], level);
		memset(wrap->breaks + at + 1, BEGIN_NEVER, len - 1);
		spaced = c == ' ';
		if (!spaced)
			before = class;
		at += len;
	}
}

void wrap_release(struct wrap *wrap)
{
	free(wrap->breaks);
	*wrap = (struct wrap){ 0 };
}

struct wrap wrap_before(const struct wrap *wrap, size_t end)
{
	struct wrap cut = *wrap;

	cut.text = str_slice(wrap->text, 0, end);
	return cut;
}

bool wrap_may_begin(const struct wrap *wrap, size_t at)
{
	return at == 0 ||
	       (at < wrap->text.len && wrap->breaks[at] == BEGIN_FREE);
}

/* Marks that may hang beyond the measure (CLREQ, hanging punctuation). */
bool wrap_may_hang(const struct wrap *wrap, size_t at)
{
	static const char *const marks[] = { "，", "。", "、", "；", "：" };

	for (size_t i = 0; i < ARRAY_LEN(marks); i++)
		if (str_starts(str_slice(wrap->text, at, wrap->text.len),
		               str_from(marks[i])))
			return true;
	return false;
}

/* A place where the line could end: after the glyphs before byte `next`. */
struct stop {
	size_t end, next;
	int cols;
};

/* Is the glyph a space?  One with a combining mark on it is none. */
static bool wrap_is_space(struct str text, const struct glyph *glyph)
{
	return glyph->end == glyph->start + 1 && text.ptr[glyph->start] == ' ';
}

static struct wrap_line line_at(const struct wrap *wrap, size_t start,
                                struct stop stop)
{
	while (stop.next < wrap->text.len) {
		struct glyph glyph =
			glyph_next(wrap->text, stop.next, wrap->ambiguous_cols);

		if (!wrap_is_space(wrap->text, &glyph))
			break;
		stop.next = glyph.end;
	}
	return (struct wrap_line){ start, stop.end, stop.next, stop.cols };
}

/* The stop behind the first glyph of a line, even if that is wider than the measure. */
static struct stop first_stop(const struct wrap *wrap, size_t start)
{
	struct glyph glyph =
		glyph_next(wrap->text, start, wrap->ambiguous_cols);

	return (struct stop){ glyph.end, glyph.end, glyph.cols };
}

struct wrap_line wrap_line(const struct wrap *wrap, size_t start, int cols,
                           int hang_cols)
{
	/* `here`: the end of what fits so far; `last`: the last place where the line
	 * may end; `forced`: the last one where it may end if there is no better. */
	struct stop here = { start, start, 0 }, last = here, forced = here;
	int spaces_cols = 0;

	while (here.next < wrap->text.len) {
		struct glyph glyph =
			glyph_next(wrap->text, here.next, wrap->ambiguous_cols);
		int need_cols = here.cols + spaces_cols + glyph.cols;

		if (here.next > start && wrap->breaks[here.next] == BEGIN_FREE)
			last = here;
		if (wrap->breaks[here.next] != BEGIN_NEVER)
			forced = here;
		if (wrap_is_space(wrap->text, &glyph)) {
			spaces_cols++;
			here.next = glyph.end;
			continue;
		}
		if (need_cols > cols &&
		    !(need_cols <= cols + hang_cols && here.cols <= cols &&
		      wrap_may_hang(wrap, glyph.start)))
			break;
		here = (struct stop){ glyph.end, glyph.end, need_cols };
		spaces_cols = 0;
	}
	if (here.next < wrap->text.len)
		here = last.end > start     ? last
		       : forced.end > start ? forced
		       : here.end > start   ? here
		                            : first_stop(wrap, start);
	return line_at(wrap, start, here);
}
