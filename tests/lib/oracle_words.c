/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "words/cedict.h"
#include "words/sentence.h"
#include "words/tone_marks.h"
#include "words/word_breaks.h"

#define MOST_ENTRIES 4

static char *wrong_at(const char *what, size_t at)
{
	struct buf sentence;

	buf_init(&sentence);
	buf_addf(&sentence, "%s at byte %zu", what, at);
	return buf_steal(&sentence);
}

/* Going forth over all words and back over them, one stands at the same places. */
static char *check_walk(struct word_breaks *breaks)
{
	const size_t len = breaks->text.len;
	size_t forth = word_breaks_from(breaks, 0), before = NPOS;

	for (; forth != NPOS; forth = word_breaks_from(breaks, forth + 1)) {
		if (word_breaks_before(breaks, forth) != before)
			return wrong_at("no way back", forth);
		if (word_breaks_at(breaks, forth).start != forth)
			return wrong_at("no word begins", forth);
		before = forth;
	}
	return word_breaks_before(breaks, len) == before
	               ? NULL
	               : wrong_at("another last word", len);
}

static char *check_sentences(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		struct range sentence = sentence_at(text, at);

		if (sentence.start != at || sentence.end <= at)
			return wrong_at("a gap between sentences", at);
		if (sentence_at(text, utf8_before(text, sentence.end)).start !=
		    at)
			return wrong_at("another sentence", sentence.end);
		at = sentence.end;
	}
	return NULL;
}

char *oracle_words(struct str text, const struct cedict *cedict)
{
	struct word_breaks breaks;
	char *error = NULL;

	word_breaks_init(&breaks, text, cedict);
	for (size_t at = 0; at < text.len && !error;) {
		struct range segment = word_breaks_at(&breaks, at);

		if (segment.start != at || segment.end <= at ||
		    utf8_floor(text, segment.end) != segment.end)
			error = wrong_at("a gap between words", at);
		at = segment.end;
	}
	if (!error)
		error = check_walk(&breaks);
	if (!error)
		error = check_sentences(text);
	word_breaks_release(&breaks);
	return error;
}

/* Glosses are whole, and pinyin with marks is text. */
static char *check_entry(const struct cedict_entry *entry)
{
	struct str gloss;
	struct buf shown;
	size_t at = 0, glosses = 0;
	char *error = NULL;

	buf_init(&shown);
	tone_marks_add(&shown, entry->pinyin, false);
	tone_marks_add(&shown, entry->pinyin, true);
	while (cedict_next_gloss(entry, &at, &gloss)) {
		tone_marks_add_gloss(&shown, gloss);
		glosses++;
	}
	if (!utf8_is_valid(buf_str(&shown)))
		error = wrong_at("no text", glosses);
	buf_release(&shown);
	return error;
}

/* Each word of the file that stands before a space is looked for. */
static char *check_find(const struct cedict *cedict, struct str file)
{
	struct cedict_entry entries[MOST_ENTRIES];
	char *error = NULL;

	for (size_t at = 0, end; at < file.len && !error; at = end + 1) {
		struct str word;
		size_t count;

		end = str_find(file, STR(" "), at);
		if (end == NPOS)
			break;
		word = str_slice(file, at, end);
		count = cedict_find(cedict, word, entries, MOST_ENTRIES);
		if (count > MOST_ENTRIES ||
		    cedict_has(cedict, word) != (count > 0))
			error = wrong_at("another number of entries", at);
		for (size_t i = 0; i < count && !error; i++)
			error = check_entry(&entries[i]);
	}
	return error;
}

char *oracle_cedict_bytes(struct str bytes)
{
	struct buf file, text;
	struct cedict *cedict;
	char *error;

	buf_init(&file);
	buf_init(&text);
	buf_add(&file, bytes);
	for (size_t at = 0; at < bytes.len;) {
		uint32_t c;

		at += utf8_next(bytes, at, &c);
		buf_add_uc(&text, c);
	}
	cedict = cedict_new(&file);
	error = check_find(cedict, bytes);
	if (!error)
		error = oracle_words(buf_str(&text), cedict);
	cedict_free(cedict);
	buf_release(&text);
	buf_release(&file);
	return error;
}
