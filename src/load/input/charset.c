/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/charset.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "load/input/hz.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <unistr.h>

#define REPLACEMENT STR("\ufffd")
#define ROOM_BYTES  ((size_t)16 * 1024)

static const struct charset charsets[CHARSET_COUNT] = {
	[CHARSET_UTF8] = { "UTF-8", 1, 3, { "\xef\xbb\xbf", 3 }, false },
	[CHARSET_UTF16LE] = { "UTF-16LE", 2, 2, { "\xff\xfe", 2 }, true },
	[CHARSET_UTF16BE] = { "UTF-16BE", 2, 2, { "\xfe\xff", 2 }, false },
	[CHARSET_GB18030] = { "GB18030",
	                      1,
	                      2,
	                      { "\x84\x31\x95\x33", 4 },
	                      false },
	[CHARSET_BIG5] = { "Big5-HKSCS", 1, 2, { "", 0 }, false },
	[CHARSET_UTF32LE] = { "UTF-32LE", 4, 4, { "\xff\xfe\0\0", 4 }, true },
	[CHARSET_UTF32BE] = { "UTF-32BE", 4, 4, { "\0\0\xfe\xff", 4 }, false },
	[CHARSET_EUC_KR] = { "CP949", 1, 2, { "", 0 }, false },
	[CHARSET_EUC_JP] = { "EUC-JP", 1, 2, { "", 0 }, false },
	[CHARSET_SHIFT_JIS] = { "Shift_JIS", 1, 2, { "", 0 }, false },
	[CHARSET_WINDOWS_1250] = { "windows-1250", 1, 1, { "", 0 }, false },
	[CHARSET_WINDOWS_1251] = { "windows-1251", 1, 1, { "", 0 }, false },
	[CHARSET_WINDOWS_1252] = { "windows-1252", 1, 1, { "", 0 }, false },
	[CHARSET_WINDOWS_1254] = { "windows-1254", 1, 1, { "", 0 }, false },
	[CHARSET_ISO_8859_2] = { "ISO-8859-2", 1, 1, { "", 0 }, false },
	[CHARSET_KOI8_R] = { "KOI8-R", 1, 1, { "", 0 }, false },
	[CHARSET_ISO_2022_JP] = { "ISO-2022-JP", 1, 2, { "", 0 }, false },
	[CHARSET_ISO_2022_KR] = { "ISO-2022-KR", 1, 2, { "", 0 }, false },
	[CHARSET_HZ] = { "HZ", 1, 2, { "", 0 }, false },
};

/* Usual names, in the form that squeeze() gives them.  The name of a subset means the
 * whole encoding: files that declare GB2312 often hold more. */
static const struct alias {
	const char *squeezed;
	enum charset_id id;
} aliases[] = {
	{ "utf8", CHARSET_UTF8 },
	{ "utf8sig", CHARSET_UTF8 },
	{ "utf8bom", CHARSET_UTF8 },
	{ "utf16le", CHARSET_UTF16LE },
	{ "ucs2le", CHARSET_UTF16LE },
	{ "utf16be", CHARSET_UTF16BE },
	{ "ucs2be", CHARSET_UTF16BE },
	{ "gb18030", CHARSET_GB18030 },
	{ "gbk", CHARSET_GB18030 },
	{ "gb2312", CHARSET_GB18030 },
	{ "gb", CHARSET_GB18030 },
	{ "cp936", CHARSET_GB18030 },
	{ "ms936", CHARSET_GB18030 },
	{ "windows936", CHARSET_GB18030 },
	{ "euccn", CHARSET_GB18030 },
	{ "cngb", CHARSET_GB18030 },
	{ "big5", CHARSET_BIG5 },
	{ "big5hkscs", CHARSET_BIG5 },
	{ "hkscs", CHARSET_BIG5 },
	{ "bigfive", CHARSET_BIG5 },
	{ "cnbig5", CHARSET_BIG5 },
	{ "cp950", CHARSET_BIG5 },
	{ "ms950", CHARSET_BIG5 },
	{ "windows950", CHARSET_BIG5 },
	{ "eucjp", CHARSET_EUC_JP },
	{ "ujis", CHARSET_EUC_JP },
	{ "shiftjis", CHARSET_SHIFT_JIS },
	{ "sjis", CHARSET_SHIFT_JIS },
	{ "utf32le", CHARSET_UTF32LE },
	{ "utf32be", CHARSET_UTF32BE },
	{ "euckr", CHARSET_EUC_KR },
	{ "uhc", CHARSET_EUC_KR },
	{ "cp949", CHARSET_EUC_KR },
	{ "windows949", CHARSET_EUC_KR },
	{ "windows1250", CHARSET_WINDOWS_1250 },
	{ "cp1250", CHARSET_WINDOWS_1250 },
	{ "windows1251", CHARSET_WINDOWS_1251 },
	{ "cp1251", CHARSET_WINDOWS_1251 },
	{ "windows1254", CHARSET_WINDOWS_1254 },
	{ "cp1254", CHARSET_WINDOWS_1254 },
	{ "iso88592", CHARSET_ISO_8859_2 },
	{ "latin2", CHARSET_ISO_8859_2 },
	{ "koi8r", CHARSET_KOI8_R },
	{ "iso2022jp", CHARSET_ISO_2022_JP },
	{ "iso2022kr", CHARSET_ISO_2022_KR },
	{ "hz", CHARSET_HZ },
	{ "hzgb2312", CHARSET_HZ },
	{ "windows1252", CHARSET_WINDOWS_1252 },
	{ "cp1252", CHARSET_WINDOWS_1252 },
};

