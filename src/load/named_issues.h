/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_NAMED_ISSUES_H
#define LOAD_NAMED_ISSUES_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Which issues are named by files and folders.  Files are pages of one issue where they
 * are of one paper and one day; of another paper or day they are another issue.  The day
 * of a file is that in its name or folders (rmrb-2025-10-20.txt, 2025/10/20/1.txt), or
 * else, of plain text, the one that its first page names; the paper is what that page
 * names.  A file of which neither is known belongs to the issue of the file before.  A
 * METS or DIDL file is an issue.  In a folder that has no page, but folders, each of these
 * is an issue, and so on downwards.
 *
 * Only heads of files are read for this, and none where names have different days, so that a
 * year of issues takes milliseconds.
 */

struct named_issue {
	char **names; /* owned, as is each; for load_begin() */
	size_t count, cap;
	struct buf paper, day; /* "2025-10-20"; empty: not known */
};

struct named_issues {
	struct named_issue *items; /* owned */
	size_t count, cap;
	bool in_folders; /* they are folders of a folder that was named, so that
	                  * load_begin() cannot read the names as they were given */
};

/* Finds the issues of `names` (count >= 1), in the order of their first files.  Where
 * they are one issue, it has just these names; pipes, and names of nothing, always are. */
void named_issues_find(struct named_issues *issues, const char *const *names,
                       size_t count);
void named_issues_release(struct named_issues *issues);

#endif
