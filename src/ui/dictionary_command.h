/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_DICTIONARY_COMMAND_H
#define UI_DICTIONARY_COMMAND_H

#include "base/process_output.h"
#include "base/str.h"

#include <stdbool.h>

/*
 * The dictionary command of the settings: a program that is given a word as its last
 * argument, and whose output is shown.  No shell sees the word; before a word that begins
 * with - stands --.  The program reads nothing, and is ended when it says nothing for a
 * while, says too much, or when its view is closed.
 */

/* Where the setting names none. */
#define DICTIONARY_COMMAND "sdcv -n --utf8-input --utf8-output"

/* All zero at first. */
struct dictionary_command {
	struct process_output output; /* of the program, while it runs */
	struct buf text;              /* what it has said */
	struct buf problem; /* a translated sentence why that is not all; empty:
	                     * it is */
	bool was_asked;     /* it was started for the word of the cursor */
};

/* Starts the command `line`, or for NULL the usual one, for a word, or says in `problem` why
 * not. */
void dictionary_command_ask(struct dictionary_command *command,
                            const char *line, struct str word);

bool dictionary_command_is_running(const struct dictionary_command *command);

/* Takes what has come, waiting for a moment.  True: there is more to show. */
bool dictionary_command_step(struct dictionary_command *command);

/* Ends the command, and drops what it said. */
void dictionary_command_stop(struct dictionary_command *command);
void dictionary_command_release(struct dictionary_command *command);

#endif
