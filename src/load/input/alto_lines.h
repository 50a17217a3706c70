/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_ALTO_LINES_H
#define LOAD_INPUT_ALTO_LINES_H

#include "load/input/alto.h"

#include <stddef.h>

struct line_sink;

/* The lines of an ALTO file on their way to the sink. */
struct alto_lines {
	struct line_sink *sink; /* borrowed */
	struct alto alto;       /* owned */
	/* The line added last, of the issue and of the file; NPOS: none yet. */
	size_t issue_line, alto_line;
};

/* Adds line `l` of the file with its place, how sure its words are, and how a word goes on
 * from the line added before. */
void alto_lines_add(struct alto_lines *form, size_t l);

/* The size and the marks of page `page` of the file (ordinal, from 1) are those of the
 * page that is open. */
void alto_lines_add_page(struct alto_lines *form, size_t page);

#endif
