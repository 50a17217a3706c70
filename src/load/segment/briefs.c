/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/briefs.h"

#include "load/lines/line_end.h"

#define SIGNED_MIN   2 /* briefs of a page that are signed */
#define SIGNED_SHARE 4 /* and one bullet in so many */

static bool brief_is_bulleted(const struct unit *unit)
{
	return unit->kind == UNIT_TEXT && unit->bullet;
}

/* Does the text end with a name in brackets, behind the end of a sentence? */
static bool brief_is_signed(const struct unit *unit)
{
	struct str text = buf_str(&unit->text);

	return char_in(char_last(text), "）)") &&
	       line_end_of(text, false) == END_SENTENCE;
}

void briefs_find(struct units *units)
{
	size_t bullets = 0, signed_by = 0;

	for (size_t i = 0; i < units->count; i++) {
		if (!brief_is_bulleted(&units->items[i]))
			continue;
		bullets++;
		signed_by += brief_is_signed(&units->items[i]);
	}
	if (signed_by < SIGNED_MIN || signed_by * SIGNED_SHARE < bullets)
		return;
	for (size_t i = 0; i < units->count; i++)
		if (brief_is_bulleted(&units->items[i]))
			units->items[i].run_in = true;
}
