/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/codeset.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/glyph.h"
#include "text/neutralise.h"

#include <errno.h>
#include <langinfo.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistr.h>
#include <wchar.h>

#define GETA    0x3013 /* 〓 stands for type that is missing */
#define CHINESE 0x4e2d /* 中 is in every encoding that has Han characters */

/* Sets codeset->name to the encoding that the environment asks for, when the locale is not
 * installed. */
static void name_asked(struct codeset *codeset)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	const char *locale = NULL, *encoding;

	for (size_t i = 0; i < ARRAY_LEN(names) && (!locale || !*locale); i++)
		locale = getenv(names[i]);
	encoding = locale ? strchr(locale, '.') : NULL;
	if (!encoding)
		return;
	encoding++;
	snprintf(codeset->name, sizeof codeset->name, "%.*s",
	         (int)strcspn(encoding, "@"), encoding);
}

/* Is this UTF-8, or the ASCII of the locales C and POSIX, which do not tell what the
 * terminal takes? */
static bool is_usual(const char *name)
{
	static const char *const names[] = { "",     "UTF-8",
		                             "UTF8", "ANSI_X3.4-1968",
		                             "646",  "US-ASCII" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (!strcasecmp(name, names[i]))
			return true;
	return false;
}

locale_t codeset_enter(const struct codeset *codeset)
{
	return uselocale(codeset->locale);
}

void codeset_leave(locale_t before)
{
	uselocale(before);
}

/* Writes character `c` in the encoding and returns how many bytes it has; 0: the encoding
 * lacks the character. */
static size_t encode(char *bytes, const struct codeset *codeset, uint32_t c)
{
	locale_t before = codeset_enter(codeset);
	mbstate_t state = { 0 };
	size_t len = wcrtomb(bytes, (wchar_t)c, &state);

	codeset_leave(before);
	return len == (size_t)-1 ? 0 : len;
}

void codeset_init(struct codeset *codeset)
{
	char bytes[MB_LEN_MAX];

	*codeset = (struct codeset){ .fit = CODESET_UTF8 };
	codeset->locale = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
	if (!codeset->locale) {
		name_asked(codeset);
		if (!is_usual(codeset->name))
			codeset->fit = CODESET_ABSENT;
		return;
	}
	snprintf(codeset->name, sizeof codeset->name, "%s",
	         nl_langinfo_l(CODESET, codeset->locale));
	if (!is_usual(codeset->name))
		codeset->fit = encode(bytes, codeset, CHINESE) ? CODESET_OTHER
		                                               : CODESET_NARROW;
	if (codeset->fit != CODESET_OTHER)
		codeset_release(codeset);
}

void codeset_release(struct codeset *codeset)
{
	if (codeset->locale)
		freelocale(codeset->locale);
	codeset->locale = (locale_t)0;
}

bool codeset_has(const struct codeset *codeset, uint32_t c)
{
	char bytes[MB_LEN_MAX];

	return !codeset->locale || encode(bytes, codeset, c);
}

static size_t encode_missing(char *bytes, const struct codeset *codeset,
                             uint32_t c, int ambiguous_cols)
{
	int cols = char_cols(c, ambiguous_cols);
	size_t len = cols == 2 ? encode(bytes, codeset, GETA) : 0;

	if (!len)
		while (len < (size_t)(cols > 0 ? cols : 0))
			bytes[len++] = '?';
	return len;
}

size_t codeset_add(struct buf *out, const struct codeset *codeset,
                   struct str text, int ambiguous_cols)
{
	size_t at = 0, missing = 0;

	if (!codeset->locale) {
		buf_add(out, text);
		return 0;
	}
	while (at < text.len) {
		ucs4_t c;
		char room[MB_LEN_MAX];
		size_t len;

		at += utf8_next(text, at, &c);
		len = encode(room, codeset, c);
		missing += !len;
		if (!len)
			len = encode_missing(room, codeset, c, ambiguous_cols);
		buf_add(out, (struct str){ room, len });
	}
	return missing;
}

/* Appends `text`, which is in the encoding of the thread's locale, as UTF-8 up to its first
 * bad byte; returns where that is, or text.len. */
static size_t decode_here(struct buf *out, struct str text)
{
	mbstate_t state = { 0 };
	size_t at = 0;

	while (at < text.len) {
		wchar_t c;
		size_t len = mbrtowc(&c, text.ptr + at, text.len - at, &state);

		if (len > text.len - at)
			break;
		buf_add_uc(out, (uint32_t)c);
		at += len;
	}
	return at;
}

char *codeset_decoded(const struct codeset *codeset, const char *text)
{
	struct str bytes = str_from(text);
	char *decoded = NULL;
	struct buf utf8;
	locale_t before;
	size_t well;

	if (!codeset->locale)
		return NULL;
	buf_init(&utf8);
	before = codeset_enter(codeset);
	well = decode_here(&utf8, bytes);
	codeset_leave(before);
	if (well == bytes.len)
		decoded = buf_steal(&utf8);
	buf_release(&utf8);
	return decoded;
}

bool codeset_write(const struct codeset *codeset, FILE *file, struct str text,
                   size_t *missing)
{
	struct buf out;
	size_t not_there;
	bool done;
	int error;

	buf_init(&out);
	/* Terminals of such encodings draw ambiguous characters two cells wide. */
	not_there = codeset_add(&out, codeset, text, 2);
	if (missing)
		*missing = not_there;
	done = fwrite(out.ptr, 1, out.len, file) == out.len &&
	       fflush(file) == 0;
	error = errno;
	buf_release(&out);
	errno = error;
	return done;
}

char *codeset_warning(const struct codeset *codeset)
{
	char *name;
	struct buf text;

	if (codeset->fit != CODESET_NARROW && codeset->fit != CODESET_ABSENT)
		return NULL;
	name = neutralised(codeset->name);
	buf_init(&text);
	buf_addf(&text,
	         codeset->fit == CODESET_NARROW
	                 ? _("The encoding of this locale, %s, has no Chinese; "
	                     "text is written as UTF-8")
	                 : _("This locale, with the encoding %s, is not "
	                     "installed; text is written as UTF-8"),
	         name);
	free(name);
	return buf_steal(&text);
}
