/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include "base/str.h"

/*
 * What the program writes to standard output and standard error.  Text for a person is
 * converted to the encoding of the terminal (text/codeset.h); results that go to a file
 * or a pipe are UTF-8.  What comes from outside is neutralised by the caller.
 */

/* What an error on standard error begins with. */
#define PRINT_NAME "baolan: "

/* Writes a sentence, with PRINT_NAME before it, to standard error. */
void print_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Writes a sentence to standard error as it is. */
void print_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Writes whole lines to standard error as they are. */
void print_notes(struct str lines);

/* Writes a result to standard output: UTF-8, but in the encoding of a terminal, and
 * then a sentence on standard error says how many characters that encoding lacks.
 * Returns an exit status; a failure has been printed. */
int print_result(struct str text);

/* The same with what the program says of itself: text for a person, which is in the
 * terminal's encoding wherever it goes, as print_error() is. */
int print_about(struct str text);

#endif
