/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_CHILD_H
#define UI_TERM_CHILD_H

#include "base/str.h"
#include "ui/term/signals.h"

#include <stdbool.h>

/*
 * A command that has the terminal for a while.  What draws on it has left it;
 * meanwhile ^C and ^\ are for the command alone, what ends the program (SIGTERM,
 * SIGHUP) is for both, and its input is whole at once, so that nobody waits for a
 * command that does not read it.
 */

/*
 * Runs argv, found as a shell finds it, on the terminal, with `input` as its
 * standard input or the terminal for NULL.  `waits`: says so and waits for Enter
 * behind it, so that what it wrote can be read.  0 and *status as waitpid() has
 * it, or the errno that says why it was not started.
 */
int child_run(struct wire *wire, char *const argv[], const struct str *input,
              bool waits, int *status);

#endif
