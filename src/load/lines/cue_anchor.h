/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_CUE_ANCHOR_H
#define LOAD_LINES_CUE_ANCHOR_H

#include "base/str.h"

/*
 * What a text needs in order to match a pattern (cues.h), told from the first
 * elements of the pattern: one of a set of characters, its anchor, at a certain place
 * of the text.
 */

/* The marks that & of a pattern stands for. */
#define CUE_MARKS "()[]<>（）［］【】〔〕《》〈〉→←▶►◀◄●■◆▲▼○□△▽▷◁◇★☆※"

/* The place where a text has an anchor. */
enum cue_place {
	CUE_AT_START, /* its first character */
	CUE_NEAR_START, /* one of the first CUE_NEAR_CHARS that are no white space */
	CUE_ANYWHERE, /* any of its characters */
	CUE_AT_END,   /* its last character */
	CUE_PLACE_COUNT,
	CUE_NO_ANCHOR = CUE_PLACE_COUNT /* the pattern needs no character */
};

#define CUE_NEAR_CHARS 10

/* Adds the characters of the anchor of a pattern to `chars`, as UTF-8, some of them
 * perhaps twice.  The texts are not empty and begin with no white space.  Never
 * CUE_AT_END. */
enum cue_place cue_anchor(const char *pattern, struct buf *chars);

#endif
