/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_WAITING_H
#define CLI_WAITING_H

#include <stdbool.h>

struct settings;

/*
 * The screen of the reader while the input is late: the writer of a pipe has not
 * written yet.  The screen says what is waited for, and a key leaves the program.
 */

struct waiting {
	const struct settings *settings; /* borrowed */
	bool left;                       /* by a key, or a signal */
	char *error; /* why there is no screen, or NULL; owned by the caller */
};

/* The function of struct source_wait for a struct waiting.  The screen is opened by
 * the first wait, and stays open. */
bool waiting_wait(void *waiting, int fd, const char *name);

#endif
