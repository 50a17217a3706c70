/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/hyphen.h"

#include "base/mem.h"

#include <string.h>

#define HARD 2 /* so many may be of a word */

static const char *const hyphens[] = { "-",      "\u2010", "\u00ad",
	                               "\u00ac", "\u2e17", "\uff70" };

size_t hyphen_before(struct str text, size_t end)
{
	struct str head = str_slice(text, 0, end);

	for (size_t i = 0; i < ARRAY_LEN(hyphens); i++)
		if (str_ends(head, str_from(hyphens[i])))
			return strlen(hyphens[i]);
	return 0;
}

size_t hyphen_at(struct str text, size_t at)
{
	struct str rest = str_slice(text, at, text.len);

	for (size_t i = 0; i < ARRAY_LEN(hyphens); i++)
		if (str_starts(rest, str_from(hyphens[i])))
			return strlen(hyphens[i]);
	return 0;
}

bool hyphen_is_soft(struct str text)
{
	for (size_t i = HARD; i < ARRAY_LEN(hyphens); i++)
		if (str_ends(text, str_from(hyphens[i])))
			return true;
	return false;
}
