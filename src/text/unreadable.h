/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_UNREADABLE_H
#define TEXT_UNREADABLE_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Characters that nobody can read: U+FFFD, which stands for bytes that are no text and
 * for glyphs without a character, and those for private use, which mean something in
 * one font only.  Screens and messages show each as UNREADABLE_SHOWN, the geta (〓) that
 * a compositor sets in the place of a type that is missing.  Exports keep private ones.
 */
#define UNREADABLE_SHOWN "〓"
#define UNREADABLE_COLS  2

/* Is `c` for private use?  The last two of each plane are no characters. */
static inline bool char_is_private(uint32_t c)
{
	return (c >= 0xe000 && c <= 0xf8ff) ||
	       (c >= 0xf0000 && c <= 0x10ffff && (c & 0xffff) < 0xfffe);
}

static inline bool char_is_unreadable(uint32_t c)
{
	return c == 0xfffd || char_is_private(c);
}

#endif