/* Sets `squeezed` to `name` in lower case, without hyphens, underscores, spaces and dots. */
static void squeeze(char *squeezed, size_t bytes, const char *name)
{
	size_t len = 0;

	for (; *name && len + 1 < bytes; name++)
		if (!strchr("-_ .", *name))
			squeezed[len++] = *name >= 'A' && *name <= 'Z'
			                          ? (char)(*name - 'A' + 'a')
			                          : *name;
	squeezed[len] = '\0';
}

const struct charset *charset_get(enum charset_id id)
{
	return &charsets[id];
}

const struct charset *charset_by_mark(struct str bytes)
{
	const struct charset *best = NULL;

	for (size_t i = 0; i < CHARSET_COUNT; i++)
		if (charsets[i].mark.len &&
		    str_starts(bytes, charsets[i].mark) &&
		    (!best || charsets[i].mark.len > best->mark.len))
			best = &charsets[i];
	return best;
}

/* The bytes of a code unit, by which decoding goes on behind bytes that are bad; 1 where
 * the converter finds the next character itself. */
static size_t unit_bytes_of(const char *squeezed)
{
	if (!strncmp(squeezed, "utf32", 5) || !strncmp(squeezed, "ucs4", 4))
		return 4;
	return !strncmp(squeezed, "ucs2", 4) ? 2 : 1;
}

/* A converter to UTF-8, or (iconv_t)-1 if the system has none. */
static iconv_t open_converter(const char *name)
{
	iconv_t handle = iconv_open("UTF-8", name);

	/* Where memory was short while its part of the C library was loaded, that
	 * says the same as without the part. */
	if (handle == (iconv_t)-1 && errno == EINVAL)
		handle = iconv_open("UTF-8", name);
	if (handle == (iconv_t)-1 && errno == ENOMEM)
		mem_none();
	return handle;
}

static bool system_knows(const char *name)
{
	iconv_t handle;

	/* "" would be the locale's, "x//IGNORE" would lose bytes silently. */
	if (!*name || strchr(name, '/'))
		return false;
	handle = open_converter(name);
	if (handle == (iconv_t)-1)
		return false;
	iconv_close(handle);
	return true;
}

bool charset_by_name(struct charset *charset, const char *name)
{
	char squeezed[32];

	squeeze(squeezed, sizeof squeezed, name);
	for (size_t i = 0; i < ARRAY_LEN(aliases); i++)
		if (!strcmp(squeezed, aliases[i].squeezed)) {
			*charset = charsets[aliases[i].id];
			return true;
		}
	*charset = (struct charset){ .name = name,
		                     .unit_bytes = unit_bytes_of(squeezed) };
	return system_knows(name);
}

static bool charset_is_utf8(const struct charset *charset)
{
	return !strcmp(charset->name, charsets[CHARSET_UTF8].name);
}

/* HZ is made GB18030 before the converter sees it. */
static const struct charset *charset_converted(const struct charset *charset)
{
	return charset->name == charsets[CHARSET_HZ].name
	               ? &charsets[CHARSET_GB18030]
	               : charset;
}

bool charset_is_here(const struct charset *charset)
{
	return charset_is_utf8(charset) ||
	       system_knows(charset_converted(charset)->name);
}

bool charset_add_missing(struct buf *names)
{
	size_t before = names->len;

	for (size_t i = 0; i < CHARSET_COUNT; i++) {
		if (charset_is_here(&charsets[i]) ||
		    charset_converted(&charsets[i]) != &charsets[i])
			continue;
		if (names->len > before)
			buf_add_c(names, ", ");
		buf_add_c(names, charsets[i].name);
	}
	return names->len > before;
}

