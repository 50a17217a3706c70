/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_PROCESS_OUTPUT_H
#define BASE_PROCESS_OUTPUT_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/*
 * What another program (process.h) writes, read through a pipe without waiting for its end.
 * It is bounded in bytes and in the time without any; beyond, the process is killed, and where
 * it leads a group (process.own_group) all of that.
 * Behind process_output_stop() there is no process left, and none that has ended but was
 * not waited for.
 */

struct process_output {
	pid_t pid; /* 0: not running */
	int fd;    /* from which its output is read; -1: closed */
	uint64_t silent_since_ms;
	size_t all_bytes; /* read so far */
	/* The limits, and which one ended it. */
	uint64_t silent_most_ms;
	size_t all_most_bytes;
	bool is_late, is_too_long;
};

/* Makes the pipe and sets the limits; *end is the descriptor that the program gets as its
 * output, which the caller closes.  The caller starts the program then, with its id in
 * output->pid.  Returns 0, or the errno that says why there is no pipe; *end is -1 then.
 * process_output_stop() may be called in either case. */
int process_output_open(struct process_output *output, int *end,
                        uint64_t silent_most_ms, size_t all_most_bytes);

/* Waits `most_ms` at most for bytes, and appends what has come, a pipe's fill or less.
 * False: the process gives no more; *out may have got something all the same. */
bool process_output_read(struct process_output *output, struct buf *out,
                         int most_ms);

/* Ends the process if it runs, and waits for its end. */
void process_output_stop(struct process_output *output);

#endif
