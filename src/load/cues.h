/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_CUES_H
#define LOAD_CUES_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The words by which a newspaper says what a line is.  All of them stand in one
 * table (cues.c), each with a sentence on what it means; to teach the loader a
 * new one is to add a row.
 *
 * A pattern is matched from the beginning of a line:
 *
 *   #        a number: digits, full-width digits, 〇一二三…十百 (captured)
 *   @        a letter A-Z (captured)
 *   _        white space, or none
 *   {abc}    one of these characters        {abc}?   or none
 *   (a|b)    one of these words             (a|b)?   or none
 *   *9       up to 9 characters, as few as will do
 *   $        the end of the line
 *   others   themselves
 */

enum cue {
	CUE_DATELINE, /* begins a report: 本报讯, 新华社北京2月1日电 */
	CUE_DATE,     /* is a date and nothing else */
	CUE_JUMP_TO,   /* leads to another page */
	CUE_JUMP_FROM, /* comes from another page */
	CUE_JOINED,    /* a head line that goes on from the one before it */
	CUE_COUNT
};

struct cue_match {
	size_t end;    /* bytes matched */
	size_t number; /* the last # of the pattern; 0: none */
	char letter;   /* the @ of the pattern; '\0': none */
};

/* Does `line` begin with this cue?  `match` may be NULL. */
bool cue_matches(enum cue cue, struct str line, struct cue_match *match);

/* Does the text end with a word of those that sign a letter: 领导小组, 公司? */
bool cue_ends_signature(struct str text);

/* The kind of article a headline speaks of, by its words; for a contributor
 * these are one table too. */
enum headline_cue {
	HEADLINE_PLAIN,
	HEADLINE_LETTER,
	HEADLINE_NOTICE
};
enum headline_cue cue_of_headline(struct str headline);

#endif
