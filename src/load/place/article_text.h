/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_ARTICLE_TEXT_H
#define LOAD_PLACE_ARTICLE_TEXT_H

#include "load/place/placement.h"
#include "load/place/placing.h"

#include <stdbool.h>
#include <stddef.h>

/* A line of the text of an article. */
struct text_line {
	size_t line;   /* index of the page */
	size_t column; /* of the article */
	enum placed_role role;
	bool begins; /* the first line of its paragraph or subhead */
};

/*
 * The text of article `article`, line by line, over all its columns: paragraphs and
 * subheads, and which paragraphs are a salutation, a signature, a date, the closing words
 * of a letter, or a jump line.  A subhead at the top of a text without a head is its head.
 * The caller frees the array; *count is how many lines it has.
 */
struct text_line *article_text(const struct placing *placing, size_t article,
                               size_t *count);

#endif
