/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/language.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "text/fold.h"

#include <unistr.h>

#define ENOUGH_CHARS  20000
#define ENGLISH_SHARE 25 /* at least one function word in so many: English */
#define KANA_SHARE    20 /* more than one kana in so many characters: Japanese */
#define TRADITIONAL_SHARE                                                      \
 20 /* more than one in so many ideographs: Traditional */

/* Counts of the characters that tell languages apart. */
struct tally {
	size_t chars, han, kana, traditional;
	size_t words, english; /* of letters; English function words */
};

/* Is the word one that English texts are full of, and others are not? */
static bool language_is_english(struct str word)
{
	static const char *const words[] = { "the",  "The", "THE", "of", "OF",
		                             "and",  "And", "AND", "to", "TO",
		                             "with", "was", "for" };

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (str_equal(word, str_from(words[i])))
			return true;
	return false;
}

static void language_count_words(struct tally *tally, struct str text)
{
	size_t at = 0;

	while (at < text.len) {
		size_t end = str_find(text, STR(" "), at);

		end = end == NPOS ? text.len : end;
		tally->words += end > at;
		tally->english += language_is_english(str_slice(text, at, end));
		at = end + 1;
	}
}

static void language_count_char(struct tally *tally, ucs4_t c)
{
	bool han = c >= 0x4e00 && c <= 0x9fff;

	tally->chars += c > ' ';
	tally->kana += c >= 0x3041 && c <= 0x30ff;
	tally->han += han;
	tally->traditional += han && fold_one(c) != c;
}

static void language_count_text(struct tally *tally, struct str text)
{
	language_count_words(tally, text);
	for (size_t at = 0; at < text.len;) {
		uint32_t c;

		at += utf8_next(text, at, &c);
		language_count_char(tally, c);
	}
}

const char *export_language(const struct issue *issue, struct selection pick)
{
	struct tally tally = { 0 };

	for (size_t i = 0; i < pick.count && tally.chars < ENOUGH_CHARS; i++) {
		size_t p = parts_first_passage(issue, selection_at(pick, i));

		for (; p != NPOS; p = parts_next_passage(issue, p))
			language_count_text(&tally, issue->passages[p].text);
	}
	if (tally.kana * KANA_SHARE > tally.chars)
		return "ja";
	if (tally.han * 2 < tally.chars)
		return !tally.han && tally.english &&
		                       tally.english * ENGLISH_SHARE >=
		                               tally.words
		               ? "en"
		               : "und";
	return tally.traditional * TRADITIONAL_SHARE > tally.han ? "zh-Hant"
	                                                         : "zh-Hans";
}
