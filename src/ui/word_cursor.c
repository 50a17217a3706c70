/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/word_cursor.h"

#include "issue/issue.h"
#include "words/sentence.h"

void word_cursor_release(struct word_cursor *cursor)
{
	word_breaks_release(&cursor->breaks);
	*cursor = (struct word_cursor){ 0 };
}

static struct str word_cursor_text(const struct reading *reading,
                                   size_t passage)
{
	return reading->issue->passages[passage].text;
}

/* The breaks of a passage, kept while the cursor stays in it. */
static struct word_breaks *word_cursor_breaks(struct word_cursor *cursor,
                                              const struct reading *reading,
                                              size_t passage,
                                              const struct cedict *cedict)
{
	struct str text = word_cursor_text(reading, passage);

	if (cursor->breaks.text.ptr == text.ptr &&
	    cursor->breaks.text.len == text.len &&
	    cursor->breaks.cedict == cedict)
		return &cursor->breaks;
	word_breaks_release(&cursor->breaks);
	word_breaks_init(&cursor->breaks, text, cedict);
	return &cursor->breaks;
}

struct range word_cursor_at(struct word_cursor *cursor,
                            const struct reading *reading, struct place place,
                            const struct cedict *cedict)
{
	struct word_breaks *breaks;
	size_t at = place.at;

	if (!reading->issue->passage_count)
		return (struct range){ 0, 0 };
	breaks = word_cursor_breaks(cursor, reading, place.passage, cedict);
	if (at >= breaks->text.len || !word_breaks_is_word(breaks, at))
		at = word_breaks_from(breaks, at);
	if (at == NPOS)
		at = word_breaks_before(breaks, place.at);
	return at == NPOS ? (struct range){ 0, 0 } : word_breaks_at(breaks, at);
}

struct range word_cursor_sentence(const struct reading *reading,
                                  struct place place)
{
	struct str text = word_cursor_text(reading, place.passage), trimmed;
	struct range sentence;

	if (place.at >= text.len)
		return (struct range){ 0, 0 };
	sentence = sentence_at(text, place.at);
	trimmed = str_trim(str_slice(text, sentence.start, sentence.end));
	sentence.start = (size_t)(trimmed.ptr - text.ptr);
	sentence.end = sentence.start + trimmed.len;
	return sentence;
}

/* The passage whose lines stand before (way -1) or behind (1) those of the passage of the
 * place on the sheet, or NPOS. */
static size_t word_cursor_beside(const struct sheet_view *view,
                                 struct place place, int way)
{
	const struct sheet *sheet = &view->sheet;
	size_t at = sheet_find(sheet, place.passage, place.at);

	while (at != NPOS && at < sheet->slug_count &&
	       sheet->slugs[at].passage == place.passage)
		at = way > 0 ? at + 1 : at ? at - 1 : NPOS;
	return at < sheet->slug_count ? sheet->slugs[at].passage : NPOS;
}

/* The byte in the same passage to which a step leads from a word, or NPOS. */
static size_t word_cursor_target(struct word_breaks *breaks, struct range word,
                                 enum word_step step)
{
	const struct str text = breaks->text;
	size_t at;

	switch (step) {
	case STEP_NEXT_WORD:
		return word_breaks_from(breaks, word.end);
	case STEP_PREV_WORD:
		return word_breaks_before(breaks, word.start);
	case STEP_NEXT_SENTENCE:
		at = sentence_at(text, word.start).end;
		return at < text.len ? word_breaks_from(breaks, at) : NPOS;
	case STEP_PREV_SENTENCE:
		at = word_breaks_from(breaks,
		                      sentence_at(text, word.start).start);
		if (at < word.start)
			return at;
		at = word_breaks_before(breaks, word.start);
		return at == NPOS
		               ? NPOS
		               : word_breaks_from(breaks,
		                                  sentence_at(text, at).start);
	}
	return NPOS;
}

/* The byte of a passage to which a step leads that comes from the one before or behind it, or
 * NPOS. */
static size_t word_cursor_entry(struct word_breaks *breaks, enum word_step step)
{
	size_t last;

	if (step == STEP_NEXT_WORD || step == STEP_NEXT_SENTENCE)
		return word_breaks_from(breaks, 0);
	last = word_breaks_before(breaks, breaks->text.len);
	return last == NPOS || step == STEP_PREV_WORD
	               ? last
	               : word_breaks_from(
				 breaks, sentence_at(breaks->text, last).start);
}

bool word_cursor_step(struct word_cursor *cursor, struct reading *reading,
                      const struct sheet_view *view,
                      const struct cedict *cedict, enum word_step step)
{
	const bool forth = step == STEP_NEXT_WORD || step == STEP_NEXT_SENTENCE;
	struct place to = reading->place;
	struct range word = word_cursor_at(cursor, reading, to, cedict);
	size_t at = NPOS;

	if (word.end)
		at = word_cursor_target(&cursor->breaks, word, step);
	while (at == NPOS) {
		to.passage = word_cursor_beside(view, to, forth ? 1 : -1);
		if (to.passage == NPOS)
			return false;
		at = word_cursor_entry(
			word_cursor_breaks(cursor, reading, to.passage, cedict),
			step);
		to.at = forth ? word_cursor_text(reading, to.passage).len : 0;
	}
	to.at = at;
	reading->place = to;
	return true;
}
