/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/*
 * One line on a terminal that says how far work is that takes over a second; the line
 * is taken away when the work ends.  Nothing is written where standard error is no
 * terminal.
 */
struct progress {
	FILE *file; /* borrowed; NULL: no terminal */
	uint64_t (*now_ms)(void);
	uint64_t begun_ms, drawn_ms;
	int cols; /* width of the line that is drawn; 0: none is */
};

#define PROGRESS_AFTER_MS 1000
#define PROGRESS_EVERY_MS 100

/* Begins on standard error, by the system's clock. */
void progress_begin(struct progress *progress);

/* Draws `text`, of one line, unless it is too early for the first line or the next. */
void progress_say(struct progress *progress, const char *text);

/* Draws a share from 0 to 1; `format` has a %d for its per cent. */
void progress_share(struct progress *progress, const char *format,
                    double share);

/* For how many milliseconds progress_say() would still draw nothing. */
int progress_silent_ms(const struct progress *progress);

/* Takes the line away; another one begins a second later. */
void progress_end(struct progress *progress);

/* "Waiting for FILE …", in the reader's language; "-" is standard input; caller
 * frees. */
char *progress_waiting_text(const char *name);

/* The function of struct source_wait for a struct progress: waits for input, and says
 * so after a second. */
bool progress_wait(void *progress, int fd, const char *name);

#endif
