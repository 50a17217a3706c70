/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_REQUEST_H
#define UI_ASK_REQUEST_H

#include "base/str.h"

/* A request of the reader to its terminal, or for another issue.  The reader (state.h) knows no terminal, so
 * it leaves a request, and the main loop carries it out. */

enum request_kind {
	REQUEST_NONE,
	REQUEST_COPY, /* text goes to the clipboard */
	REQUEST_PIPE, /* text becomes the input of the command */
	REQUEST_EDIT, /* text goes into a file whose name is added to the command */
	REQUEST_OPEN /* the words are the files of an issue, which is opened */
};

struct request {
	enum request_kind kind;
	struct buf text;
	char **words; /* the command and its arguments, NULL behind them; or NULL */
	size_t word_count, word_cap;
};

void request_init(struct request *request);
void request_release(struct request *request);

/* Drops the request. */
void request_clear(struct request *request);

/*
 * Splits a command line into words.  Quotes, ~ and variables mean what they mean in a
 * shell; nothing else of a shell is done.  NULL, or a translated sentence why nothing
 * was taken.
 */
const char *request_take_words(struct request *request, const char *line);

/* Adds a word as it is. */
void request_add_word(struct request *request, const char *word);

#endif
