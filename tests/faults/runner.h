/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_RUNNER_H
#define TESTS_RUNNER_H

#include "base/str.h"

#include <stdbool.h>

/* The program, run with calls that fail (shim.c), in an empty folder of its own. */

struct runner {
	char program[4096], shim[4096], data[4096];
	char folder[32]; /* in which the process stands */
};

/* Finds program and shim in the folder where the process stands, the build, and goes to a
 * new folder in /tmp.  False: one of them is not there. */
bool runner_open(struct runner *runner, const char *data);
/* Removes the folder. */
void runner_close(const struct runner *runner);

/* What came of a run. */
struct outcome {
	int status;      /* as waitpid() has it; SIGALRM: it hung */
	bool is_changed; /* the modes of the terminal are others than before */
	struct buf out;  /* on standard output, or on the terminal */
	struct buf err;  /* on standard error, where there is no terminal */
	struct buf
		calls; /* how many there were, as shim.c says; empty: it was killed */
};

void outcome_init(struct outcome *outcome);
void outcome_release(struct outcome *outcome);

/*
 * Runs the program with `args`, parted by spaces, and the variable BAOLAN_FAULT.  Where `keys`
 * is not NULL it has a terminal of 24 rows and 80 columns, on which these bytes are typed
 * before it starts.
 */
void runner_run(const struct runner *runner, const char *args, const char *keys,
                const char *fault, struct outcome *outcome);

/* Removes a file, or a folder with all that is in it, if it is there. */
void runner_remove(const char *path);

/* Appends what a file holds; nothing, where there is none. */
void runner_read(struct buf *out, const char *path);
void runner_write(const char *path, struct str bytes);

#endif
