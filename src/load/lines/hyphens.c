/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/hyphens.h"

#include "base/hash.h"
#include "base/mem.h"

#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>

static uint64_t hyphens_add_char(uint64_t hash, unsigned c)
{
	return hash_add(hash, uc_tolower(c));
}

static bool is_letter(unsigned c)
{
	return c < 0x250 && uc_is_alpha(c);
}

static void hyphens_add_words(struct page_words *words, struct str text)
{
	uint64_t hash = HASH_START;
	size_t letters = 0;

	for (size_t at = 0; at < text.len;) {
		size_t next;
		unsigned c = char_at(text, at, &next);
		bool inside = is_letter(c) ||
		              (c == '-' && letters && next < text.len);

		if (inside) {
			hash = hyphens_add_char(hash, c);
			letters++;
		}
		if ((!inside || next == text.len) && letters) {
			*ARRAY_ADD(words->items, words->count, words->cap) =
				hash;
			hash = HASH_START;
			letters = 0;
		}
		at = next;
	}
}

static int hyphens_by_hash(const void *a, const void *b)
{
	uint64_t one = *(const uint64_t *)a, two = *(const uint64_t *)b;

	return one < two ? -1 : one > two;
}

void page_words_init(struct page_words *words,
                     const struct printed_lines *lines)
{
	*words = (struct page_words){ 0 };
	for (size_t i = 0; i < lines->count; i++)
		hyphens_add_words(words, lines->items[i].text);
	if (words->count)
		qsort(words->items, words->count, sizeof *words->items,
		      hyphens_by_hash);
}

void page_words_release(struct page_words *words)
{
	free(words->items);
	*words = (struct page_words){ 0 };
}

static bool hyphens_know(const struct page_words *words, uint64_t hash)
{
	return words->count && bsearch(&hash, words->items, words->count,
	                               sizeof hash, hyphens_by_hash) != NULL;
}

/* The word, hyphens included, that a text ends with. */
static struct str hyphens_last_word(struct str text)
{
	size_t start = text.len;

	for (size_t at = 0; at < text.len;) {
		size_t next;
		unsigned c = char_at(text, at, &next);

		if (!is_letter(c) && c != '-')
			start = next;
		else if (start > at)
			start = at;
		at = next;
	}
	return str_slice(text, start, text.len);
}

/* The letters that a text begins with. */
static struct str hyphens_first_word(struct str text)
{
	size_t end = 0, next;

	while (end < text.len && is_letter(char_at(text, end, &next)))
		end = next;
	return str_slice(text, 0, end);
}

static uint64_t hyphens_add_text(uint64_t hash, struct str text)
{
	for (size_t at = 0; at < text.len;)
		hash = hyphens_add_char(hash, char_at(text, at, &at));
	return hash;
}

bool hyphen_is_of_break(const struct page_words *words, struct str before,
                        struct str after)
{
	struct str head = hyphens_last_word(before),
		   tail = hyphens_first_word(after);
	uint64_t joined, compound;

	if (head.len < 2 || !tail.len)
		return false;
	compound = hyphens_add_text(hyphens_add_text(HASH_START, head), tail);
	head.len--;
	joined = hyphens_add_text(hyphens_add_text(HASH_START, head), tail);
	return hyphens_know(words, joined) && !hyphens_know(words, compound);
}
