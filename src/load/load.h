/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LOAD_H
#define LOAD_LOAD_H

#include "base/str.h"
#include "load/input/load_options.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/*
 * Names of files become an issue.  Content never fails: whatever the bytes are, they
 * give an issue and diagnostics.  Only files fail: those that cannot be read, and those
 * of a form that holds no text of a page (load/input/foreign.h).
 *
 * An issue is loaded in steps, so that its first page can be read while the others
 * are still being loaded.  The result does not depend on what the caller does between
 * the steps.  What is longer than any newspaper page is cut into several
 * (load/input/form_text.h).
 */

/* An issue that is being loaded. */
struct loader;

/*
 * Reads the bytes of `names` (count >= 1), the pages of one issue, in order.  A name
 * is a file, a folder (its page files in natural order) or "-" (standard input).
 * Returns a loader, for load_finish() or load_abandon().  On failure returns NULL, and
 * *error is a sentence "cannot read 'x': …", safe to print and freed by the caller; it
 * is NULL where options->wait gave up.  `options` may be NULL; the corrections and the
 * encoding in it are borrowed as long as the loader lives.
 */
struct loader *load_begin(const char *const *names, size_t count,
                          const struct load_options *options, char **error);

/* The same from bytes in memory, as one file called `name`.  Never fails: bytes of a
 * form that holds no text of a page are read as plain text. */
struct loader *load_begin_bytes(struct str bytes, const char *name,
                                const struct load_options *options);

/* input_may_grow() and input_may_hold(), of a pipe that is read while it comes. */
bool load_may_grow(struct str bytes);
bool load_may_hold(struct str bytes, size_t lines);

/*
 * Does the next step: reads a block of the input, or gives a page its articles, or
 * links the jumps of a page; a page of thousands of lines takes several steps.  A step
 * takes some ten milliseconds, so that keys can be answered between two of them.
 * False when nothing is left to do.
 */
bool load_step(struct loader *loader);

/* Reads as much of the input as tells the paper and the day that the first page names; no
 * articles are made. */
void load_peek(struct loader *loader);

/* How much work the steps have done so far, counted in labelled lines; other work
 * counts as the number of lines that would have taken as long. */
size_t load_work(const struct loader *loader);

/* Has the input at least one byte? */
bool load_has_input(const struct loader *loader);

/* Is `path` one of the input files, perhaps by another name? */
bool load_reads(const struct loader *loader, const char *path);

/* The name of the nth input file; NULL behind the last. */
const char *load_name(const struct loader *loader, size_t n);

/* Have both loaders read the same bytes from files of the same names? */
bool load_is_same(const struct loader *one, const struct loader *two);

bool load_is_done(const struct loader *loader);

/* The share of the work that is done, from 0 to 1. */
double load_share(const struct loader *loader);

/* The issue as far as it is loaded; owned by the loader. */
const struct issue *load_issue(const struct loader *loader);

/* What of a PDF is to be read for the pictures of a page (index; load/pictures.h), and
 * whether they are those of its right half; *reading borrows.  False: there are none. */
struct pdf_job;
bool load_pictures_of(const struct loader *loader, size_t page,
                      struct pdf_job *reading, bool *right);

/* Does all remaining steps, frees the loader and returns the issue, which the caller
 * frees with issue_free(). */
struct issue *load_finish(struct loader *loader);

/* Frees the loader and its issue. */
void load_abandon(struct loader *loader);

/* All steps at once; arguments and errors as in load_begin(). */
struct issue *load_files(const char *const *names, size_t count,
                         const struct load_options *options, char **error);
struct issue *load_bytes(struct str bytes, const char *name,
                         const struct load_options *options);

#endif
