/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_PROVENANCE_H
#define EXPORT_PROVENANCE_H

#include "base/str.h"
#include "export/selection.h"

#include <stddef.h>

struct file;
struct issue;
struct note;
struct passage;

/* Where articles come from: paper, date, page, file and lines. */

/* The paper, or the day (2020-02-19), that all pages of the articles of `pick`
 * share; empty when it is unknown or differs.  Borrowed from the issue. */
struct str export_paper(const struct issue *issue, struct selection pick);
struct str export_date(const struct issue *issue, struct selection pick);

/* Appends "PAPER DATE page 1 · lines 121–190, 302–331 of FILE" in the user's
 * language, neutralised; paper and date are left out where they are unknown.
 * Blank lines between lines of the article count as its own, lines of other
 * articles do not; each file that holds lines of the article is named. */
void export_source(struct buf *out, const struct issue *issue, size_t article);

/* Appends "Line 139, 61 % sure: …", the sentence about a decision of the loader
 * that was a guess; neutralised. */
void export_guess(struct buf *out, const struct issue *issue,
                  const struct note *note);

/* Calls `add` with each of the guesses in an article, with all its parts, as such a
 * sentence. */
void export_guesses(const struct issue *issue, size_t article,
                    void (*add)(void *to, struct str line), void *to);

/* Appends the name of an input file, neutralised, or the user's words for standard
 * input. */
void export_file_name(struct buf *out, const struct file *file);

/* Calls `add` with the first and the last 1-based line number of each run of
 * source lines without a gap that `passage` came from, in the order of its
 * spans. */
void export_line_runs(const struct issue *issue, const struct passage *passage,
                      void (*add)(void *to, size_t first, size_t last),
                      void *to);

#endif
