/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_SOURCE_NOTE_H
#define EXPORT_SOURCE_NOTE_H

#include "base/str.h"
#include "export/selection.h"

#include <stddef.h>

struct issue;

/* The note below an exported article that says where it comes from, so that a
 * clipping can be checked against its source. */

/* A receiver of lines of text: `add` is called with `to` and one neutralised line
 * at a time, without its newline. */
struct export_sink {
	void (*add)(void *to, struct str line);
	void *to;
};

/* Passes on the lines of the note: paper, page and lines (export_source()); the
 * citation, where headline and paper are known (citation.h); and a line for each
 * join of the article that was a guess. */
void export_source_note(const struct issue *issue, size_t article,
                        struct export_sink sink);

/* Passes on "FILE · SHA-256 …" for each file that articles of `pick` have lines
 * of.  A file that is still being read has no digest yet and is left out. */
void export_digests(const struct issue *issue, struct selection pick,
                    struct export_sink sink);

#endif
