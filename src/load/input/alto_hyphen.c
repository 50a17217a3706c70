/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/alto_hyphen.h"

#include "load/lines/char_class.h"
#include "text/hyphen.h"

#include <unictype.h>

size_t alto_hyphen_bytes(struct str text)
{
	struct str dash = STR("\u2014");

	return str_ends(text, dash) ? dash.len : hyphen_before(text, text.len);
}

enum line_join alto_join_of(struct str first, struct str whole)
{
	size_t bytes = first.len - alto_hyphen_bytes(first);

	return str_starts(whole, str_slice(first, 0, bytes)) &&
	                       whole.len > bytes && whole.ptr[bytes] == '-'
	               ? LINE_JOIN_COMPOUND
	               : LINE_JOIN_WORD;
}

enum line_join alto_join_before(struct str second, struct str whole)
{
	/* SUBS_CONTENT has no marks that stand behind the word. */
	while (second.len && !uc_is_alnum(char_last(second)))
		second.len = char_last_start(second);
	if (!second.len || !str_ends(whole, second) || whole.len == second.len)
		return LINE_JOIN_UNKNOWN;
	return whole.ptr[whole.len - second.len - 1] == '-' ? LINE_JOIN_COMPOUND
	                                                    : LINE_JOIN_WORD;
}
