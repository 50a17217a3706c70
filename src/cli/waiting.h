/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_WAITING_H
#define CLI_WAITING_H

#include <stdbool.h>

struct options;

/*
 * The reader while what it is to show has not come yet: the writer of a pipe is
 * late or slow.  The screen says what is waited for, and a key leaves.
 */

struct waiting {
	const struct options *options;
	bool left;   /* by a key, or a signal */
	char *error; /* why there is no screen, or NULL; owned */
};

/* "Waiting for FILE …", in the reader's language; caller frees. */
char *waiting_text(const char *name);

/* The function of struct source_wait, with a struct waiting.  The screen is opened
 * when something is waited for, and stays open. */
bool waiting_wait(void *waiting, int fd, const char *name);

#endif
