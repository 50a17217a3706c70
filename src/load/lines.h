/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_H
#define LOAD_LINES_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/*
 * The printed lines of a page with what decides about them.
 *
 * A width is an interval: the compositor squeezes a punctuation mark to half an
 * em when the line needs it, so a line that held 12 em prints as 11, 12 or 13
 * glyphs.  lo_em counts every mark that can be squeezed as half, hi_em as whole.
 */
struct printed {
	size_t line;     /* index into issue->lines */
	struct str text; /* trimmed, not empty; borrowed from the issue */
	double lo_em, hi_em;
	/* Narrowest width of what the next line begins with and no line may
	 * break: opening marks, a character or word, closing marks. */
	double next_em;
	bool lead;  /* white space stands before it */
	bool blank; /* a blank line, or the head of the page, stands before it */
};

struct printed_lines {
	struct printed *items; /* owned */
	size_t count, cap;
};

/* The lines of page `page` that are not blank. */
void printed_lines_init(struct printed_lines *lines, const struct issue *issue,
                        size_t page);
void printed_lines_release(struct printed_lines *lines);

/* Does the text end a sentence, looking through closing quotes and brackets? */
bool ends_sentence(struct str text);

/* The first and the last code point of a text that is not empty. */
unsigned first_char(struct str text);
unsigned last_char(struct str text);

/* Is `c` one of the characters of `set`? */
bool char_in(unsigned c, const char *set);

/* Does `c` belong to running Chinese or Japanese text, marks included? */
bool char_is_cjk(unsigned c);

/* A mark that opens: “（《. */
bool char_opens(unsigned c);

/* How many characters of `text` are in `set`. */
size_t count_chars(struct str text, const char *set);

#endif
