/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_CHARSET_H
#define LOAD_INPUT_CHARSET_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct diags;

/* The encodings that are detected (detect.h). */
enum charset_id {
	CHARSET_UTF8,
	CHARSET_UTF16LE,
	CHARSET_UTF16BE,
	CHARSET_GB18030, /* and all that it contains: GBK, GB 2312 */
	CHARSET_BIG5,    /* with the characters of Hong Kong */
	CHARSET_UTF32LE,
	CHARSET_UTF32BE,
	CHARSET_EUC_KR, /* with the syllables that Windows adds */
	CHARSET_EUC_JP,
	CHARSET_SHIFT_JIS,
	CHARSET_WINDOWS_1250,
	CHARSET_WINDOWS_1251,
	CHARSET_WINDOWS_1252,
	CHARSET_WINDOWS_1254,
	CHARSET_ISO_8859_2,
	CHARSET_KOI8_R,
	CHARSET_ISO_2022_JP,
	CHARSET_ISO_2022_KR,
	CHARSET_HZ,
	CHARSET_COUNT
};

struct charset {
	const char *name;      /* for people, and for iconv */
	size_t unit_bytes;     /* of the smallest character */
	size_t wide_bytes;     /* of most other characters; 0: not known */
	struct str mark;       /* the byte order mark; empty: there is none */
	bool is_little_endian; /* of several bytes a unit */
};

const struct charset *charset_get(enum charset_id id);

/* The encoding whose byte order mark begins `bytes`, or NULL; the longest mark counts. */
const struct charset *charset_by_mark(struct str bytes);

/*
 * Finds the encoding that `name` means: "utf-8", "GBK", "cp950", …, in any letter
 * case and with or without hyphens, or any other that the system's converter knows.
 * False if there is none.  *charset borrows `name`.
 */
bool charset_by_name(struct charset *charset, const char *name);

/* Is the converter of this encoding installed?  Some systems package the encodings of
 * their C library apart. */
bool charset_is_here(const struct charset *charset);

/* Appends the names of all encodings of enum charset_id whose converters are not
 * installed, with commas between; false when there is none. */
bool charset_add_missing(struct buf *names);

/* Does `name` mean UTF-16 of either byte order? */
bool charset_is_either_utf16(const char *name);

/*
 * Appends `bytes` to `text` as UTF-8 and returns how many bytes could not be decoded:
 * all of them where the converter is not installed.  Each becomes one U+FFFD.  A byte
 * order mark is a character like any other.  Time is linear.
 */
size_t charset_convert(const struct charset *charset, struct buf *text,
                       struct str bytes);

/* Adds an error for page `page` (number): the page may be text in an encoding whose
 * converter is not installed, and which package has the converter. */
void charset_tell_missing(struct diags *diags, size_t page);

#endif
