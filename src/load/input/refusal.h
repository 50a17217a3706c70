/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_REFUSAL_H
#define LOAD_INPUT_REFUSAL_H

#include "load/input/pdf_access.h"

#include <stddef.h>

/* The sentences about files that are not read, in the reader's language; safe to print,
 * and freed by the caller. */

/* A line takes about 150 bytes of memory besides its text, a page about 600: so no input
 * takes much more than a gigabyte. */
#define INPUT_LIMIT_LINES 6000000

/* Why file `name` is not read, by errno: EFBIG stands for more than `most_bytes`, EOVERFLOW
 * for more than INPUT_LIMIT_LINES, ENODATA for a folder without page files. */
char *refusal_of_errno(const char *name, size_t most_bytes);

/* The same of an encrypted PDF, or one that no program can read. */
char *refusal_of_access(const char *name, enum pdf_access access);

/* `format` with the name of a file that a folder has, and the reason why it is left out. */
char *refusal_left_out(const char *format, const char *name,
                       const char *reason);

#endif
