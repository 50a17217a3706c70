/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/cue_month.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdbool.h>

#define NAMES_MAX 10 /* of a month */

/* English, German, French, Spanish, Italian, Portuguese, Russian; the longer ones of a
 * month first, as some begin like others. */
static const char *const month_names[][NAMES_MAX] = {
	{ "January", "janvier", "gennaio", "janeiro", "Januar", "января",
	  "Jänner", "enero", "Jan." },
	{ "fevereiro", "February", "febbraio", "Februar", "février", "febrero",
	  "февраля", "Feb." },
	{ "March", "marzo", "março", "марта", "März", "mars", "Mar." },
	{ "aprile", "апреля", "April", "avril", "abril", "Apr." },
	{ "maggio", "mayo", "maio", "May", "Mai", "mai", "мая" },
	{ "giugno", "junio", "junho", "June", "Juni", "juin", "июня" },
	{ "juillet", "luglio", "julio", "julho", "July", "Juli", "июля" },
	{ "августа", "August", "agosto", "août", "Aug." },
	{ "septiembre", "September", "septembre", "settembre", "setembro",
	  "сентября", "Sept." },
	{ "October", "Oktober", "octobre", "octubre", "ottobre", "outubro",
	  "октября", "Oct." },
	{ "noviembre", "November", "novembre", "novembro", "ноября", "Nov." },
	{ "diciembre", "December", "Dezember", "décembre", "dicembre",
	  "dezembro", "декабря", "Dec." },
};

/* Does `text`, which is no shorter, begin with `name` in capitals? */
static bool cue_month_is_in_capitals(struct str text, struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (text.ptr[i] != (name.ptr[i] & ~0x20))
			return false;
	return true;
}

static bool cue_month_begins(struct str text, struct str name)
{
	return text.len >= name.len &&
	       (str_starts(text, name) || cue_month_is_in_capitals(text, name));
}

size_t cue_month_read(struct str line, size_t at, size_t *month)
{
	struct str rest = str_slice(line, at, line.len);

	for (size_t m = 0; m < ARRAY_LEN(month_names); m++)
		for (const char *const *name = month_names[m]; *name; name++)
			if (cue_month_begins(rest, str_from(*name))) {
				*month = m + 1;
				return at + str_from(*name).len;
			}
	return at;
}

void cue_month_add_chars(struct buf *chars)
{
	for (size_t m = 0; m < ARRAY_LEN(month_names); m++)
		for (const char *const *name = month_names[m]; *name; name++) {
			buf_add(chars,
			        (struct str){ *name, utf8_length(**name) });
			if (utf8_is_ascii(**name))
				buf_add_byte(chars, (char)(**name & ~0x20));
		}
}
