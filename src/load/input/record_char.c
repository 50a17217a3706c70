/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/record_char.h"

#include "base/mem.h"

#include <math.h>

/* The size of characters whose size and advance are both not known. */
#define EM_UNKNOWN_PT 10

/* Ranges of characters without ink, in order. */
static const struct {
	uint32_t first, last;
	enum char_ink ink;
} not_drawn[] = {
	{ 0x00, 0x08, CHAR_NOTHING },
	{ 0x09, 0x0d, CHAR_SPACE },
	{ 0x0e, 0x1f, CHAR_NOTHING },
	{ 0x20, 0x20, CHAR_SPACE },
	{ 0x7f, 0x9f, CHAR_NOTHING },
	{ 0xa0, 0xa0, CHAR_SPACE },
	{ 0xad, 0xad, CHAR_HYPHEN },
	{ 0x034f, 0x034f, CHAR_NOTHING },
	{ 0x061c, 0x061c, CHAR_NOTHING },
	{ 0x1680, 0x1680, CHAR_SPACE },
	{ 0x180e, 0x180e, CHAR_NOTHING },
	{ 0x2000, 0x200a, CHAR_SPACE },
	{ 0x200b, 0x200f, CHAR_NOTHING },
	{ 0x2028, 0x2029, CHAR_SPACE },
	{ 0x202a, 0x202e, CHAR_NOTHING },
	{ 0x202f, 0x202f, CHAR_SPACE },
	{ 0x205f, 0x205f, CHAR_SPACE },
	{ 0x2060, 0x206f, CHAR_NOTHING },
	{ 0x3000, 0x3000, CHAR_SPACE },
	{ 0xd800, 0xdfff, CHAR_NOTHING },
	{ 0xfe00, 0xfe0f, CHAR_NOTHING },
	{ 0xfeff, 0xfeff, CHAR_NOTHING },
	{ 0xfffe, 0xffff, CHAR_NOTHING },
	{ 0xe0000, 0xe0fff, CHAR_NOTHING },
	{ 0x110000, UINT32_MAX, CHAR_NOTHING },
};

enum char_ink char_ink(uint32_t code)
{
	size_t at;

	ARRAY_FIND(at, ARRAY_LEN(not_drawn), not_drawn[at].last < code);
	return code < not_drawn[at].first ? CHAR_DRAWN : not_drawn[at].ink;
}

const char *char_ligature(uint32_t code)
{
	static const char *const letters[] = { "ff",  "fi", "fl", "ffi",
		                               "ffl", "st", "st" };

	return code >= 0xfb00 && code < 0xfb00 + ARRAY_LEN(letters)
	               ? letters[code - 0xfb00]
	               : NULL;
}

bool char_place_read(struct char_place *place, const struct record *record,
                     float size_pt)
{
	*place = (struct char_place){ 0 };
	if (!record_pt(record, 1, &place->x) ||
	    !record_pt(record, 2, &place->y) ||
	    !record_pt(record, 3, &place->advance_x))
		return false;
	if (record->count > 4 && (!record_pt(record, 4, &place->advance_y) ||
	                          !record_pt(record, 5, &place->up_x) ||
	                          !record_pt(record, 6, &place->up_y)))
		return false;
	if (hypotf(place->up_x, place->up_y) > 0)
		return true;
	if (!(size_pt > 0))
		size_pt = hypotf(place->advance_x, place->advance_y);
	place->up_y = size_pt > 0 ? -size_pt : -EM_UNKNOWN_PT;
	return true;
}

struct page_box char_place_box(const struct char_place *place)
{
	float x0 = place->x - CHAR_DESCENT_EM * place->up_x;
	float x1 = place->x + CHAR_ASCENT_EM * place->up_x;
	float y0 = place->y - CHAR_DESCENT_EM * place->up_y;
	float y1 = place->y + CHAR_ASCENT_EM * place->up_y;

	return (struct page_box){
		fminf(x0, x1) + fminf(place->advance_x, 0),
		fminf(y0, y1) + fminf(place->advance_y, 0),
		fmaxf(x0, x1) + fmaxf(place->advance_x, 0),
		fmaxf(y0, y1) + fmaxf(place->advance_y, 0),
	};
}

enum char_turn char_place_turn(const struct char_place *place)
{
	if (fabsf(place->advance_y) <= fabsf(place->advance_x))
		return TURN_NONE;
	return place->advance_y > 0 ? TURN_DOWN : TURN_UP;
}
