/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PROCESSES_H
#define TESTS_PROCESSES_H

#include <stdbool.h>
#include <sys/types.h>

/*
 * Whether the programs of a terminal have come to rest, by their states in /proc (proc(5)):
 * a program at rest sleeps, and only a key, a signal or its own timer wakes it.  A program
 * that waits for a disk, that a tracer holds, or that was woken and has no processor yet is
 * not at rest.  Where /proc cannot tell the children of a process (a kernel without
 * CONFIG_PROC_CHILDREN) the process alone is looked at.
 */

/* Does a program rest, and all that it has begun?  A program that has ended rests.
 * `is_stopped`: a signal has stopped it, and nothing continues it, so it rests where it was
 * stopped; else it is not at rest until it goes on. */
bool processes_rest(pid_t program, bool is_stopped);

/* Does a shell with job control rest, or the job in front of it?  `front` is the process
 * group that has the terminal, `reads_keys` whether the terminal gives each key at once, as
 * the line editor of the shell has it read.  While a job begins, ends or is stopped neither
 * rests: the terminal goes from one to the other, and the shell has work of its own. */
bool processes_shell_rests(pid_t shell, pid_t front, bool reads_keys);

#endif
