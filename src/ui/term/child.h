/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_CHILD_H
#define UI_TERM_CHILD_H

#include "base/str.h"
#include "ui/term/signals.h"

#include <stdbool.h>

/*
 * A command that has the terminal for a while.  The caller has left the screen before.
 * ^C and ^\ reach the command alone; SIGTERM and SIGHUP end both.  The input of the
 * command is a file that is whole before the command starts, so the program never waits
 * for a command that does not read its input.
 */

/*
 * Runs argv, looked up in PATH, on the terminal.  Its standard input is `input`, or the
 * terminal when that is NULL.  `waits`: when the command has ended, asks for Enter
 * before it returns, so that the output can be read.  Returns 0 and the status of
 * waitpid() in *status, or the errno that says why the command was not started.
 */
int child_run(struct signals *signals, char *const argv[],
              const struct str *input, bool waits, int *status);

#endif
