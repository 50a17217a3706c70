/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_LINE_FEATURES_H
#define LOAD_LABEL_LINE_FEATURES_H

#include "load/lines/letter_style.h"
#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/* What the words and marks of a line say, whatever its label. */
struct line_features {
	bool date;            /* CUE_DATE */
	bool jump;            /* CUE_JUMP_FROM or CUE_JUMP_TO */
	bool jump_from;       /* CUE_JUMP_FROM */
	bool dateline;        /* CUE_DATELINE */
	bool byline;          /* CUE_BYLINE, without marks and digits */
	bool ranked;          /* CUE_RANK, right under a line with `byline` */
	bool signed_by;       /* CUE_SIGNED, or nothing but brackets */
	bool closing;         /* CUE_CLOSING */
	bool bracketed;       /* a name in brackets */
	bool bullet;          /* CUE_BULLET */
	bool item;            /* CUE_ITEM */
	bool saluted;         /* a whole salutation */
	bool greets;          /* has words of a salutation (CUE_SALUTED) */
	bool announces;       /* CUE_ANNOUNCING: a list or a speech follows */
	bool name;            /* so short that it may be a bare name */
	bool paused;          /* ends in 、 */
	bool pauses_part;     /* 、 ends the sentences of the page */
	bool loose;           /* the page does not keep 禁则 */
	bool closes_first;    /* begins with a mark that closes */
	bool wordless;        /* has neither letters nor digits: ornaments */
	bool fills;           /* is exactly as wide as a column of the page */
	bool verse;           /* it looks like a line of a poem */
	bool poet;            /* a byline under which lines of a poem stand */
	bool exclaims;        /* ends in ！ or ？ */
	bool open_end;        /* ends in mid sentence */
	bool small_initial;   /* it begins with a small letter */
	bool capital_initial; /* it begins with a capital */
	bool in_sentence;     /* the line before it ends in mid sentence */
	enum letter_style letter_style; /* in capitals, spaced out */
	size_t commas;                  /* how many ， and ； the line has */
	size_t pauses;                  /* how many 、 */
};

/* The features of a line, from its text and its end. */
struct line_features line_features_of(const struct printed_line *line);

/* Completes the features of `line` with those of the line before it; NULL: none. */
void line_features_look_back(struct line_features *features,
                             const struct printed_line *line,
                             const struct line_features *prev);

/* Completes the features of a line with those of the line after it. */
void line_features_look_ahead(struct line_features *features,
                              const struct line_features *next);

#endif
