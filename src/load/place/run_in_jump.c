/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/run_in_jump.h"

#include "load/lines/char_class.h"
#include "load/lines/cues.h"

#define JUMP_BYTES 120 /* of the longest */

static bool jumps(struct str text)
{
	return cue_matches(CUE_JUMP_TO, text, NULL) ||
	       cue_matches(CUE_JUMP_FROM, text, NULL);
}

size_t run_in_jump_at(struct str text)
{
	static const char opening[] = "（(【［[〔";

	for (size_t at = text.len; at > 0 && text.len - at < JUMP_BYTES;) {
		size_t next;

		at = char_last_start(str_slice(text, 0, at));
		if (char_in(char_at(text, at, &next), opening))
			return jumps(str_slice(text, at, text.len)) ? at : NPOS;
	}
	return NPOS;
}
