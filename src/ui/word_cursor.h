/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_WORD_CURSOR_H
#define UI_WORD_CURSOR_H

#include "ui/view/sheet_view.h"
#include "words/word_breaks.h"

#include <stdbool.h>

/*
 * The cursor on words.  The place (reading.h) stays where the cursor is; the word is the one
 * that the place is in, else the next one of its passage, else the last one.  Words and sentences end at
 * the ends of passages.
 */

struct word_cursor {
	bool is_on;
	struct word_breaks breaks; /* of the passage of the word */
};

void word_cursor_release(struct word_cursor *cursor);

/* The word of a place, as bytes of its passage; an empty range: the passage has none. */
struct range word_cursor_at(struct word_cursor *cursor,
                            const struct reading *reading, struct place place,
                            const struct cedict *cedict);

/* The sentence of the place, without white space at its ends. */
struct range word_cursor_sentence(const struct reading *reading,
                                  struct place place);

/* Where the cursor goes. */
enum word_step {
	STEP_NEXT_WORD,
	STEP_PREV_WORD,
	STEP_NEXT_SENTENCE,
	STEP_PREV_SENTENCE, /* to the first word of the sentence, or of the one
	                     * before where the cursor is at the first word */
};

/* Moves the place by a step over the passages of a sheet, in the order of its lines.  False:
 * there is no word in that direction. */
bool word_cursor_step(struct word_cursor *cursor, struct reading *reading,
                      const struct sheet_view *view,
                      const struct cedict *cedict, enum word_step step);

#endif
