/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Other programs, started as processes. */

/* How a program is started.  All pointers are borrowed for the call. */
struct process {
	char *const
		*argv;    /* argv[0] is looked up in PATH unless it has a '/' */
	char *const *env; /* NULL: that of this process */
	const int *fds;   /* its descriptor i is a copy of fds[i] here */
	size_t fd_count;  /* others stay open unless they are O_CLOEXEC */
	bool closes_others; /* none does, where the system can close them */
	bool own_group;     /* signals of the terminal do not reach it */
};

/* Starts the program; signals that this process ignores have their default effect in it.
 * Returns 0 and its id, for waitpid(), in *pid, or the errno that says why it was not
 * started. */
int process_start(pid_t *pid, const struct process *process);

/* A descriptor of a file without a name that holds `text`, read from its start;
 * O_CLOEXEC.  -1: errno says why there is none. */
int process_input(struct str text);

#endif
