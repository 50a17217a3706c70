/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/fold.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "text/width.h"

#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#define RUN_BYTES   256 /* of room made at once */
#define ROOM_BYTES  8   /* for a character that folds to one */
#define CLUSTER_MAX 8   /* characters that are folded together */
#define FOLDED_MAX  32  /* characters in the folded form of a cluster */

/* The largest values of a mark; longer stretches take several marks. */
#define RUN_MAX 0xffff
#define GAP_MAX 0x7fff
#define LEN_MAX 0xff

_Static_assert(FOLDED_MAX * 4 <= LEN_MAX, "a folded form fits into a mark");
_Static_assert(CLUSTER_MAX * 4 <= LEN_MAX, "a cluster fits into a mark");

/* Folded text in the making. */
struct folder {
	struct buf text;
	size_t start;             /* byte of text: before it is other text */
	struct fold_marks *marks; /* or NULL */
	size_t drift; /* from the folded byte to its own, as marked last */
};

static struct fold_mark *push_mark(struct fold_marks *marks, size_t run,
                                   size_t gap)
{
	struct fold_mark *mark =
		ARRAY_ADD(marks->items, marks->count, marks->cap);

	*mark = (struct fold_mark){ .run = run & RUN_MAX,
		                    .gap = gap & GAP_MAX };
	marks->end += run + gap;
	marks->folded_end += run;
	return mark;
}

/* To folded byte `folded` and byte `from` of the original: what goes byte by byte,
 * then what was dropped. */
static struct fold_mark *mark_up_to(struct fold_marks *marks, size_t folded,
                                    size_t from)
{
	size_t run, gap;

	while ((run = folded - marks->folded_end) > RUN_MAX)
		push_mark(marks, RUN_MAX, 0);
	while ((gap = from - marks->end - run) > GAP_MAX) {
		push_mark(marks, run, GAP_MAX);
		run = 0;
	}
	return push_mark(marks, run, gap);
}

/* The original bytes from `from` on, `len` of them, became the `folded_len` from
 * `folded` on.  What a mark cannot tell of `len` is as if dropped behind them. */
static void add_mark(struct fold_marks *marks, size_t folded, size_t from,
                     size_t len, size_t folded_len)
{
	struct fold_mark *mark = mark_up_to(marks, folded, from);

	mark->len = (len < LEN_MAX ? len : LEN_MAX) & LEN_MAX;
	mark->folded_len = folded_len & LEN_MAX;
	marks->end += mark->len;
	marks->folded_end += mark->folded_len;
	if (len > LEN_MAX)
		mark_up_to(marks, folded + folded_len, from + len);
}

static void begin_marks(struct fold_marks *marks, size_t folded)
{
	size_t run = folded - marks->folded_end;

	for (; run > RUN_MAX; run -= RUN_MAX)
		push_mark(marks, RUN_MAX, 0);
	push_mark(marks, run, 0)->begins = true;
	marks->end = 0;
}

/* The original bytes [from, end) became those from `folded` on; `whole`: they
 * cannot be told apart. */
static void note(struct folder *folder, size_t folded, size_t from, size_t end,
                 bool whole)
{
	size_t folded_len = folder->text.len - folded;

	if (folder->marks && (whole || folded_len != end - from))
		add_mark(folder->marks, folded, from, end - from, folded_len);
	else if (folder->marks && from - folded != folder->drift)
		add_mark(folder->marks, folded, from, 0, 0);
	folder->drift = end - folder->text.len;
}

#include "text/fold_table.inc"

#define SLOW 0xffff /* in a table: the character folds to several */

ucs4_t fold_one(ucs4_t c)
{
	uint16_t to = 0;

	if (c <= 0xffff)
		to = fold_pages[fold_index[c >> 8]][c & 0xff];
	if (c >= 'A' && c <= 'Z')
		return c + ('a' - 'A');
	return to == SLOW ? 0 : to ? to : c;
}

/* Does `c` change the character before it, and not stand alone: a mark that composes
 * with its letter, a vowel or final of a Hangul syllable, a sound mark of kana? */
