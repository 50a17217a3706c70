/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/grapheme.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <unistr.h>

/* The classes of UAX #29; PICTURE is Extended_Pictographic.  SYLLABLE is LV of the
 * table, LVT what class_of() tells by the code point. */
enum grapheme_class {
	GB_OTHER,
	GB_CR,
	GB_LF,
	GB_CONTROL,
	GB_EXTEND,
	GB_ZWJ,
	GB_REGIONAL_INDICATOR,
	GB_PREPEND,
	GB_SPACINGMARK,
	GB_L,
	GB_V,
	GB_T,
	GB_SYLLABLE,
	GB_LVT,
	GB_PICTURE,
	/* Indic_Conjunct_Break, on top of a class */
	GB_IN_CONSONANT = 0x20,
	GB_IN_EXTEND = 0x40,
	GB_IN_LINKER = 0x80,
};

_Static_assert(GB_PICTURE < GB_IN_CONSONANT, "flags are above all classes");

static const struct {
	uint32_t first;
	uint8_t class;
} ranges[] = {
#include "text/grapheme_table.inc"
};

#define CLASS(flagged) ((flagged) & (GB_IN_CONSONANT - 1))

/* What was read of a cluster. */
struct cluster {
	int before;     /* the last class, with its flags */
	bool half_flag; /* an odd number of regional indicators */
	bool picture;   /* PICTURE EXTEND*, and a ZWJ or none (GB11) */
	bool consonant; /* GB9c: a consonant, with what is combined with it */
	bool linked;    /* and a linker among that */
};

static int grapheme_class_of(ucs4_t c)
{
	size_t next;

	ARRAY_FIND(next, ARRAY_LEN(ranges), ranges[next].first <= c);
	if (ranges[next - 1].class == GB_SYLLABLE && (c - 0xac00) % 28)
		return GB_LVT;
	return ranges[next - 1].class;
}

/* Which classes an initial, medial or final letter of Hangul goes on with. */
static bool joins_hangul(int before, int class)
{
	switch (before) {
	case GB_L:
		return class == GB_L || class == GB_V || class == GB_SYLLABLE ||
		       class == GB_LVT;
	case GB_SYLLABLE:
	case GB_V:
		return class == GB_V || class == GB_T;
	case GB_LVT:
	case GB_T:
		return class == GB_T;
	default:
		return false;
	}
}

static bool is_control(int class)
{
	return class == GB_CR || class == GB_LF || class == GB_CONTROL;
}

/* Does a character of class `flagged` belong to the cluster? */
static bool joins(const struct cluster *cluster, int flagged)
{
	const int before = CLASS(cluster->before), class = CLASS(flagged);

	if (before == GB_CR && class == GB_LF)
		return true;
	if (is_control(before) || is_control(class))
		return false;
	if (class == GB_EXTEND || class == GB_ZWJ || class == GB_SPACINGMARK)
		return true;
	return before == GB_PREPEND || joins_hangul(before, class) ||
	       (cluster->linked && (flagged & GB_IN_CONSONANT)) ||
	       (cluster->picture && before == GB_ZWJ && class == GB_PICTURE) ||
	       (cluster->half_flag && class == GB_REGIONAL_INDICATOR);
}

static void grapheme_add(struct cluster *cluster, int flagged)
{
	const int class = CLASS(flagged);
	const bool combines = flagged & (GB_IN_EXTEND | GB_IN_LINKER);

	cluster->half_flag =
		class == GB_REGIONAL_INDICATOR && !cluster->half_flag;
	cluster->picture =
		class == GB_PICTURE ||
		(cluster->picture && CLASS(cluster->before) != GB_ZWJ &&
	         (class == GB_EXTEND || class == GB_ZWJ));
	cluster->linked = combines && cluster->consonant &&
	                  (cluster->linked || (flagged & GB_IN_LINKER));
	cluster->consonant =
		(flagged & GB_IN_CONSONANT) || (combines && cluster->consonant);
	cluster->before = flagged;
}

size_t grapheme_end(struct str text, size_t at)
{
	struct cluster cluster = { 0 };
	bool begun = false;

	while (at < text.len) {
		uint32_t c;
		size_t len = utf8_next(text, at, &c);
		int class = grapheme_class_of(c);

		if (begun && !joins(&cluster, class))
			break;
		grapheme_add(&cluster, class);
		begun = true;
		at += len;
	}
	return at;
}
