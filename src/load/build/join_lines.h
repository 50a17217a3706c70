/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_JOIN_LINES_H
#define LOAD_BUILD_JOIN_LINES_H

#include "load/lines/printed_line.h"

#include <stddef.h>

struct issue;
struct passage;
struct page_words;

/* The spaces between CJK characters of a line that stay. */
enum join_spaces {
	JOIN_SPACES_NONE,   /* extractors insert spaces */
	JOIN_SPACES_PAUSES, /* U+3000 between words: in headlines it is a pause */
	JOIN_SPACES_WORDS /* those between words: they part the names of a byline */
};

/* Printed lines that become one text. */
struct joined_lines {
	const size_t *which; /* indices, in order */
	size_t count;        /* >= 1 */
	/* Of these, in order: those behind which a pause stands. */
	const size_t *pauses;
	size_t pause_count;
	enum join_spaces spaces;
	/* Which words the page has; NULL: all hyphens at line ends stay. */
	struct page_words *words;
};

/*
 * Sets text, spans and page of `passage` to printed lines joined, in the issue's arena.
 *
 *  - Between two CJK characters lines are joined with nothing, or with a space for a pause,
 *    between two words of letters with a space.
 *  - Spaces between two CJK characters of a line are dropped, but for those that stay; a
 *    word is longer than a character.
 *  - A hyphen at the end of a line is dropped where `words` has the joined word
 *    and not the compound.
 *  - Where the input states that a word goes on over the line end (enum line_join),
 *    it is joined as that says.
 *  - A drop cap goes before its line, with a space behind it only if it is a word.
 */
void join_lines(struct issue *issue, const struct printed_lines *lines,
                const struct joined_lines *joined, struct passage *passage);

#endif