bool charset_is_either_utf16(const char *name)
{
	char squeezed[32];

	squeeze(squeezed, sizeof squeezed, name);
	return !strcmp(squeezed, "utf16") || !strcmp(squeezed, "ucs2") ||
	       !strcmp(squeezed, "unicode");
}

static size_t convert_utf8(struct buf *text, struct str bytes)
{
	const uint8_t *start = (const uint8_t *)bytes.ptr;
	size_t at = 0, lost_bytes = 0;

	while (at < bytes.len) {
		const uint8_t *bad = u8_check(start + at, bytes.len - at);
		size_t good = bad ? (size_t)(bad - start) : bytes.len;

		buf_add(text, str_slice(bytes, at, good));
		at = good;
		if (bad) {
			buf_add(text, REPLACEMENT);
			lost_bytes++;
			at++;
		}
	}
	return lost_bytes;
}

/* How many bytes at the head of `bytes` are skipped as bad: as few as lead to the next
 * character. */
static size_t bad_bytes(const struct charset *charset, struct str bytes)
{
	bool pair = charset->unit_bytes == 1 && charset->wide_bytes == 2 &&
	            bytes.len > 1 && (unsigned char)bytes.ptr[0] > 0x80 &&
	            (unsigned char)bytes.ptr[1] >= 0x80;

	if (pair)
		return 2;
	return bytes.len < charset->unit_bytes ? bytes.len
	                                       : charset->unit_bytes;
}

static size_t lose(struct buf *text, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++)
		buf_add(text, REPLACEMENT);
	return bytes;
}

/* Passes over what the converter does not know at the head of `bytes`, and returns how
 * many bytes are lost.  The euro is what Windows has added to GBK. */
static size_t charset_skip(const struct charset *charset, struct buf *text,
                           struct str *bytes)
{
	bool is_euro = charset->name == charsets[CHARSET_GB18030].name &&
	               bytes->ptr[0] == '\x80';
	size_t bad = is_euro ? 1 : bad_bytes(charset, *bytes);

	*bytes = str_slice(*bytes, bad, bytes->len);
	if (!is_euro)
		return lose(text, bad);
	buf_add(text, STR("€"));
	return 0;
}

static size_t convert_by_system(const struct charset *charset, iconv_t handle,
                                struct buf *text, struct str bytes)
{
	char room[ROOM_BYTES];
	size_t lost_bytes = 0;

	for (;;) {
		char *in = (char *)(uintptr_t)bytes.ptr, *out = room;
		size_t left = bytes.len, out_left = sizeof room;
		/* Without input it gives what it held back. */
		bool last = !left;
		size_t done = iconv(handle, last ? NULL : &in,
		                    last ? NULL : &left, &out, &out_left);
		bool failed =
			done == (size_t)-1 && (errno != E2BIG || out == room);

		buf_add(text, (struct str){ room, (size_t)(out - room) });
		if (last)
			return lost_bytes;
		bytes = (struct str){ in, left };
		if (failed && left)
			lost_bytes += charset_skip(charset, text, &bytes);
	}
}

static size_t convert_hz(struct buf *text, struct str bytes)
{
	struct buf gb;
	size_t lost_bytes;

	buf_init(&gb);
	hz_to_gb(&gb, bytes);
	lost_bytes =
		charset_convert(&charsets[CHARSET_GB18030], text, buf_str(&gb));
	buf_release(&gb);
	return lost_bytes;
}

size_t charset_convert(const struct charset *charset, struct buf *text,
                       struct str bytes)
{
	iconv_t handle;
	size_t lost_bytes;

	if (charset_is_utf8(charset))
		return convert_utf8(text, bytes);
	if (charset->name == charsets[CHARSET_HZ].name)
		return convert_hz(text, bytes);
	handle = open_converter(charset->name);
	if (handle == (iconv_t)-1)
		return lose(text, bytes.len);
	lost_bytes = convert_by_system(charset, handle, text, bytes);
	iconv_close(handle);
	return lost_bytes;
}

void charset_tell_missing(struct diags *diags, size_t page)
{
	struct buf names;

	buf_init(&names);
	charset_add_missing(&names);
	diags_add(diags, (struct diag){ .level = DIAG_ERROR, .page = page },
	          _("This may be text in an encoding that this system cannot "
	            "decode (%s). Install the package glibc-gconv-extra "
	            "(Fedora) or libc-gconv-modules-extra (Debian)."),
	          names.ptr);
	buf_release(&names);
}
