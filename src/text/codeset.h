/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_CODESET_H
#define TEXT_CODESET_H

#include "base/str.h"

#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/*
 * The encoding of the terminal, as the locale of the environment has it.  The
 * program works in UTF-8 whatever the locale is (LC_CTYPE is C.UTF-8 then); text
 * for a terminal of another encoding is converted on its way there.
 *
 * Not converted is for an encoding without Chinese (a locale of ISO-8859-1 is more
 * often one that was set long ago than what the terminal has), and for a locale
 * that is not installed; why not is there to be told.
 */
enum codeset_fit {
	CODESET_UTF8,   /* or no encoding is named: C, POSIX, no locale */
	CODESET_OTHER,  /* to be converted to */
	CODESET_NARROW, /* without Chinese: UTF-8 is written all the same */
	CODESET_ABSENT, /* of a locale that is not installed: the same */
};

struct codeset {
	enum codeset_fit fit;
	char name[32];   /* GB18030, …; from outside */
	locale_t locale; /* of CODESET_OTHER, to be used with uselocale();
	                  * (locale_t)0 of all others */
};

/* Asks the environment. */
void codeset_init(struct codeset *codeset);
void codeset_release(struct codeset *codeset);

/* Whether the character can be written. */
bool codeset_has(const struct codeset *codeset, uint32_t c);

/* Appends UTF-8 `text` as it is to be written.  A character that the encoding does
 * not have becomes 〓 or ?? when it is wide, ? when it is narrow.  How many of
 * these there were. */
size_t codeset_add(struct buf *out, const struct codeset *codeset,
                   struct str text, int ambiguous_cols);

/* What stands in the encoding as UTF-8, for the caller to free; NULL when it is not of
 * that encoding, or that is UTF-8 already. */
char *codeset_decoded(const struct codeset *codeset, const char *text);

/* Writes UTF-8 `text` so, all of it; false, with errno, where that fails.
 * `missing` is as from codeset_add(), or NULL. */
bool codeset_write(const struct codeset *codeset, FILE *file, struct str text,
                   size_t *missing);

/* What the C library converts between the two, as curses does, it converts to and
 * from that encoding; codeset_enter() gives what codeset_leave() takes. */
locale_t codeset_enter(const struct codeset *codeset);
void codeset_leave(locale_t before);

/* The sentence that says why text is UTF-8 and not what the locale names, or NULL;
 * the caller frees it. */
char *codeset_warning(const struct codeset *codeset);

#endif
