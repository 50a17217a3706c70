/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_CHARSET_H
#define LOAD_INPUT_CHARSET_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct diags;

/* The encodings that are recognised by themselves. */
enum charset_id {
	CHARSET_UTF8,
	CHARSET_UTF16LE,
	CHARSET_UTF16BE,
	CHARSET_GB18030, /* and all that it contains: GBK, GB 2312 */
	CHARSET_BIG5,    /* with the characters of Hong Kong */
	CHARSET_EUC_JP,
	CHARSET_SHIFT_JIS,
	CHARSET_WINDOWS_1252,
	CHARSET_COUNT
};

struct charset {
	const char *name;  /* for people, and for iconv */
	size_t unit_bytes; /* of the smallest character */
	size_t wide_bytes; /* of most others; 0: not known */
	struct str mark;   /* what may stand first to say so; may be empty */
};

const struct charset *charset_get(enum charset_id id);

/* The one whose mark begins `bytes`, or NULL. */
const struct charset *charset_by_mark(struct str bytes);

/*
 * Finds the encoding that `name` means: "utf-8", "GBK", "cp950", …, whatever
 * its letter case and with or without its hyphens, or any other that the system
 * knows.  False if there is none.  *charset borrows `name`.
 */
bool charset_by_name(struct charset *charset, const char *name);

/* False if the system does not bring what decodes it: a C library may come in
 * parts. */
bool charset_is_here(const struct charset *charset);

/* Appends the names of all in enum charset_id that are not here, with commas
 * between; false when there is none. */
bool charset_add_missing(struct buf *names);

/* True if `name` is UTF-16 without a word on the order of its bytes. */
bool charset_is_either_utf16(const char *name);

/*
 * Appends `bytes` to `text` as UTF-8 and returns how many could not be decoded,
 * which are all where the encoding is not here; there is one U+FFFD for each.  A mark is a character like others.
 * Time is linear.
 */
size_t charset_convert(const struct charset *charset, struct buf *text,
                       struct str bytes);

/* Adds an error for page `page`: it may be text in an encoding that the system's
 * converter lacks, and in which package that encoding is. */
void charset_tell_missing(struct diags *diags, size_t page);

#endif
