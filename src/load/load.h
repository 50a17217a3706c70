/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LOAD_H
#define LOAD_LOAD_H

#include "base/str.h"

#include <stddef.h>

struct issue;
struct repairs;

/*
 * The road from names of files to an issue.  Content never fails: whatever the
 * bytes are, they give an issue and diagnostics.  Only files fail.
 */

struct load_options {
	const char *encoding; /* NULL: found out from the bytes */
	size_t limit_bytes;   /* of all input; 0: the default, 64 MiB */
	/* What a person said of the issue, or NULL; which of it fits is set. */
	struct repairs *repairs;
};

/*
 * Loads `names` (count >= 1) as the pages of one issue, in order.  A name may
 * be a file, a folder (its page files in natural order) or "-" (standard
 * input).  Returns the issue, which the caller frees with issue_free(); or NULL
 * with *error a sentence "cannot open 'x': …" that is safe to print and that the
 * caller frees.
 */
struct issue *load_files(const char *const *names, size_t count,
                         const struct load_options *options, char **error);

/* The same from bytes in memory, as one file called `name`.  Never fails. */
struct issue *load_bytes(struct str bytes, const char *name,
                         const struct load_options *options);

#endif
