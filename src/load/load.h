/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LOAD_H
#define LOAD_LOAD_H

#include "base/str.h"
#include "load/input/load_options.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/*
 * The road from names of files to an issue.  Content never fails: whatever the
 * bytes are, they give an issue and diagnostics.  Only files fail: those that cannot
 * be read, and those of a kind that is known to hold no text (load/input/foreign.h).
 *
 * An issue is loaded in steps of at most a page, so that its first page can be
 * read while the others are still to come.  What is loaded does not depend on
 * what is done between the steps.  A page that is longer than any of a newspaper
 * is cut into several (see intake.h).
 */

/* An issue that is being loaded. */
struct loader;

/*
 * Reads the bytes of `names` (count >= 1), the pages of one issue, in order.  A
 * name may be a file, a folder (its page files in natural order) or "-"
 * (standard input).  Returns a loader, for load_finish() or load_abandon(); or
 * NULL with *error a sentence "cannot read 'x': …" that is safe to print and
 * that the caller frees, or NULL where options->wait
 * gave up.
 */
struct loader *load_begin(const char *const *names, size_t count,
                          const struct load_options *options, char **error);

/* The same from bytes in memory, as one file called `name`.  Never fails. */
struct loader *load_begin_bytes(struct str bytes, const char *name,
                                const struct load_options *options);

/* Does a step: a block of the input is decoded, a page gets its articles, or its
 * jumps their ends; a page of thousands of lines takes several.  A step is so short
 * that between two of them a key is answered at once.  False when all has been done. */
bool load_step(struct loader *loader);

/* How much work the steps so far were: printed lines that were labelled, and for what
 * else was done as many as take about as long. */
size_t load_work(const struct loader *loader);

/* Were there any bytes at all? */
bool load_has_input(const struct loader *loader);

/* Is `path` one of the files that are read, by whatever name? */
bool load_reads(const struct loader *loader, const char *path);

/* The name of the nth file that is read; NULL: there are not so many. */
const char *load_name(const struct loader *loader, size_t n);

/* Have both read the same bytes from files of the same names? */
bool load_is_same(const struct loader *one, const struct loader *two);

bool load_is_done(const struct loader *loader);

/* How much has been done, 0 to 1. */
double load_share(const struct loader *loader);

/* The issue as far as it is loaded; the loader's. */
const struct issue *load_issue(const struct loader *loader);

/* Does all steps that are left and gives up the issue, which the caller frees
 * with issue_free(); the loader is freed. */
struct issue *load_finish(struct loader *loader);

/* Frees the loader and its issue. */
void load_abandon(struct loader *loader);

/* All at once. */
struct issue *load_files(const char *const *names, size_t count,
                         const struct load_options *options, char **error);
struct issue *load_bytes(struct str bytes, const char *name,
                         const struct load_options *options);

#endif
