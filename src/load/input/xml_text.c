/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/xml_text.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <unistr.h>

#define DECLARATION_BYTES 256 /* in which its end is looked for */
#define WORD_BYTES        sizeof(uint64_t)
#define WORD_BEYOND       0x8080808080808080u

/* The first byte at or behind `at` that is beyond ASCII, or the end. */
static size_t xml_text_past_ascii(struct str text, size_t at)
{
	uint64_t word;

	for (; at + WORD_BYTES <= text.len; at += WORD_BYTES) {
		memcpy(&word, text.ptr + at, WORD_BYTES);
		if (word & WORD_BEYOND)
			break;
	}
	while (at < text.len && (unsigned char)text.ptr[at] < 0x80)
		at++;
	return at;
}

/* Is all of it UTF-8?  *beyond: something of it is beyond ASCII. */
static bool xml_text_is_utf8(struct str text, bool *beyond)
{
	size_t at = xml_text_past_ascii(text, 0);

	*beyond = at < text.len;
	while (at < text.len) {
		ucs4_t c;
		int bytes = u8_mbtoucr(&c, (const uint8_t *)text.ptr + at,
		                       text.len - at);

		if (bytes < 0)
			return false;
		at = xml_text_past_ascii(text, at + (size_t)bytes);
	}
	return true;
}

bool xml_text_is_utf16(struct str bytes)
{
	const struct charset *charset = charset_by_mark(bytes);

	if (charset)
		return charset->unit_bytes == 2;
	return str_starts(bytes, STR("<\0?")) || str_starts(bytes, STR("\0<"));
}

/* The value that stands in quotation marks behind "encoding" in the declaration. */
static struct str xml_text_declared(struct str bytes)
{
	static const struct str none = { "", 0 };
	struct str head = str_slice(
		bytes, 0,
		bytes.len < DECLARATION_BYTES ? bytes.len : DECLARATION_BYTES);
	size_t end = str_find(head, STR("?>"), 0), at, close;

	if (!str_starts(head, STR("<?xml")) || end == NPOS)
		return none;
	head.len = end;
	at = str_find(head, STR("encoding"), 0);
	while (at < head.len && head.ptr[at] != '"' && head.ptr[at] != '\'')
		at++;
	if (at >= head.len)
		return none;
	close = str_find(head, str_slice(head, at, at + 1), at + 1);
	return close == NPOS ? none : str_slice(head, at + 1, close);
}

/* The encoding that a declared name means.  Files that declare ISO 8859-1 often hold
 * more, as web pages do. */
static const char *xml_text_meant(const char *declared)
{
	static const char *const western[] = { "ISO-8859-1", "ISO8859-1",
		                               "latin1" };

	for (size_t i = 0; i < ARRAY_LEN(western); i++)
		if (!strcasecmp(declared, western[i]))
			return charset_get(CHARSET_WINDOWS_1252)->name;
	return declared;
}

/* Takes the declared name where it is the name of an encoding. */
static void xml_text_set_declared(struct xml_text *xml, struct str name)
{
	static const char plain[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		"0123456789._-:";

	if (name.len >= sizeof xml->declared)
		return;
	memcpy(xml->declared, name.ptr, name.len);
	if (strspn(xml->declared, plain) != name.len ||
	    !decode_brings(xml_text_meant(xml->declared)))
		memset(xml->declared, 0, sizeof xml->declared);
}

static bool xml_text_declares(const struct xml_text *xml, const char *encoding)
{
	struct charset declared, other;

	if (!xml->declared[0] || charset_is_either_utf16(xml->declared))
		return xml->declared[0] && !strncmp(encoding, "UTF-16", 6);
	return charset_by_name(&declared, xml_text_meant(xml->declared)) &&
	       charset_by_name(&other, encoding) &&
	       !strcmp(declared.name, other.name);
}

/* Does it declare an encoding in which a byte beyond ASCII is not UTF-8, and no more than
 * that speaks against it? */
static bool xml_text_declares_bytes(const struct xml_text *xml)
{
	return xml->declared[0] && !xml_text_declares(xml, "UTF-8") &&
	       !xml_text_declares(xml, "UTF-16LE");
}

static void xml_text_decode(struct xml_text *xml, struct str bytes,
                            const char *encoding)
{
	decode(&xml->decoded, bytes, encoding);
	xml->text = buf_str(&xml->decoded.text);
	xml->encoding = xml->decoded.encoding;
	xml->lost_bytes = xml->decoded.lost_bytes;
}

void xml_text_init(struct xml_text *xml, struct str bytes)
{
	const struct charset *mark = charset_by_mark(bytes);
	struct str text =
		str_slice(bytes, mark ? mark->mark.len : 0, bytes.len);
	bool beyond;

	*xml = (struct xml_text){ .text = text,
		                  .encoding = charset_get(CHARSET_UTF8)->name };
	buf_init(&xml->decoded.text);
	if (xml_text_is_utf16(bytes)) {
		xml_text_decode(xml, bytes, "UTF-16");
		return;
	}
	xml_text_set_declared(xml, xml_text_declared(text));
	if (!xml_text_is_utf8(text, &beyond) ||
	    (!beyond && xml_text_declares_bytes(xml)))
		xml_text_decode(xml, bytes,
		                !mark && xml_text_declares_bytes(xml)
		                        ? xml_text_meant(xml->declared)
		                        : NULL);
	xml->contradicts =
		xml->declared[0] && !xml_text_declares(xml, xml->encoding);
}

void xml_text_release(struct xml_text *xml)
{
	decoded_release(&xml->decoded);
}

void xml_text_tell(const struct xml_text *xml, struct diags *diags, size_t page)
{
	if (xml->contradicts)
		diags_add(diags,
		          (struct diag){ .level = DIAG_WARNING, .page = page },
		          /* TRANSLATORS: two encodings */
		          _("The file says that it is in %s; it was read as "
		            "%s."),
		          xml->declared, xml->encoding);
}
