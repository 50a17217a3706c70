/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/lookup.h"

#include "base/utf8.h"
#include "text/pinyin.h"
#include "words/cedict.h"
#include "words/tone_marks.h"

bool lookup_read(struct lookup *lookup, const char *chosen)
{
	if (lookup->is_read)
		return false;
	lookup->is_read = true;
	lookup->pinyin = pinyin_new();
	dictionary_file_read(&lookup->file, chosen);
	return true;
}

void lookup_release(struct lookup *lookup)
{
	pinyin_free(lookup->pinyin);
	dictionary_file_release(&lookup->file);
	*lookup = (struct lookup){ 0 };
}

/* The first entry of a word; false: there is none. */
static bool lookup_entry(const struct lookup *lookup, struct str word,
                         struct cedict_entry *entry)
{
	return lookup->file.cedict &&
	       cedict_find(lookup->file.cedict, word, entry, 1);
}

/* Appends the pinyin of a character that is no word of several. */
static void lookup_add_reading(struct buf *out, const struct lookup *lookup,
                               struct str character, uint32_t c, bool joined)
{
	struct cedict_entry entry;

	if (lookup_entry(lookup, character, &entry))
		tone_marks_add(out, entry.pinyin, joined);
	else
		pinyin_add_readings(out, lookup->pinyin, c);
}

void lookup_add_pinyin(struct buf *out, const struct lookup *lookup,
                       struct str word, bool joined)
{
	struct cedict_entry entry;
	struct buf reading;
	const size_t before = out->len;

	if (lookup_entry(lookup, word, &entry)) {
		tone_marks_add(out, entry.pinyin, joined);
		return;
	}
	buf_init(&reading);
	for (size_t at = 0, end; at < word.len; at = end) {
		uint32_t c;

		end = at + utf8_next(word, at, &c);
		buf_clear(&reading);
		lookup_add_reading(&reading, lookup, str_slice(word, at, end),
		                   c, joined);
		if (reading.len && out->len > before && !joined)
			buf_add_byte(out, ' ');
		buf_add(out, buf_str(&reading));
	}
	buf_release(&reading);
}

void lookup_add_gloss(struct buf *out, const struct lookup *lookup,
                      struct str word)
{
	struct cedict_entry entry;
	struct str gloss;
	size_t at = 0;

	if (lookup_entry(lookup, word, &entry) &&
	    cedict_next_gloss(&entry, &at, &gloss))
		tone_marks_add_gloss(out, gloss);
}
