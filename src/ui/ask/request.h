/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_REQUEST_H
#define UI_ASK_REQUEST_H

#include "base/str.h"

/* What is wanted of the world outside: the reader (app.h) knows no terminal, so
 * it leaves a note, and the main loop does what it says. */

enum request_kind {
	REQUEST_NONE,
	REQUEST_COPY, /* text, to the clipboard */
	REQUEST_PIPE, /* text, to the command words */
	REQUEST_EDIT  /* text, in a file that the command words open */
};

struct request {
	enum request_kind kind;
	struct buf text;
	char **words; /* ends with NULL; the first is the command; or NULL */
	size_t word_count, word_cap;
};

void request_init(struct request *request);
void request_release(struct request *request);

/* Nothing is wanted any more. */
void request_clear(struct request *request);

/*
 * Takes the words of a command line: with quotes, ~ and variables as in a shell,
 * and no more of one.  NULL, or why it took none, in the reader's language.
 */
const char *request_take_words(struct request *request, const char *line);

/* One more word, as it is. */
void request_add_word(struct request *request, const char *word);

#endif