static bool fold_joins(ucs4_t c)
{
	if (c < 0x300)
		return false;
	return uc_combining_class(c) || (c >= 0x1160 && c <= 0x11ff) ||
	       c == 0xff9e || c == 0xff9f;
}

/* Does a character that joins the one before it begin at byte `at`? */
static bool fold_joins_at(struct str text, size_t at)
{
	ucs4_t c;

	if (at >= text.len || (uint8_t)text.ptr[at] < 0xcc)
		return false;
	utf8_next(text, at, &c);
	return fold_joins(c);
}

/* The characters that a cluster folds to: a character and those that join it. */
static size_t folded_of(const ucs4_t *cluster, size_t count,
                        ucs4_t to[FOLDED_MAX])
{
	ucs4_t one = fold_one(cluster[0]);
	size_t len = FOLDED_MAX;
	uint32_t *norm;

	if (count == 1 && one && cluster[0] <= 0xffff) {
		to[0] = one;
		return 1;
	}
	/* It folds to several, or is beyond the table, or has to be composed. */
	norm = u32_casefold(cluster, count, NULL, UNINORM_NFKC, to, &len);
	if (norm != to) {
		free(norm);
		to[0] = cluster[0];
		return 1;
	}
	for (size_t i = 0; i < len; i++) {
		one = fold_one(to[i]);
		to[i] = one ? one : to[i];
	}
	return len;
}

/* The kind of a folded character, which decides about white space beside it. */
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

/* Whether white space counts between the text folded so far and `c`.  Both are folded
 * characters, so that ａ and a, or “ and ", make no difference. */
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

/* Ideographs, kana and their marks: none of them is white space or unseen. */
static bool is_common(ucs4_t c)
{
	return (c > 0x3000 && c < 0x302a) || (c > 0x3040 && c < 0x3097) ||
	       (c >= 0x3400 && c < 0x9f00) || (c > 0xff00 && c < 0xff5f);
}

/* The ideographs, kana and marks from byte `at` on, as far as they need nothing but
 * a look at the table and keep their length: most of a text, so this is the loop that
 * counts.  Returns where they end; white space before them is dropped. */
static size_t fold_run(struct folder *folder, const uint8_t *bytes, size_t at,
                       size_t len)
{
	const size_t start = at, before = folder->text.len;
	const size_t most = len - at < RUN_BYTES ? len : at + RUN_BYTES;
	char *out = buf_room(&folder->text, RUN_BYTES + ROOM_BYTES);

	for (; most - at >= 3; at += 3, out += 3) {
		const uint8_t *b = bytes + at;
		ucs4_t c = utf8_of_three(b);
		uint16_t to;

		if (b[0] < 0xe3 || b[0] > 0xe9 || !utf8_is_plain_three(b) ||
		    !is_common(c))
			break;
		/* None of those that begin with other bytes joins. */
		if (at + 3 < len && (b[3] < 0xe4 || b[3] > 0xe9) &&
		    fold_joins_at((struct str){ (const char *)bytes, len },
		                  at + 3))
			break;
		to = fold_pages[fold_index[c >> 8]][c & 0xff];
		if (!to)
			to = (uint16_t)c;
		if (to <= 0x7ff || to == SLOW)
			break;
		utf8_write_three(out, to);
	}
	folder->text.len += at - start;
	if (at > start)
		note(folder, before, start, at, false);
	return at;
}

/* One that folds to ASCII.  There is room for it. */
static void fold_ascii(struct folder *folder, ucs4_t to, size_t at, size_t next)
{
	size_t before = folder->text.len++;

	folder->text.ptr[before] = (char)to;
	note(folder, before, at, next, false);
}

/* Adds what a cluster folds to, which is bytes [at, next) of the original; `space` is
 * where white space before it begins, or NPOS. */
