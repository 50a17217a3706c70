/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/detect_western.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <unicase.h>

/* Quotation marks of one encoding are letters of another: so many more letters must be
 * known, one in so many, before an encoding goes before one that stands above it. */
#define MARGIN_SHARE  4
#define LETTERS_FIRST 0xa0
#define EXTENDED      0x100 /* letters that windows-1252 lacks but for a few */
#define EXTENDED_MIN  3 /* different ones that show a language, or all it has */
#define LETTERS_END   0x180 /* Latin-1 and Latin Extended-A */

/* The letters beyond ASCII of languages, by the encodings in which they are written. */
static const struct {
	enum charset_id charset;
	const char *letters;
} languages[] = {
	{ CHARSET_WINDOWS_1252, "àâæçéèêëîïôùûü" },    /* French */
	{ CHARSET_WINDOWS_1252, "äöüß" },              /* German */
	{ CHARSET_WINDOWS_1252, "äöüßàâçéèêëîïôùû" },  /* both, as in Alsace */
	{ CHARSET_WINDOWS_1252, "áéíóúñü" },           /* Spanish */
	{ CHARSET_WINDOWS_1252, "áâãàçéêíóôõúü" },     /* Portuguese */
	{ CHARSET_WINDOWS_1252, "àèéìíîòóùú" },        /* Italian */
	{ CHARSET_WINDOWS_1252, "àçèéíïóòúü" },        /* Catalan */
	{ CHARSET_WINDOWS_1252, "åäöæøé" },            /* Nordic */
	{ CHARSET_WINDOWS_1252, "áðéíóúýþæö" },        /* Icelandic */
	{ CHARSET_WINDOWS_1252, "ëïéèöüáóêâ" },        /* Dutch, Afrikaans */
	{ CHARSET_WINDOWS_1250, "ąćęłńóśźż" },         /* Polish */
	{ CHARSET_WINDOWS_1250, "áčďéěíňóřšťúůýž" },   /* Czech */
	{ CHARSET_WINDOWS_1250, "áäčďéíĺľňóôŕšťúýž" }, /* Slovak */
	{ CHARSET_WINDOWS_1250, "áéíóöőúüű" },         /* Hungarian */
	{ CHARSET_WINDOWS_1250, "ăâîşţ" },             /* Romanian */
	{ CHARSET_WINDOWS_1250, "čćđšž" },             /* Croatian, Slovene */
	{ CHARSET_ISO_8859_2, "ąćęłńóśźż" },
	{ CHARSET_ISO_8859_2, "áčďéěíňóřšťúůýž" },
	{ CHARSET_ISO_8859_2, "áäčďéíĺľňóôŕšťúýž" },
	{ CHARSET_ISO_8859_2, "áéíóöőúüű" },
	{ CHARSET_ISO_8859_2, "ăâîşţ" },
	{ CHARSET_ISO_8859_2, "čćđšž" },
	{ CHARSET_WINDOWS_1254, "âçğıîöşûü" }, /* Turkish */
};

/* How often each letter stands in a text, small letters and capitals together.  Other
 * characters beyond ASCII that do not stand in words, quotes and signs, are not
 * counted; in words they are letters of no language. */
struct letters {
	size_t counts[LETTERS_END];
	size_t others;
};

static bool western_is_ascii_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static void western_count(struct letters *letters, struct str text)
{
	bool in_word = false;

	*letters = (struct letters){ 0 };
	for (size_t at = 0; at < text.len;) {
		uint32_t c;
		size_t next = at + utf8_next(text, at, &c);
		bool before = in_word;

		in_word = c < 0x80 && western_is_ascii_letter((char)c);
		at = next;
		if (c < 0x80)
			continue;
		letters->others += c < LETTERS_FIRST; /* a control character */
		c = uc_tolower(c);
		in_word = c >= LETTERS_FIRST && c < LETTERS_END;
		if (in_word && (c > 0xbf || before))
			letters->counts[c]++;
		else if (before && next < text.len &&
		         western_is_ascii_letter(text.ptr[next]) && c != 0x2019)
			letters->others++;
	}
}

/* How many of the letters a language has, less those that it has not; 0 where what
 * speaks for it is a letter or two, which are signs of another encoding. */
static long western_known(const struct letters *letters, const char *language)
{
	struct str own = str_from(language);
	size_t known = 0, all = letters->others;
	size_t extended = 0, found = 0; /* different letters */

	for (size_t at = 0; at < own.len;) {
		uint32_t c;

		at += utf8_next(own, at, &c);
		known += letters->counts[c];
		extended += c >= EXTENDED;
		found += c >= EXTENDED && letters->counts[c];
	}
	for (size_t c = LETTERS_FIRST; c < LETTERS_END; c++)
		all += letters->counts[c];
	if (found < extended && found < EXTENDED_MIN)
		return 0;
	return (long)known * 2 - (long)all;
}

const struct charset *detect_western(struct str text)
{
	const struct charset *best = charset_get(CHARSET_WINDOWS_1252);
	enum charset_id decoded = CHARSET_COUNT;
	long best_known = 0;
	struct letters letters = { 0 };
	struct buf out;

	buf_init(&out);
	for (size_t i = 0; i < ARRAY_LEN(languages); i++) {
		const struct charset *charset =
			charset_get(languages[i].charset);
		long known;

		if (!charset_is_here(charset))
			continue;
		if (languages[i].charset != decoded) {
			decoded = languages[i].charset;
			buf_clear(&out);
			charset_convert(charset, &out, text);
			western_count(&letters, buf_str(&out));
		}
		known = western_known(&letters, languages[i].letters);
		if (known > best_known + best_known / MARGIN_SHARE) {
			best_known = known;
			best = charset;
		}
	}
	buf_release(&out);
	return best;
}
