/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_CUES_H
#define LOAD_LINES_CUES_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Cues: the words by which a newspaper says what a line is.  All of them are rows
 * of cue_table.inc, either patterns or words.  A cue of words matches a text that
 * has one of them anywhere, or at its end.  A cue of patterns matches a text that
 * begins with one of them, in this language:
 *
 *   #        a number: digits, full-width digits, 〇一二三…十百 (captured)
 *   @        a letter A-Z (captured)      @?       or none
 *   %        the name of a month (captured)
 *   ^        words in capitals: NEW YORK (cue_name.h)
 *   =        words that each begin with a capital: Jane Doe (cue_name.h)
 *   _        white space, or none
 *   &        up to three brackets and marks, such as （ ▶ ●, with white space
 *   {abc}    one of these characters        {abc}?   or none
 *   (a|b)    one of these words             (a|b)?   or none
 *   *9       up to 9 characters, as few as will do
 *   ~        up to 40 characters, to the end of the text
 *   $        the end of the text
 *   others   themselves                   x?       or none
 *
 * What may be there or not is taken if it is there; only groups are tried
 * without it, too, when the rest of the pattern does not match.
 */

enum cue {
	/* patterns */
	CUE_DATELINE, /* begins a report: 本报讯, 新华社北京2月1日电 */
	CUE_DATE,     /* is a date and nothing else */
	CUE_JUMP_TO,   /* leads to another page */
	CUE_JUMP_FROM, /* comes from another page */
	CUE_JOINED,    /* a head line that goes on from the one before it */
	CUE_BULLET,    /* a mark before an item of a list */
	CUE_ITEM,      /* a number before an item of a list */
	CUE_BYLINE,    /* names who wrote it, and nothing else */
	CUE_RANK, /* stands under a byline: the writer's rank, paper, agency */
	CUE_SIGNED,  /* the same in brackets: （丹翁） */
	CUE_CAPTION, /* begins the words under a picture */
	CUE_NOTE,    /* begins a note of the editors */
	CUE_CLOSING, /* the last words of a letter */
	CUE_SALUTE,  /* the first words of a letter */
	CUE_REMARK,  /* closes a text, in brackets: （未完） */
	CUE_INDEX,   /* heads a list of what is inside, and nothing else */
	/* patterns of page furniture: the whole of a word in such a line */
	CUE_DAY,       /* date, with its year */
	CUE_FOLIO,     /* label of the page: 第2版, A06 */
	CUE_NUMBER,    /* a bare page number */
	CUE_EDITOR,    /* who made the page, and how to reach them */
	CUE_FURNITURE, /* other page furniture: weekday, issue number, price */
	/* words */
	CUE_PAPER,       /* ends the name of a paper */
	CUE_SALUTED,     /* anywhere in a line of greeting */
	CUE_PICTURED,    /* ends the words under a picture */
	CUE_SIGNING,     /* ends the name of those that sign a letter */
	CUE_ANNOUNCING,  /* ends a line of text that something follows */
	CUE_LETTER_HEAD, /* in the headline of a letter */
	CUE_NOTICE_HEAD, /* in the headline of a notice */
	CUE_REPUBLIC,    /* in a date whose years count from 1912 */
	CUE_REPORTER,    /* anywhere in the byline of a report */
	CUE_WRITER,      /* stands before the name of one that writes to a paper */
	CUE_ATTENDING,   /* stands behind a list of those who took part */
	CUE_COUNT
};

/* What a pattern captured. */
struct cue_match {
	size_t end;        /* the byte behind the match */
	size_t numbers[3]; /* the last three numbers (#), in order */
	size_t count;      /* how many of them there are */
	size_t month;      /* the month (%), 1 to 12; 0: none */
	char letter;       /* the letter (@); '\0': none */
};

/* The last number of a match; 0 if it has none. */
size_t cue_number(const struct cue_match *match);

/* Does `text` begin with a pattern of this cue, or have one of its words?  Spaces
 * between the ideographs of a text that is spaced out (本 报 讯) do not count.  `match` may be NULL;
 * only a pattern that matches sets it. */
bool cue_matches(enum cue cue, struct str text, struct cue_match *match);

/* Does `text` begin with this pattern?  `match` as above.  The pattern is well
 * formed, as those of cue_table.inc are. */
bool cue_pattern_matches(const char *pattern, struct str text,
                         struct cue_match *match);

/* Word `n` (from 0) of a cue that consists of words, in the order of its table;
 * empty behind the last one.  For callers that need the place of a word in a
 * text. */
struct str cue_word(enum cue cue, size_t n);

/* Does that word stand at the end of texts only? */
bool cue_word_is_at_end(enum cue cue, size_t n);

/* Pattern `n` (from 0) of a cue that consists of patterns, in the order of its table;
 * NULL behind the last one. */
const char *cue_pattern(enum cue cue, size_t n);

#endif
