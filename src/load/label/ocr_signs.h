/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_OCR_SIGNS_H
#define LOAD_LABEL_OCR_SIGNS_H

#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * What can be seen of a line of a text that an OCR has read, as numbers: 0 or 1, or a number
 * of about that size.  Neither places nor sizes of type are known.  No sign decides alone;
 * what each is worth stands in ocr_weights.inc.
 */
enum ocr_sign {
	/* of its text */
	OCR_SIGN_CAPS,         /* the share of capitals among its letters */
	OCR_SIGN_IN_CAPS,      /* almost all of them are */
	OCR_SIGN_WORD_IN_CAPS, /* its first word is in capitals */
	OCR_SIGN_SMALL,        /* it begins with a small letter */
	OCR_SIGN_CAPITAL,      /* it begins with a capital */
	OCR_SIGN_ENDS,         /* it ends with a mark that may end a sentence */
	OCR_SIGN_STOPS,        /* it ends with a full stop */
	OCR_SIGN_GOES_ON,      /* it ends with a hyphen or a comma */
	OCR_SIGN_HYPHEN,       /* it ends with a hyphen */
	OCR_SIGN_DIGITS,       /* the share of digits */
	OCR_SIGN_NO_WORDS,     /* no letters beside each other, nor many */
	OCR_SIGN_ODD,          /* the share of characters that no text has */
	OCR_SIGN_DASH,         /* a dash soon behind its beginning */
	OCR_SIGN_TITLES,       /* the share of words that begin with capitals */
	OCR_SIGN_WORDS,        /* its words, of 12 */
	OCR_SIGN_QUOTE,        /* it begins with a quotation mark or a dash */
	/* of its block, where blank lines part blocks */
	OCR_SIGN_BLOCK,        /* it begins one */
	OCR_SIGN_BLOCK_LINES,  /* the log of its lines, */
	OCR_SIGN_BLOCK_BEFORE, /* and of those of the block before */
	OCR_SIGN_BLOCK_OF_ONE,
	OCR_SIGN_BLOCK_OF_FEW,
	/* of its length, by that of the lines near it */
	OCR_SIGN_LENGTH,
	OCR_SIGN_SHORT,
	OCR_SIGN_BRIEF,
	OCR_SIGN_FULL,
	OCR_SIGN_LONG,
	OCR_SIGN_NEW_MEASURE, /* the log of that length and the one before */
	/* of both */
	OCR_SIGN_BLOCK_ENDED, /* a block begins behind the end of a sentence */
	OCR_SIGN_ENDED_FULL,  /* the line before ends a sentence and is full, */
	OCR_SIGN_ENDED_SHORT, /* or short */
	OCR_SIGN_SHORT_OPEN,  /* it is short and ends no sentence */
	OCR_SIGN_SHORT_CAPITAL, /* it is short and begins with a capital */
	/* of its place on the page */
	OCR_SIGN_TOP,
	OCR_SIGN_FOOT,
	OCR_SIGN_ALWAYS, /* 1 */
	OCR_SIGN_COUNT
};

/* The signs of all lines: those of line i from [i * OCR_SIGN_COUNT] on; the caller frees it.
 * `has_blocks`: blank lines part blocks.  Time: in proportion to the lines. */
float *ocr_signs(const struct flow *flow, bool has_blocks);

#endif
