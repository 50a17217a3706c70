/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_SCAN_SIGNS_H
#define LOAD_PLACE_SCAN_SIGNS_H

#include "load/place/scan_line.h"
#include "load/place/scan_measure.h"

#include <stddef.h>

/*
 * What can be seen of a line of a scanned page, as numbers: 0 or 1, or a number of about
 * that size.  No sign decides alone; what each is worth stands in scan_weights.inc.
 */
enum scan_sign {
	/* of its text */
	SIGN_LENGTH,           /* its characters, of 60 */
	SIGN_BRIEF,            /* it has less than 12 */
	SIGN_SMALL,            /* it begins with a small letter */
	SIGN_CAPITAL,          /* it begins with a capital */
	SIGN_ENDS,             /* it ends with a mark that may end a sentence */
	SIGN_STOPS,            /* it ends with a full stop */
	SIGN_GOES_ON,          /* it ends with a hyphen or a comma */
	SIGN_CAPITALS,         /* the share of capitals among its letters */
	SIGN_IN_CAPITALS,      /* almost all of them are */
	SIGN_WORD_IN_CAPITALS, /* its first word is in capitals */
	SIGN_NO_WORDS, /* no letters beside each other, or many: folios, dirt */
	/* of its type */
	SIGN_LARGER, /* log of its size of type by a usual height */
	SIGN_HIGHER, /* log of its height by a usual one, where it is higher, */
	SIGN_FLATTER, /* and where it is less high */
	SIGN_BOLD,
	SIGN_GROWS,   /* log of its height by that of the line before */
	SIGN_CHANGES, /* that without its sign */
	/* of its place in its column */
	SIGN_SET_IN,   /* how far, of 4 usual heights */
	SIGN_INDENTED, /* as the first line of a paragraph */
	SIGN_CENTRED,
	SIGN_SHORT,       /* room is left behind it */
	SIGN_FULL,        /* it fills its column */
	SIGN_WIDE,        /* it is wider than columns are */
	SIGN_NEW_MEASURE, /* log of the widths of its column and that before */
	/* of its place below the line before */
	SIGN_GAP,      /* room above it */
	SIGN_GAP_SOME, /* more than between lines */
	SIGN_GAP_MUCH,
	SIGN_COLUMN, /* it begins a column */
	SIGN_JUMPS,
	/* of its block */
	SIGN_BLOCK,        /* it begins one */
	SIGN_BLOCK_LINES,  /* the log of its lines, */
	SIGN_BLOCK_BEFORE, /* and of those of the block before */
	SIGN_BLOCK_OF_ONE,
	SIGN_BLOCK_OF_FEW,
	SIGN_BLOCK_FOUND, /* it begins one that was found by places */
	/* of both */
	SIGN_ENDED_FULL,  /* the line before ends a sentence and its column */
	SIGN_BLOCK_ENDED, /* a block begins behind the end of a sentence */
	/* of its place on the page */
	SIGN_HEAD_OF_PAGE,
	SIGN_UPPER_PART,
	SIGN_ALWAYS, /* 1 */
	SIGN_COUNT
};

/* The signs of all lines: those of line i from [i * SIGN_COUNT] on; the caller frees it. */
float *scan_signs(const struct scan_page *page,
                  const struct scan_measures *measures);

#endif
