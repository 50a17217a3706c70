/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/cedict.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/fold.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define NONE UINT32_MAX

/* A headword of an entry.  Those with the same hash, shortened to an index, make a list in
 * the order of the file. */
struct headword {
	uint32_t hash;  /* of its folded characters */
	uint32_t entry; /* byte of the file at which the entry begins */
	uint32_t next;  /* index of the next of the list, or NONE */
};

struct cedict {
	struct buf bytes;
	struct headword *headwords;
	size_t headword_count, headword_cap;
	uint32_t *
		lists; /* 1 << list_bits of them: the first headword, or NONE */
	unsigned list_bits;
	size_t entries, wrong_lines, first_wrong_line;
};

/* Entries that lead elsewhere or name a person: their first gloss begins so. */
static const char *const cedict_lesser[] = {
	"surname ",        "variant of ",
	"old variant of ", "archaic variant of ",
	"erhua variant ",  "see ",
	"used in ",        "abbr. for ",
	"also written ",   "unofficial variant of ",
};

/* The folded form of the character at byte *at, which moves behind it. */
static uint32_t cedict_fold_next(struct str text, size_t *at)
{
	uint32_t c, one;

	*at += utf8_next(text, *at, &c);
	one = fold_one(c);
	return one ? one : c;
}

static uint32_t cedict_hash(struct str word)
{
	uint64_t hash = HASH_START;

	for (size_t at = 0; at < word.len;)
		hash = hash_add(hash, cedict_fold_next(word, &at));
	return (uint32_t)(hash ^ hash >> 32);
}

static bool cedict_folds_alike(struct str a, struct str b)
{
	size_t at_a = 0, at_b = 0;

	while (at_a < a.len && at_b < b.len)
		if (cedict_fold_next(a, &at_a) != cedict_fold_next(b, &at_b))
			return false;
	return at_a == a.len && at_b == b.len;
}

/* The bytes of `line` from *at up to the next `end`, behind which *at moves; empty: there
 * is no `end`. */
static struct str cedict_up_to(struct str line, size_t *at, char end)
{
	const char *found = memchr(line.ptr + *at, end, line.len - *at);
	struct str part = STR("");

	if (!found)
		return part;
	part = str_slice(line, *at, (size_t)(found - line.ptr));
	*at += part.len + 1;
	return part;
}

static struct str cedict_without(struct str text, const char *edges)
{
	while (text.len && strchr(edges, text.ptr[0]))
		text = str_slice(text, 1, text.len);
	while (text.len && strchr(edges, text.ptr[text.len - 1]))
		text.len--;
	return text;
}

/* Reads a line; false: it is no entry.  The pinyin of the newer form of the file stands
 * between two brackets. */
static bool cedict_read(struct str line, struct cedict_entry *entry)
{
	size_t at = 0;

	entry->traditional = cedict_up_to(line, &at, ' ');
	entry->simplified = cedict_up_to(line, &at, ' ');
	if (!entry->traditional.len || !entry->simplified.len ||
	    at >= line.len || line.ptr[at] != '[')
		return false;
	entry->pinyin = cedict_up_to(line, &at, ']');
	entry->pinyin = cedict_without(entry->pinyin, "[ ");
	if (at >= line.len || !memchr(line.ptr + at, '/', line.len - at))
		return false;
	cedict_up_to(line, &at, '/');
	entry->glosses = cedict_without(str_slice(line, at, line.len), "/ ");
	return entry->pinyin.len && entry->glosses.len;
}

/* The line that begins at byte `at`, without its end. */
static struct str cedict_line_at(const struct cedict *cedict, size_t at)
{
	struct str rest =
		str_slice(buf_str(&cedict->bytes), at, cedict->bytes.len);
	const char *end = memchr(rest.ptr, '\n', rest.len);

	return end ? str_slice(rest, 0, (size_t)(end - rest.ptr)) : rest;
}

static void cedict_add(struct cedict *cedict, struct str word, size_t entry)
{
	*ARRAY_ADD(cedict->headwords, cedict->headword_count,
	           cedict->headword_cap) =
		(struct headword){ cedict_hash(word), (uint32_t)entry, NONE };
}

/* Takes a line; false: it is neither an entry nor a comment. */
static bool cedict_take(struct cedict *cedict, struct str line, size_t at)
{
	struct cedict_entry entry;

	line = str_trim(line);
	if (!line.len || line.ptr[0] == '#')
		return true;
	if (!cedict_read(line, &entry) || !utf8_is_valid(line))
		return false;
	cedict_add(cedict, entry.simplified, at);
	if (!cedict_folds_alike(entry.simplified, entry.traditional))
		cedict_add(cedict, entry.traditional, at);
	cedict->entries++;
	return true;
}

static void cedict_take_lines(struct cedict *cedict)
{
	const struct str bytes = buf_str(&cedict->bytes);
	size_t number = 0;

	for (size_t at = str_starts(bytes, STR("\xef\xbb\xbf")) ? 3 : 0;
	     at < bytes.len;) {
		struct str line = cedict_line_at(cedict, at);

		number++;
		if (!cedict_take(cedict, line, at) && !cedict->wrong_lines++)
			cedict->first_wrong_line = number;
		at += line.len + 1;
	}
}

