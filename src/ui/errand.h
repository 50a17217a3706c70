/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ERRAND_H
#define UI_ERRAND_H

#include "base/str.h"

/* What is wanted of the world outside: the reader (app.h) knows no terminal, so
 * it leaves a note, and the main loop does what it says. */

enum errand_kind {
	ERRAND_NONE,
	ERRAND_COPY, /* text, to the clipboard */
	ERRAND_PIPE, /* text, to the command words */
	ERRAND_EDIT  /* text, in a file that the command words open */
};

struct errand {
	enum errand_kind kind;
	struct buf text;
	char **words; /* ends with NULL; the first is the command; or NULL */
	size_t word_count, word_cap;
};

void errand_init(struct errand *errand);
void errand_release(struct errand *errand);

/* Nothing is wanted any more. */
void errand_clear(struct errand *errand);

/*
 * Takes the words of a command line: with quotes, ~ and variables as in a shell,
 * and no more of one.  NULL, or why it took none, in the reader's language.
 */
const char *errand_take_words(struct errand *errand, const char *line);

/* One more word, as it is. */
void errand_add_word(struct errand *errand, const char *word);

#endif
