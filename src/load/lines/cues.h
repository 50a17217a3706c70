/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_CUES_H
#define LOAD_LINES_CUES_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The words by which a newspaper says what a line is.  All of them stand in tables
 * (cue_table.inc), each with a word on what it means; to teach the loader a new
 * one is to add a row.
 *
 * A pattern is matched from the beginning of a text:
 *
 *   #        a number: digits, full-width digits, 〇一二三…十百 (captured)
 *   @        a letter A-Z (captured)
 *   _        white space, or none
 *   {abc}    one of these characters        {abc}?   or none
 *   (a|b)    one of these words             (a|b)?   or none
 *   *9       up to 9 characters, as few as will do
 *   ~        up to 40 characters, to the end of the text
 *   $        the end of the text
 *   others   themselves
 *
 * A word is looked for anywhere in a text, or at its end.
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
	CUE_SIGNED,    /* the same in brackets: （丹翁） */
	CUE_CAPTION,   /* begins the words under a picture */
	CUE_NOTE,      /* begins a note of the editors */
	CUE_CLOSING,   /* the last words of a letter */
	CUE_SALUTE,    /* the first words of a letter */
	CUE_REMARK,    /* closes a text, in brackets: （未完） */
	CUE_INDEX,     /* heads a list of what is inside, and nothing else */
	/* a part of a line at the edge of a page: the whole of a word */
	CUE_DAY,    /* date, with its year */
	CUE_FOLIO,  /* label of the page: 第2版, A06 */
	CUE_NUMBER, /* a bare page number */
	CUE_EDITOR, /* who made the page, and how to reach them */
	CUE_EDGE,   /* other matter that stands there */
	/* words */
	CUE_PAPER,       /* ends the name of a paper */
	CUE_SALUTED,     /* anywhere in a line of greeting */
	CUE_PICTURED,    /* ends the words under a picture */
	CUE_SIGNING,     /* ends the name of those that sign a letter */
	CUE_ANNOUNCING,  /* ends a line of text that something follows */
	CUE_LETTER_HEAD, /* in the headline of a letter */
	CUE_NOTICE_HEAD, /* in the headline of a notice */
	CUE_REPORTER,    /* anywhere in the byline of a report */
	CUE_ATTENDING,   /* stands behind a list of those who took part */
	CUE_COUNT
};

struct cue_match {
	size_t end;        /* bytes matched */
	size_t numbers[3]; /* the last #s of the pattern, in order */
	size_t count;      /* of them */
	char letter;       /* the @ of the pattern; '\0': none */
};

/* The last number of a match, or 0. */
size_t cue_number(const struct cue_match *match);

/* Does `text` begin with this cue, or hold its word?  `match` may be NULL; it is
 * set by patterns only. */
bool cue_matches(enum cue cue, struct str text, struct cue_match *match);

/* Word `n` (from 0) of a cue that consists of words, in the order of its table;
 * empty behind the last one.  For callers that need the place of a word in a
 * text. */
struct str cue_word(enum cue cue, size_t n);

#endif