static void fold_cluster(struct folder *folder, const ucs4_t *cluster,
                         size_t chars, size_t space, size_t at, size_t next)
{
	ucs4_t to[FOLDED_MAX];
	size_t count = folded_of(cluster, chars, to), before = folder->text.len;

	if (space != NPOS && is_parted(folder, to[0])) {
		buf_add_byte(&folder->text, ' ');
		note(folder, before++, space, at, false);
	}
	for (size_t i = 0; i < count; i++)
		buf_add_uc(&folder->text, to[i]);
	note(folder, before, at, next, count > 1 || chars > 1);
}

/* The character `c` of bytes [at, next) and those that join it; returns where they
 * end. */
static size_t fold_rare(struct folder *folder, struct str text, ucs4_t c,
                        size_t space, size_t at, size_t next)
{
	ucs4_t cluster[CLUSTER_MAX] = { c };
	size_t count = 1;

	while (next < text.len && count < CLUSTER_MAX) {
		size_t bytes = utf8_next(text, next, &cluster[count]);

		if (!fold_joins(cluster[count]))
			break;
		next += bytes;
		count++;
	}
	fold_cluster(folder, cluster, count, space, at, next);
	return next;
}

/* Is a character that nobody sees: one without width, or a variation selector? */
static bool fold_unseen(ucs4_t c)
{
	return width_class(c) == CLASS_SILENT ||
	       uc_is_property_variation_selector(c);
}

static void fold_text(struct folder *folder, struct str text)
{
	const uint8_t *bytes = (const uint8_t *)text.ptr;
	size_t at = 0, space = NPOS;

	while (at < text.len) {
		size_t next = fold_run(folder, bytes, at, text.len);
		ucs4_t c, one;

		if (next > at) {
			at = next;
			space = NPOS;
			if (at == text.len)
				break;
		}
		next = at + utf8_next(text, at, &c);
		one = (c > ' ' && c < 0x7f) || is_common(c) ? fold_one(c) : 0;
		if (one && one < 0x80 && space == NPOS &&
		    !fold_joins_at(text, next)) {
			fold_ascii(folder, one, at, next);
		} else if (uc_is_property_white_space(c)) {
			space = space == NPOS ? at : space;
		} else if (!fold_unseen(c)) {
			next = fold_rare(folder, text, c, space, at, next);
			space = NPOS;
		}
		at = next;
	}
}

void fold_add(struct buf *out, struct str text, struct fold_marks *marks)
{
	struct folder folder = { .text = *out,
		                 .start = out->len,
		                 .marks = marks,
		                 .drift = 0 - out->len };

	if (marks)
		begin_marks(marks, out->len);
	fold_text(&folder, text);
	if (folder.text.cap)
		folder.text.ptr[folder.text.len] = '\0';
	*out = folder.text;
}

/* To the last mark that is at or before folded byte `at`. */
static void walk_to(struct fold_walk *walk, const struct fold_marks *marks,
                    size_t at)
{
	for (; walk->next < marks->count; walk->next++) {
		const struct fold_mark *mark = &marks->items[walk->next];
		size_t folded = walk->folded + walk->folded_len + mark->run;

		if (folded > at)
			break;
		walk->at = mark->begins ? 0
		                        : walk->at + walk->len + mark->run +
		                                  mark->gap;
		walk->folded = folded;
		walk->len = mark->len;
		walk->folded_len = mark->folded_len;
		walk->texts += mark->begins;
	}
}

struct fold_origin fold_origin(struct fold_walk *walk,
                               const struct fold_marks *marks, size_t at,
                               size_t len)
{
	struct fold_origin origin;
	struct fold_walk last;
	size_t beyond; /* folded bytes, behind the mark's */

	walk_to(walk, marks, at);
	origin.text = walk->texts - 1;
	beyond = at - walk->folded - walk->folded_len;
	origin.start = at < walk->folded + walk->folded_len
	                       ? walk->at
	                       : walk->at + walk->len + beyond;
	last = *walk;
	walk_to(&last, marks, at + len - 1);
	origin.folded_end = last.folded + last.folded_len;
	origin.end = last.at + last.len;
	if (at + len > origin.folded_end) {
		origin.end += at + len - origin.folded_end;
		origin.folded_end = at + len;
	}
	return origin;
}
