/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/fold.h"

#include "base/mem.h"
#include "text/width.h"

#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

/* Folded text in the making, with the way back beside each byte. */
struct folder {
	struct buf text;
	size_t *from;
	size_t count, cap;
};

static void add_char(struct folder *folder, ucs4_t c, size_t from)
{
	size_t before = folder->text.len;

	buf_add_uc(&folder->text, c);
	for (size_t i = before; i < folder->text.len; i++)
		*ARRAY_ADD(folder->from, folder->count, folder->cap) = from;
}

static bool is_double_quote(ucs4_t c)
{
	return (c >= 0x201c && c <= 0x201f) || c == 0xab || c == 0xbb ||
	       (c >= 0x300c && c <= 0x300f) || (c >= 0x301d && c <= 0x301f);
}

static ucs4_t fold_quote(ucs4_t c)
{
	if (is_double_quote(c))
		return '"';
	return c >= 0x2018 && c <= 0x201b ? '\'' : c;
}

/* What folds to itself, told without asking a table. */
static bool is_plain(ucs4_t c)
{
	return (c >= 0x4e00 && c <= 0x9fff) || (c > 0x20 && c < 0x41) ||
	       (c > 0x5a && c < 0x7f);
}

static void fold_char(struct folder *folder, ucs4_t c, size_t from)
{
	ucs4_t room[32];
	size_t len = ARRAY_LEN(room);
	uint32_t *norm;

	/* NFKC would make three points of it. */
	if (is_plain(c) || c == 0x2026) {
		add_char(folder, c, from);
		return;
	}
	norm = u32_normalize(UNINORM_NFKC, &c, 1, room, &len);
	for (size_t i = 0; norm && i < len; i++)
		add_char(folder, fold_quote(uc_tolower(norm[i])), from);
	if (norm != room)
		free(norm);
}

static bool is_cjk(ucs4_t c)
{
	return width_class(c) == CLASS_WIDE || (c >= 0x2018 && c <= 0x201d) ||
	       c == 0x2026 || c == 0x2014;
}

void fold(struct folded *folded, struct str text)
{
	const uint8_t *bytes = (const uint8_t *)text.ptr;
	struct folder folder = { 0 };
	ucs4_t before = 0;
	size_t space = NPOS;

	buf_init(&folder.text);
	for (size_t at = 0; at < text.len;) {
		ucs4_t c;
		size_t next =
			at + (size_t)u8_mbtouc(&c, bytes + at, text.len - at);

		if (uc_is_property_white_space(c)) {
			space = space == NPOS ? at : space;
		} else if (width_class(c) != CLASS_SILENT) {
			if (space != NPOS && before && !is_cjk(before) &&
			    !is_cjk(c))
				add_char(&folder, ' ', space);
			fold_char(&folder, c, at);
			space = NPOS;
			before = c;
		}
		at = next;
	}
	*ARRAY_ADD(folder.from, folder.count, folder.cap) = text.len;
	folded->len = folder.text.len;
	folded->text = buf_steal(&folder.text);
	folded->from = folder.from;
}

void folded_release(struct folded *folded)
{
	free(folded->text);
	free(folded->from);
	*folded = (struct folded){ 0 };
}
