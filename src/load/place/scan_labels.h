/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_SCAN_LABELS_H
#define LOAD_PLACE_SCAN_LABELS_H

#include "load/place/scan_line.h"

#include <stddef.h>

/* What a line of a scanned page is. */
enum scan_label {
	SCAN_HEAD,      /* the first line of a headline: an article begins */
	SCAN_HEAD_MORE, /* a further line of one */
	SCAN_BEGINS,    /* the first line of an article that has no headline */
	SCAN_FURNITURE,
	SCAN_TEXT, /* any other line */
	SCAN_LABELS
};

struct scan_labelled {
	enum scan_label label;
	/* By how much the likeliest label with which an article begins is likelier than
	 * the likeliest with which none does, or the other way round; a log of odds. */
	float margin;
};

/*
 * Labels the lines of a page by their signs (scan_signs()): the likeliest sequence of labels
 * (Viterbi), which knows of steps only that a further line of a headline follows one of a
 * headline, and that a block is furniture or none.  Lines in a margin are furniture, and those that the program calls a head are
 * most likely one.  The caller frees the result.
 */
struct scan_labelled *scan_label(const struct scan_page *page,
                                 const float *signs);

#endif
