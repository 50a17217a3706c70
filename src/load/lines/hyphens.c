/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/hyphens.h"

#include "base/hash.h"
#include "base/mem.h"
#include "load/lines/char_class.h"
#include "text/hyphen.h"

#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>

#define FIRST_SLOTS 1024

/* Is `c` a hyphen inside a word, which all count as one? */
static bool hyphens_is_inside(unsigned c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

static uint64_t hyphens_add_char(uint64_t hash, unsigned c)
{
	if (hyphens_is_inside(c))
		c = '-';
	return hash_add(hash, c < 0x80 ? (c >= 'A' && c <= 'Z' ? c | 0x20 : c)
	                               : uc_tolower(c));
}

/* The slot of a hash: the one that has it, else one that is free. */
static size_t hyphens_slot(const struct page_words *words, uint64_t hash)
{
	size_t slot = (hash ^ hash >> 32) & (words->slot_count - 1);

	while (words->slots[slot] && words->slots[slot] != hash)
		slot = (slot + 1) & (words->slot_count - 1);
	return slot;
}

static void hyphens_grow(struct page_words *words)
{
	uint64_t *old = words->slots;
	size_t count = words->slot_count;

	words->slot_count = count ? 2 * count : FIRST_SLOTS;
	words->slots = mem_alloc(words->slot_count * sizeof *words->slots);
	for (size_t i = 0; i < count; i++)
		if (old[i])
			words->slots[hyphens_slot(words, old[i])] = old[i];
	free(old);
}

static void hyphens_add_word(struct page_words *words, uint64_t hash)
{
	size_t slot;

	if (2 * words->count >= words->slot_count)
		hyphens_grow(words);
	slot = hyphens_slot(words, hash);
	words->count += !words->slots[slot];
	words->slots[slot] = hash;
}

static void hyphens_add_words(struct page_words *words, struct str text)
{
	uint64_t hash = HASH_START;
	size_t letters = 0;

	for (size_t at = 0; at < text.len;) {
		size_t next;
		unsigned c = char_at(text, at, &next);
		bool inside =
			char_is_alphabetic(c) ||
			(hyphens_is_inside(c) && letters && next < text.len);

		if (inside) {
			hash = hyphens_add_char(hash, c);
			letters++;
		}
		if ((!inside || next == text.len) && letters) {
			hyphens_add_word(words, hash);
			hash = HASH_START;
			letters = 0;
		}
		at = next;
	}
}

void page_words_init(struct page_words *words,
                     const struct printed_lines *lines)
{
	*words = (struct page_words){ .lines = lines };
}

static void hyphens_make(struct page_words *words)
{
	hyphens_grow(words);
	for (size_t i = 0; i < words->lines->count; i++)
		hyphens_add_words(words, words->lines->items[i].text);
}

void page_words_release(struct page_words *words)
{
	free(words->slots);
	*words = (struct page_words){ 0 };
}

static bool hyphens_know(struct page_words *words, uint64_t hash)
{
	if (!words->slots)
		hyphens_make(words);
	return words->slots[hyphens_slot(words, hash)] == hash;
}

/* The word, hyphens included, that a text ends with. */
static struct str hyphens_last_word(struct str text)
{
	size_t start = text.len;

	for (size_t at = 0; at < text.len;) {
		size_t next;
		unsigned c = char_at(text, at, &next);

		if (!char_is_alphabetic(c) && !hyphen_at(text, at))
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

	while (end < text.len && char_is_alphabetic(char_at(text, end, &next)))
		end = next;
	return str_slice(text, 0, end);
}

static uint64_t hyphens_add_text(uint64_t hash, struct str text)
{
	for (size_t at = 0; at < text.len;)
		hash = hyphens_add_char(hash, char_at(text, at, &at));
	return hash;
}

/* Is the word set in capitals, so that a capital behind it says nothing? */
static bool hyphens_is_all_upper(struct str word)
{
	for (size_t at = 0; at < word.len;)
		if (uc_is_lower(char_at(word, at, &at)))
			return false;
	return true;
}

bool hyphen_is_of_break(struct page_words *words, struct str before,
                        struct str after)
{
	struct str head = hyphens_last_word(before),
		   tail = hyphens_first_word(after);
	uint64_t joined, compound;

	if (head.len <= hyphen_before(head, head.len) || !tail.len)
		return false;
	if (hyphen_is_soft(head))
		return true;
	head.len -= hyphen_before(head, head.len);
	joined = hyphens_add_text(hyphens_add_text(HASH_START, head), tail);
	compound = hyphens_add_text(
		hyphens_add_char(hyphens_add_text(HASH_START, head), '-'),
		tail);
	if (hyphens_know(words, compound))
		return false;
	return hyphens_know(words, joined) || !uc_is_upper(char_first(tail)) ||
	       hyphens_is_all_upper(head);
}
