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
	size_t *from; /* NULL: no way back is asked for */
	size_t count, cap;
	bool ways;
};

static void add_char(struct folder *folder, ucs4_t c, size_t from)
{
	size_t before = folder->text.len;

	buf_add_uc(&folder->text, c);
	for (size_t i = before; folder->ways && i < folder->text.len; i++)
		*ARRAY_ADD(folder->from, folder->count, folder->cap) = from;
}

#include "text/fold_table.inc"

#define SLOW 0xffff /* of a table: it folds to several */

ucs4_t fold_one(ucs4_t c)
{
	uint16_t to = 0;

	if (c <= 0xffff)
		to = fold_pages[fold_index[c >> 8]][c & 0xff];
	if (c >= 'A' && c <= 'Z')
		return c + ('a' - 'A');
	return to == SLOW ? 0 : to ? to : c;
}

static void fold_char(struct folder *folder, ucs4_t c, size_t from)
{
	ucs4_t room[32], one = fold_one(c);
	size_t len = ARRAY_LEN(room);
	uint32_t *norm;

	if (one && c <= 0xffff) {
		add_char(folder, one, from);
		return;
	}
	/* It folds to several, or is beyond the table. */
	norm = u32_normalize(UNINORM_NFKC, &c, 1, room, &len);
	for (size_t i = 0; norm && i < len; i++) {
		one = fold_one(uc_tolower(norm[i]));
		add_char(folder, one ? one : norm[i], from);
	}
	if (norm != room)
		free(norm);
}

static bool is_cjk(ucs4_t c)
{
	return width_class(c) == CLASS_WIDE || (c >= 0x2018 && c <= 0x201d) ||
	       c == 0x2026 || c == 0x2014;
}

static void fold_text(struct folder *folder, struct str text)
{
	const uint8_t *bytes = (const uint8_t *)text.ptr;
	ucs4_t before = 0;
	size_t space = NPOS;

	for (size_t at = 0; at < text.len;) {
		ucs4_t c;
		size_t next =
			at + (size_t)u8_mbtouc(&c, bytes + at, text.len - at);

		if (uc_is_property_white_space(c)) {
			space = space == NPOS ? at : space;
		} else if (width_class(c) != CLASS_SILENT) {
			if (space != NPOS && before && !is_cjk(before) &&
			    !is_cjk(c))
				add_char(folder, ' ', space);
			fold_char(folder, c, at);
			space = NPOS;
			before = c;
		}
		at = next;
	}
}

void fold(struct folded *folded, struct str text)
{
	struct folder folder = { .ways = true };

	buf_init(&folder.text);
	fold_text(&folder, text);
	*ARRAY_ADD(folder.from, folder.count, folder.cap) = text.len;
	folded->len = folder.text.len;
	folded->text = buf_steal(&folder.text);
	folded->from = folder.from;
}

void fold_add(struct buf *out, struct str text)
{
	struct folder folder = { .text = *out };

	fold_text(&folder, text);
	*out = folder.text;
}

void folded_release(struct folded *folded)
{
	free(folded->text);
	free(folded->from);
	*folded = (struct folded){ 0 };
}
