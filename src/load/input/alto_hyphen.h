/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_ALTO_HYPHEN_H
#define LOAD_INPUT_ALTO_HYPHEN_H

#include "issue/issue.h"

#include <stddef.h>

/*
 * Words that a line end divides, in ALTO: CONTENT has the part, SUBS_CONTENT the whole.
 */

/* The bytes of the character that a text ends with, if files write it, or OCR has it, for
 * a hyphen at the end of a line; else 0. */
size_t alto_hyphen_bytes(struct str text);

/* How the word that begins with `first` and is `whole` goes on behind the line. */
enum line_join alto_join_of(struct str first, struct str whole);

/* The same by its second part, which may begin with a hyphen itself; LINE_JOIN_UNKNOWN
 * where the whole does not end with that. */
enum line_join alto_join_before(struct str second, struct str whole);

#endif