static uint32_t *cedict_list(const struct cedict *cedict, uint32_t hash)
{
	return &cedict->lists[hash >> (32 - cedict->list_bits)];
}

/* From the last headword to the first, so that lists have the order of the file. */
static void cedict_link(struct cedict *cedict)
{
	cedict->list_bits = 4;
	while (cedict->headword_count >> cedict->list_bits &&
	       cedict->list_bits < 31)
		cedict->list_bits++;
	cedict->lists = mem_alloc(sizeof *cedict->lists << cedict->list_bits);
	memset(cedict->lists, 0xff, sizeof *cedict->lists << cedict->list_bits);
	for (size_t i = cedict->headword_count; i-- > 0;) {
		struct headword *headword = &cedict->headwords[i];
		uint32_t *list = cedict_list(cedict, headword->hash);

		headword->next = *list;
		*list = (uint32_t)i;
	}
}

struct cedict *cedict_new(struct buf *bytes)
{
	struct cedict *cedict = mem_alloc(sizeof *cedict);

	assert(bytes->len <= CEDICT_MOST_BYTES);
	cedict->bytes = *bytes;
	buf_init(bytes);
	cedict_take_lines(cedict);
	cedict_link(cedict);
	return cedict;
}

void cedict_free(struct cedict *cedict)
{
	if (!cedict)
		return;
	buf_release(&cedict->bytes);
	free(cedict->headwords);
	free(cedict->lists);
	free(cedict);
}

size_t cedict_entries(const struct cedict *cedict)
{
	return cedict->entries;
}

size_t cedict_wrong_lines(const struct cedict *cedict, size_t *first)
{
	*first = cedict->first_wrong_line;
	return cedict->wrong_lines;
}

size_t cedict_memory_bytes(const struct cedict *cedict)
{
	return sizeof *cedict + cedict->bytes.cap +
	       cedict->headword_cap * sizeof *cedict->headwords +
	       (sizeof *cedict->lists << cedict->list_bits);
}

/* A walk over the entries that have a word or a variant of it. */
struct cedict_walk {
	const struct cedict *cedict;
	struct str word;
	uint32_t hash, next;
};

static struct cedict_walk cedict_walk_from(const struct cedict *cedict,
                                           struct str word)
{
	const uint32_t hash = cedict_hash(word);

	return (struct cedict_walk){ cedict, word, hash,
		                     *cedict_list(cedict, hash) };
}

static bool cedict_walk_next(struct cedict_walk *walk,
                             struct cedict_entry *entry)
{
	while (walk->next != NONE) {
		const struct headword *at =
			&walk->cedict->headwords[walk->next];

		walk->next = at->next;
		if (at->hash != walk->hash)
			continue;
		cedict_read(str_trim(cedict_line_at(walk->cedict, at->entry)),
		            entry);
		if (cedict_folds_alike(walk->word, entry->simplified) ||
		    cedict_folds_alike(walk->word, entry->traditional))
			return true;
	}
	return false;
}

bool cedict_has(const struct cedict *cedict, struct str word)
{
	struct cedict_walk walk = cedict_walk_from(cedict, word);
	struct cedict_entry entry;

	return cedict_walk_next(&walk, &entry);
}

static bool cedict_is_lesser(const struct cedict_entry *entry)
{
	const char first = entry->pinyin.ptr[0];

	if (first >= 'A' && first <= 'Z')
		return true;
	for (size_t i = 0; i < ARRAY_LEN(cedict_lesser); i++)
		if (str_starts(entry->glosses, str_from(cedict_lesser[i])))
			return true;
	return false;
}

static bool cedict_is_exact(const struct cedict_entry *entry, struct str word)
{
	return str_equal(entry->simplified, word) ||
	       str_equal(entry->traditional, word);
}

/* Adds the entries of one of the two kinds. */
static size_t cedict_collect(struct cedict_walk walk, bool exact, bool lesser,
                             struct cedict_entry *entries, size_t count,
                             size_t most)
{
	struct cedict_entry entry;

	while (count < most && cedict_walk_next(&walk, &entry))
		if (cedict_is_exact(&entry, walk.word) == exact &&
		    cedict_is_lesser(&entry) == lesser)
			entries[count++] = entry;
	return count;
}

size_t cedict_find(const struct cedict *cedict, struct str word,
                   struct cedict_entry *entries, size_t most)
{
	const struct cedict_walk walk = cedict_walk_from(cedict, word);
	size_t count = 0;

	for (int exact = 1; exact >= 0 && !count; exact--)
		for (int lesser = 0; lesser <= 1; lesser++)
			count = cedict_collect(walk, exact, lesser, entries,
			                       count, most);
	return count;
}

bool cedict_next_gloss(const struct cedict_entry *entry, size_t *at,
                       struct str *gloss)
{
	while (*at < entry->glosses.len) {
		struct str rest =
			str_slice(entry->glosses, *at, entry->glosses.len);
		const char *end = memchr(rest.ptr, '/', rest.len);

		if (end)
			rest.len = (size_t)(end - rest.ptr);
		*at += rest.len + 1;
		*gloss = str_trim(rest);
		if (gloss->len)
			return true;
	}
	return false;
}
