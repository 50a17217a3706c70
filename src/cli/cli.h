/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CLI_H
#define CLI_CLI_H

/*
 * The whole program behind main(): sets the locale and the language of messages,
 * reads the command line, loads the issue, and runs the reader or the action that was
 * asked for.  Returns the exit status (cli/exit_status.h).  It is not in main.c so that
 * tests can link it; they bring their own functions of ui/term/tty.h.
 */
int cli_main(int argc, char *argv[]);

#endif
