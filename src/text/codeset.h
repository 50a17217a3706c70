/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_CODESET_H
#define TEXT_CODESET_H

#include "base/str.h"

#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/*
 * The encoding of the terminal, which the locale of the environment names.  The
 * program works in UTF-8 whatever the locale is (LC_CTYPE is C.UTF-8 then); text is
 * converted when it is written to a terminal with another encoding.
 *
 * Text stays UTF-8 where the encoding has no Chinese (a locale of ISO-8859-1 is more
 * often an old setting than the encoding of the terminal) and where the locale is not
 * installed; codeset_warning() says so.
 */
enum codeset_fit {
	CODESET_UTF8,  /* UTF-8, or no encoding is named: C, POSIX, no locale */
	CODESET_OTHER, /* text is converted to it */
	CODESET_NARROW, /* has no Chinese: text stays UTF-8 */
	CODESET_ABSENT, /* its locale is not installed: text stays UTF-8 */
};

struct codeset {
	enum codeset_fit fit;
	char name[32];   /* GB18030, …; from outside, to be neutralised */
	locale_t locale; /* of CODESET_OTHER, to be used with uselocale();
	                  * (locale_t)0 of all others */
};

/* Reads the locale of the environment. */
void codeset_init(struct codeset *codeset);
void codeset_release(struct codeset *codeset);

/* Whether the encoding has the character. */
bool codeset_has(const struct codeset *codeset, uint32_t c);

/* Appends UTF-8 `text` in the encoding.  A character that the encoding lacks becomes 〓
 * or ?? if it is wide, ? if it is narrow.  Returns the number of such characters. */
size_t codeset_add(struct buf *out, const struct codeset *codeset,
                   struct str text, int ambiguous_cols);

/* `text`, which is in the encoding, as UTF-8 for the caller to free.  NULL: `text` is not
 * valid in the encoding, or the encoding is UTF-8. */
char *codeset_decoded(const struct codeset *codeset, const char *text);

/* Writes UTF-8 `text` to `file` in the encoding.  *missing, unless NULL, is set to the
 * number of characters that the encoding lacks.  False: errno says why the text was not
 * written. */
bool codeset_write(const struct codeset *codeset, FILE *file, struct str text,
                   size_t *missing);

/* Between these two calls the C library converts to and from the encoding, and so does
 * curses.  codeset_leave() takes what codeset_enter() returned. */
locale_t codeset_enter(const struct codeset *codeset);
void codeset_leave(locale_t before);

/* The sentence that says why text stays UTF-8, for the caller to free; NULL: text is in
 * the encoding of the locale. */
char *codeset_warning(const struct codeset *codeset);

#endif
