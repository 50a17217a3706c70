/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "export/file_name.h"
#include "issue/issue.h"
#include "load/input/decode.h"
#include "small_issue.h"
#include "text/neutralise.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unictype.h>
#include <uninorm.h>

#define NAME_BYTES 200
#define COPIES     3

static char *wrong_name(const char *what, const char *name)
{
	struct buf sentence;

	buf_init(&sentence);
	buf_addf(&sentence, "a name %s: %s", what, name);
	return buf_steal(&sentence);
}

/* Is the name up to its first dot that of a device of DOS? */
static bool is_device(const char *name)
{
	static const char *const devices[] = {
		"con",  "prn",  "aux",  "nul",  "conin$", "conout$", "clock$",
		"com1", "com9", "lpt1", "lpt9", "com¹",   "lpt³"
	};
	size_t len = strcspn(name, ".");

	while (len && name[len - 1] == ' ')
		len--;
	for (size_t i = 0; i < ARRAY_LEN(devices); i++)
		if (len == strlen(devices[i]) &&
		    !strncasecmp(name, devices[i], len))
			return true;
	return false;
}

static const char *wrong_char(struct str name)
{
	for (size_t at = 0; at < name.len;) {
		uint32_t c;

		at += utf8_next(name, at, &c);
		if (char_is_hostile(c) ||
		    uc_is_property_default_ignorable_code_point(c))
			return "has a hostile or invisible character";
		if (c < 0x80 && strchr("/\\:*?\"<>|", (int)c))
			return "has a character that not all systems allow";
	}
	return NULL;
}

static const char *wrong_form(const char *name, enum export_format format)
{
	struct str text = str_from(name);
	size_t len = 0;
	uint8_t *norm;
	bool same;

	if (!text.len || text.len > NAME_BYTES)
		return "is empty or too long";
	if (!utf8_is_valid(text))
		return "is not UTF-8";
	if (strchr(".- ", name[0]) || strchr(". ", name[text.len - 1]))
		return "begins or ends with a dot, dash or space";
	if (is_device(name))
		return "is that of a device";
	if (export_format_for(name) != format)
		return "has the extension of another format";
	norm = u8_normalize(UNINORM_NFC, (const uint8_t *)text.ptr, text.len,
	                    NULL, &len);
	same = norm && len == text.len && !memcmp(norm, name, len);
	free(norm);
	return same ? wrong_char(text) : "is not in NFC";
}

/* Is the extension also that of another format, before it in the table? */
static enum export_format format_of(enum export_format format)
{
	char name[32];
	struct str extension = export_extension(format);

	snprintf(name, sizeof name, "a.%.*s", (int)extension.len,
	         extension.ptr);
	return export_format_for(name);
}

/* The names of three files of an article, or of the issue. */
static char *check_names(const char *pattern, const struct issue *issue,
                         size_t article, enum export_format format)
{
	char *names[COPIES], *wrong = NULL;

	for (size_t i = 0; i < COPIES; i++) {
		const char *what;

		names[i] =
			file_name_make(pattern, issue, article, format, i + 1);
		what = wrong_form(names[i], format_of(format));
		for (size_t k = 0; k < i && !what; k++)
			if (!strcmp(names[i], names[k]))
				what = "is that of another file";
		if (what && !wrong)
			wrong = wrong_name(what, names[i]);
	}
	for (size_t i = 0; i < COPIES; i++)
		free(names[i]);
	return wrong;
}

char *oracle_names_bytes(struct str bytes)
{
	static const enum role head = ROLE_HEAD;
	unsigned last = bytes.len ? (unsigned char)bytes.ptr[bytes.len - 1] : 0;
	enum export_format format =
		(enum export_format)(last % EXPORT_FORMAT_COUNT);
	struct decoded decoded;
	struct str text, first;
	struct buf pattern;
	struct issue *issue;
	char *wrong = NULL;

	decode(&decoded, bytes, "utf-8");
	text = buf_str(&decoded.text);
	first = small_issue_take_line(&text);
	buf_init(&pattern);
	buf_add(&pattern, first);
	buf_add_c(&pattern, "");
	if (!pattern.len || memchr(pattern.ptr, '\0', pattern.len) ||
	    !file_name_pattern_is_valid(pattern.ptr)) {
		buf_clear(&pattern);
		buf_add_c(&pattern, FILE_NAME_PATTERN);
	}
	issue = small_issue(text, &head, 1);
	wrong = check_names(pattern.ptr, issue, 0, format);
	if (!wrong)
		wrong = check_names(pattern.ptr, issue, NPOS, format);
	issue_free(issue);
	buf_release(&pattern);
	decoded_release(&decoded);
	return wrong;
}
