/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_LABELS_H
#define LOAD_LABEL_LABELS_H

#include "load/label/doubt.h"

#include <stdbool.h>

/*
 * The labels of printed lines: what a line is on its page.
 *
 * The order counts: the paragraph labels come first, then the others that are
 * set to a column width, then those that are not (see the assertions below).
 */
enum label {
	LABEL_FIRST,      /* first line of a paragraph of several */
	LABEL_MIDDLE,     /* a line inside a paragraph */
	LABEL_LAST,       /* last line of a paragraph of several */
	LABEL_SINGLE,     /* the only line of a paragraph */
	LABEL_SALUTATION, /* a line that greets: 各位居民： */
	LABEL_INSET,      /* a head line that stands inside a paragraph */
	LABEL_HEAD,       /* a line of a headline */
	LABEL_RESUMED, /* a head line under 上接: its text may begin in mid sentence */
	LABEL_SUBHEAD, /* a head line between two paragraphs of one text */
	LABEL_BYLINE, /* names the writer, under a headline: the text follows */
	LABEL_SIGNED, /* names the writer, behind the text */
	LABEL_SIGNATURE, /* names those that sign a letter or a notice */
	LABEL_CLOSING,   /* the closing words of a letter: 此致 */
	LABEL_DATE,      /* a date and nothing else */
	LABEL_JUMP,      /* leads to another page: （下转第2版） */
	LABEL_VERSE,     /* a line of a poem */
	LABEL_QUOTE, /* a line of a pull quote that is not in the running text */
	LABEL_COUNT
};

/* Labels below this one are set to a column width, the others to none. */
#define LABELS_WITH_WIDTH LABEL_HEAD

_Static_assert(LABEL_FIRST == 0 && LABEL_SINGLE == 3 && LABEL_MIDDLE == 1 &&
                       LABEL_LAST == 2,
               "label_is_paragraph() compares: these four come first");
_Static_assert(LABEL_SALUTATION < LABELS_WITH_WIDTH &&
                       LABEL_INSET + 1 == LABELS_WITH_WIDTH,
               "labels with a column width come before those without");
_Static_assert(LABEL_INSET + 1 == LABEL_HEAD &&
                       LABEL_HEAD + 1 == LABEL_RESUMED &&
                       LABEL_RESUMED + 1 == LABEL_SUBHEAD,
               "label_is_head() compares: the head labels are neighbours");

/* Is a line of this label running text in a paragraph? */
static inline bool label_is_paragraph(enum label label)
{
	return label <= LABEL_SINGLE;
}

/* Does a line of this label begin a paragraph? */
static inline bool label_begins_paragraph(enum label label)
{
	return label == LABEL_FIRST || label == LABEL_SINGLE;
}

/* Does the paragraph of a line of this label go on in the next line? */
static inline bool label_leaves_open(enum label label)
{
	return label == LABEL_FIRST || label == LABEL_MIDDLE;
}

/* Does a line of this label go on with the paragraph of the line before it? */
static inline bool label_continues(enum label label)
{
	return label == LABEL_MIDDLE || label == LABEL_LAST;
}

/* Is a line of this label part of a headline or a subhead? */
static inline bool label_is_head(enum label label)
{
	return label >= LABEL_INSET && label <= LABEL_SUBHEAD;
}

/* A line with its label. */
struct labelled {
	enum label label;
	double measure_em; /* width of its column in em; 0: the label has none */
	struct doubt doubt; /* how sure the label is */
};

#endif
