/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/*
 * A line on a terminal that says how far work is which takes over a second, and is
 * gone when that ends.  Where there is no terminal nothing is written.
 */
struct progress {
	FILE *file; /* borrowed; NULL: no terminal */
	uint64_t (*now_ms)(void);
	uint64_t begun_ms, drawn_ms;
	int cols; /* that are drawn */
};

#define PROGRESS_AFTER_MS 1000
#define PROGRESS_EVERY_MS 100

/* On standard error, by the clock. */
void progress_begin(struct progress *progress);

/* Says `text`, of one line, if it is time to. */
void progress_say(struct progress *progress, const char *text);

/* Says a share from 0 to 1; `format` has a %d for its per cent. */
void progress_share(struct progress *progress, const char *format,
                    double share);

/* How long progress_say() would say nothing. */
int progress_wait_ms(const struct progress *progress);

/* Takes the line away; another one begins a second later. */
void progress_end(struct progress *progress);

#endif
