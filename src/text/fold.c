/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/fold.h"

#include "base/mem.h"
#include "text/width.h"

#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#define MARK_BYTES 64 /* folded, between two marks */
#define RUN_BYTES  MARK_BYTES
#define ROOM_BYTES 8  /* for a character that folds to one */
#define FOLDED_MAX 32 /* characters that one folds to */

/* Folded text in the making, with the way back beside each byte. */
struct folder {
	struct buf text;
	size_t *from; /* owned; only when `ways` is set */
	size_t count, cap;
	bool ways;
	struct fold_marks *marks; /* or NULL */
	size_t next_mark;         /* byte of text */
	size_t start;             /* byte of text: before it is other text */
};

static void add_way(struct folder *folder, size_t from, size_t bytes)
{
	if (!folder->ways)
		return;
	folder->from = mem_grow(folder->from, &folder->cap,
	                        folder->count + bytes, sizeof *folder->from);
	for (size_t i = 0; i < bytes; i++)
		folder->from[folder->count++] = from;
}

static void add_char(struct folder *folder, ucs4_t c, size_t from)
{
	size_t before = folder->text.len;

	buf_add_uc(&folder->text, c);
	add_way(folder, from, folder->text.len - before);
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

/* The characters that one folds to. */
static size_t folded_of(ucs4_t c, ucs4_t to[FOLDED_MAX])
{
	ucs4_t one = fold_one(c);
	size_t len = FOLDED_MAX;
	uint32_t *norm;

	if (one && c <= 0xffff) {
		to[0] = one;
		return 1;
	}
	/* It folds to several, or is beyond the table. */
	norm = u32_normalize(UNINORM_NFKC, &c, 1, to, &len);
	if (norm != to) {
		free(norm);
		to[0] = c;
		return 1;
	}
	for (size_t i = 0; i < len; i++) {
		one = fold_one(uc_tolower(to[i]));
		to[i] = one ? one : to[i];
	}
	return len;
}

/* What a folded character is to white space beside it. */
enum side {
	SIDE_OTHER,
	SIDE_LETTER,
	SIDE_DIGIT
};

static enum side side_of(ucs4_t c)
{
	if (c >= '0' && c <= '9')
		return SIDE_DIGIT;
	if (c < 0x80)
		return c >= 'a' && c <= 'z' ? SIDE_LETTER : SIDE_OTHER;
	return width_class(c) == CLASS_WIDE || c == 0x2026 || c == 0x2014
	               ? SIDE_OTHER
	               : SIDE_LETTER;
}

/* Does white space count between what was folded and `c`?  It is asked of folded
 * characters, so that it does not tell ａ from a or “ from ". */
static bool is_parted(const struct folder *folder, ucs4_t c)
{
	const uint8_t *text = (const uint8_t *)folder->text.ptr;
	enum side side = side_of(c);
	ucs4_t before;

	return side != SIDE_OTHER &&
	       u8_prev(&before, text + folder->text.len,
	               text + folder->start) &&
	       side_of(before) == side;
}

/* The character at `bytes`; three bytes, most often, and those need no call. */
static size_t next_char(ucs4_t *c, const uint8_t *bytes, size_t left)
{
	if (left >= 3 && bytes[0] > 0xe0 && bytes[0] < 0xf0 &&
	    bytes[0] != 0xed && (bytes[1] & 0xc0) == 0x80 &&
	    (bytes[2] & 0xc0) == 0x80) {
		*c = (ucs4_t)(bytes[0] & 0xf) << 12 |
		     (ucs4_t)(bytes[1] & 0x3f) << 6 | (bytes[2] & 0x3f);
		return 3;
	}
	return (size_t)u8_mbtouc(c, bytes, left);
}

/* Ideographs, kana and their marks: none of them is white space or unseen. */
static bool is_common(ucs4_t c)
{
	return (c > 0x3000 && c < 0x302a) || (c > 0x3040 && c < 0x3097) ||
	       (c >= 0x3400 && c < 0x9f00) || (c > 0xff00 && c < 0xff5f);
}

/* One that needs nothing before it to be folded, and folds to one: from here on the
 * text can be folded by itself. */
static void fold_common(struct folder *folder, ucs4_t c, size_t at)
{
	char *room = folder->text.ptr + folder->text.len;
	size_t len = 1;

	if (folder->marks && folder->text.len >= folder->next_mark) {
		*ARRAY_ADD(folder->marks->items, folder->marks->count,
		           folder->marks->cap) =
			(struct fold_mark){ folder->text.len, at };
		folder->next_mark = folder->text.len + MARK_BYTES;
	}
	if (c < 0x80) {
		room[0] = (char)c;
	} else {
		room[0] = (char)(0xe0 | c >> 12);
		room[1] = (char)(0x80 | (c >> 6 & 0x3f));
		room[2] = (char)(0x80 | (c & 0x3f));
		len = 3;
	}
	folder->text.len += len;
	add_way(folder, at, len);
}

/* The ideographs, kana and marks from byte `at` on, as far as they need nothing
 * but a look at the table and no mark is due: most of a text, so this is the loop
 * that counts.  Returns where they end. */
static size_t fold_run(struct folder *folder, const uint8_t *bytes, size_t at,
                       size_t len)
{
	size_t most = at + RUN_BYTES < len ? at + RUN_BYTES : len;
	char *out = buf_room(&folder->text, RUN_BYTES + ROOM_BYTES);
	const char *start = out;

	for (; most - at >= 3; at += 3, out += 3) {
		const uint8_t *b = bytes + at;
		ucs4_t c = (ucs4_t)(b[0] & 0xf) << 12 |
		           (ucs4_t)(b[1] & 0x3f) << 6 | (b[2] & 0x3f);
		uint16_t to;

		if (b[0] < 0xe3 || b[0] > 0xe9 || (b[1] & 0xc0) != 0x80 ||
		    (b[2] & 0xc0) != 0x80 || !is_common(c))
			break;
		to = fold_pages[fold_index[c >> 8]][c & 0xff];
		if (!to)
			to = (uint16_t)c;
		if (to <= 0x7ff || to == SLOW)
			break;
		out[0] = (char)(0xe0 | to >> 12);
		out[1] = (char)(0x80 | (to >> 6 & 0x3f));
		out[2] = (char)(0x80 | (to & 0x3f));
	}
	folder->text.len += (size_t)(out - start);
	return at;
}

/* Any other; `space` is where white space before it begins, or NPOS. */
static void fold_rare(struct folder *folder, ucs4_t c, size_t at, size_t space)
{
	ucs4_t to[FOLDED_MAX];
	size_t count = folded_of(c, to);

	if (space != NPOS && is_parted(folder, to[0]))
		add_char(folder, ' ', space);
	for (size_t i = 0; i < count; i++)
		add_char(folder, to[i], at);
}

/* Folds `text` from byte `at` on until there are `enough` bytes. */
static void fold_text(struct folder *folder, struct str text, size_t at,
                      size_t enough)
{
	const uint8_t *bytes = (const uint8_t *)text.ptr;
	size_t space = NPOS;

	while (at < text.len && folder->text.len < enough) {
		ucs4_t c, one = 0;
		size_t next = at + next_char(&c, bytes + at, text.len - at);

		if (is_common(c))
			one = fold_one(c);
		if (folder->text.cap - folder->text.len < ROOM_BYTES)
			buf_room(&folder->text, ROOM_BYTES);
		if (one > 0x7ff || (one && one < 0x80 && space == NPOS)) {
			fold_common(folder, one, at);
			if (!folder->ways && enough == SIZE_MAX)
				next = fold_run(folder, bytes, next, text.len);
			space = NPOS;
		} else if (uc_is_property_white_space(c)) {
			space = space == NPOS ? at : space;
		} else if (width_class(c) != CLASS_SILENT) {
			fold_rare(folder, c, at, space);
			space = NPOS;
		}
		at = next;
	}
	if (folder->text.cap)
		folder->text.ptr[folder->text.len] = '\0';
}

void fold_part(struct folded *folded, struct str text, size_t from,
               size_t enough)
{
	struct folder folder = {
		.text = { folded->text, 0, folded->text_cap },
		.from = folded->from,
		.cap = folded->from_cap,
		.ways = true,
	};

	buf_room(&folder.text, ROOM_BYTES);
	fold_text(&folder, text, from, enough);
	*ARRAY_ADD(folder.from, folder.count, folder.cap) = text.len;
	*folded = (struct folded){ folder.text.ptr, folder.text.len,
		                   folder.from, folder.text.cap, folder.cap };
}

bool fold_place(struct str text, size_t from, struct fold_range folded,
                size_t *start, size_t *end)
{
	const uint8_t *bytes = (const uint8_t *)text.ptr;
	size_t done = 0;
	bool begun = false;

	while (from < text.len && done < folded.at + folded.len) {
		ucs4_t c, one;
		size_t next =
			from + next_char(&c, bytes + from, text.len - from);

		one = is_common(c) ? fold_one(c) : 0;
		if (one <= 0x7ff && (!one || one >= 0x80))
			return false;
		if (done == folded.at) {
			*start = from;
			begun = true;
		}
		done += one < 0x80 ? 1 : 3;
		from = *end = next;
	}
	return begun && done == folded.at + folded.len;
}

void fold(struct folded *folded, struct str text)
{
	*folded = (struct folded){ 0 };
	fold_part(folded, text, 0, SIZE_MAX);
}

void fold_add(struct buf *out, struct str text, struct fold_marks *marks)
{
	struct folder folder = { .text = *out,
		                 .start = out->len,
		                 .marks = marks,
		                 .next_mark = out->len + MARK_BYTES };

	fold_text(&folder, text, 0, SIZE_MAX);
	*out = folder.text;
}

void folded_release(struct folded *folded)
{
	free(folded->text);
	free(folded->from);
	*folded = (struct folded){ 0 };
}
