/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/word_breaks.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uniwbrk.h>

/* What begins at a byte. */
enum segment {
	SEGMENT_NONE, /* it is inside one */
	SEGMENT_GAP,  /* spaces, marks */
	SEGMENT_WORD
};

void word_breaks_init(struct word_breaks *breaks, struct str text,
                      const struct cedict *cedict)
{
	*breaks = (struct word_breaks){ .cedict = cedict, .text = text };
}

void word_breaks_release(struct word_breaks *breaks)
{
	free(breaks->segments);
	*breaks = (struct word_breaks){ 0 };
}

static bool word_breaks_is_letter(uint32_t c)
{
	return uc_is_property_alphabetic(c) || uc_is_property_ideographic(c) ||
	       uc_is_general_category_withtable(c, UC_CATEGORY_MASK_N);
}

/* May a piece begin at byte `at`?  Behind a space or a mark, and not before another. */
static bool word_breaks_parts_at(struct str text, size_t at)
{
	uint32_t before, behind;

	utf8_next(text, utf8_before(text, at), &before);
	utf8_next(text, at, &behind);
	return word_breaks_is_letter(behind) &&
	       (uc_is_property_white_space(before) ||
	        uc_is_property_sentence_terminal(before));
}

/* Where piece `number` begins: told without the pieces before it. */
static size_t word_breaks_piece(struct str text, size_t number)
{
	const size_t from = number * WORD_PIECE_BYTES;

	if (!number || from >= text.len)
		return number ? text.len : 0;
	for (size_t at = utf8_floor(text, from);
	     at < text.len && at < from + WORD_PIECE_BYTES / 2;
	     at = utf8_after(text, at))
		if (at >= from && word_breaks_parts_at(text, at))
			return at;
	return utf8_after(text, from);
}

/* Has the segment a letter, a digit or an ideograph? */
static bool word_breaks_has_letter(struct str segment)
{
	uint32_t c;

	for (size_t at = 0; at < segment.len;) {
		at += utf8_next(segment, at, &c);
		if (word_breaks_is_letter(c))
			return true;
	}
	return false;
}

/* The end of the segment that begins at byte `at` of the piece. */
static size_t word_breaks_end(const char *segments, size_t len, size_t at)
{
	do
		at++;
	while (at < len && segments[at] == SEGMENT_NONE);
	return at;
}

/* A run of words that stand side by side, and the cheapest way to each of its ends. */
struct word_run {
	size_t *starts; /* owned; of its segments, and their end */
	size_t count, cap;
	struct {
		size_t words, singles;
		size_t from; /* segment with which the last word begins */
	} * best;            /* owned; of the segments before each */
};

/* The cheapest way to the first `end` segments. */
static void word_run_step(struct word_run *run, struct str piece,
                          const struct cedict *cedict, size_t end)
{
	size_t first =
		end > CEDICT_LONGEST_CHARS ? end - CEDICT_LONGEST_CHARS : 0;

	run->best[end].words = NPOS;
	for (size_t from = first; from < end; from++) {
		bool single = from + 1 == end;
		size_t words = run->best[from].words + 1;
		size_t singles = run->best[from].singles + single;

		if (words > run->best[end].words ||
		    (words == run->best[end].words &&
		     singles >= run->best[end].singles))
			continue;
		if (!single &&
		    !cedict_has(cedict, str_slice(piece, run->starts[from],
		                                  run->starts[end])))
			continue;
		run->best[end].words = words;
		run->best[end].singles = singles;
		run->best[end].from = from;
	}
}

/* Makes words of the run [start, end) of segments. */
static void word_run_join(struct word_run *run, struct str piece,
                          const struct cedict *cedict, char *segments)
{
	run->best = mem_alloc((run->count + 1) * sizeof *run->best);
	for (size_t end = 1; end <= run->count; end++)
		word_run_step(run, piece, cedict, end);
	for (size_t end = run->count; end > 0; end = run->best[end].from)
		for (size_t i = run->best[end].from + 1; i < end; i++)
			segments[run->starts[i]] = SEGMENT_NONE;
	free(run->best);
}

/* Joins segments to words of the dictionary, run by run. */
static void word_breaks_join(const struct word_breaks *breaks, struct str piece,
                             char *segments)
{
	struct word_run run = { 0 };

	for (size_t at = 0, end; at < piece.len; at = end) {
		end = word_breaks_end(segments, piece.len, at);
		run.count = 0;
		if (segments[at] != SEGMENT_WORD)
			continue;
		for (;; end = word_breaks_end(segments, piece.len, end)) {
			*ARRAY_ADD(run.starts, run.count, run.cap) = at;
			at = end;
			if (end == piece.len || segments[end] != SEGMENT_WORD)
				break;
		}
		run.starts = mem_grow(run.starts, &run.cap, run.count + 1,
		                      sizeof *run.starts);
		run.starts[run.count] = end;
		if (run.count > 1)
			word_run_join(&run, piece, breaks->cedict, segments);
	}
	free(run.starts);
}

/* Finds the segments of the piece with byte `at`. */
static void word_breaks_take(struct word_breaks *breaks, size_t at)
{
	size_t number = at / WORD_PIECE_BYTES;
	struct str piece;

	if (breaks->segments && at >= breaks->piece.start &&
	    at < breaks->piece.end)
		return;
	if (number && word_breaks_piece(breaks->text, number) > at)
		number--;
	breaks->piece.start = word_breaks_piece(breaks->text, number);
	breaks->piece.end = word_breaks_piece(breaks->text, number + 1);
	piece = str_slice(breaks->text, breaks->piece.start, breaks->piece.end);
	free(breaks->segments);
	breaks->segments = mem_alloc(piece.len);
	u8_wordbreaks((const uint8_t *)piece.ptr, piece.len, breaks->segments);
	breaks->segments[0] = 1;
	for (size_t i = 0, end; i < piece.len; i = end) {
		end = word_breaks_end(breaks->segments, piece.len, i);
		breaks->segments[i] =
			word_breaks_has_letter(str_slice(piece, i, end))
				? SEGMENT_WORD
				: SEGMENT_GAP;
	}
	if (breaks->cedict)
		word_breaks_join(breaks, piece, breaks->segments);
}

struct range word_breaks_at(struct word_breaks *breaks, size_t at)
{
	struct range segment;
	size_t in_piece;

	assert(at < breaks->text.len);
	word_breaks_take(breaks, at);
	in_piece = at - breaks->piece.start;
	while (breaks->segments[in_piece] == SEGMENT_NONE)
		in_piece--;
	segment.start = breaks->piece.start + in_piece;
	segment.end = breaks->piece.start +
	              word_breaks_end(breaks->segments,
	                              breaks->piece.end - breaks->piece.start,
	                              in_piece);
	return segment;
}

bool word_breaks_is_word(struct word_breaks *breaks, size_t at)
{
	struct range segment = word_breaks_at(breaks, at);

	return breaks->segments[segment.start - breaks->piece.start] ==
	       SEGMENT_WORD;
}

size_t word_breaks_from(struct word_breaks *breaks, size_t at)
{
	while (at < breaks->text.len) {
		struct range segment = word_breaks_at(breaks, at);

		if (segment.start >= at && word_breaks_is_word(breaks, at))
			return segment.start;
		at = segment.end;
	}
	return NPOS;
}

size_t word_breaks_before(struct word_breaks *breaks, size_t at)
{
	while (at > 0) {
		at = word_breaks_at(breaks, at - 1).start;
		if (word_breaks_is_word(breaks, at))
			return at;
	}
	return NPOS;
}
