/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/export.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "text/neutralise.h"

#include <stdlib.h>
#include <uninorm.h>
#include <unistr.h>

#define NAME_CHARS 20
#define NAME_BYTES 200

/* Of a headline, what may stand in a file name on any system. */
static bool is_safe(ucs4_t c)
{
	return !char_is_hostile(c) && c != '/' && c != '\\' && c != ':' &&
	       c != '*' && c != '?' && c != '"' && c != '<' && c != '>' &&
	       c != '|' && c != 0xfffd && c != 0x200b && c != 0xfeff;
}

static void add_safe(struct buf *name, struct str text)
{
	size_t len = 0, chars = 0;
	uint8_t *norm = u8_normalize(UNINORM_NFC, (const uint8_t *)text.ptr,
	                             text.len, NULL, &len);

	for (size_t at = 0; norm && at < len && chars < NAME_CHARS;) {
		ucs4_t c;

		at += (size_t)u8_mbtouc(&c, norm + at, len - at);
		if (!is_safe(c) || name->len + 4 > NAME_BYTES)
			continue;
		/* A leading dot hides a file, a leading dash is an option. */
		if (!name->len && (c == '.' || c == '-' || c == ' '))
			continue;
		buf_add_uc(name, c);
		chars++;
	}
	free(norm);
	while (name->len && (name->ptr[name->len - 1] == '.' ||
	                     name->ptr[name->len - 1] == ' '))
		name->ptr[--name->len] = '\0';
}

char *export_name(const struct issue *issue, size_t article,
                  enum export_format format)
{
	struct buf name;

	buf_init(&name);
	if (article != NPOS)
		add_safe(&name, issue->articles[article].headline);
	else
		add_safe(&name, issue->title);
	if (!name.len && article != NPOS)
		buf_addf(&name, "article-%zu", article + 1);
	else if (!name.len)
		buf_add_c(&name, "issue");
	buf_addf(&name, ".%s", export_extension(format));
	return buf_steal(&name);
}
