/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_NOTES_H
#define LOAD_BUILD_NOTES_H

#include "issue/issue.h"
#include "load/segment/units.h"

#include <stddef.h>

/* Adds a note to the article with this index: what is a guess,
 * how sure it is, and in which lines (indices).  It is a diagnostic, too. */
void notes_add(struct issue *issue, size_t index, const char *what,
               double confidence, struct range lines);

/* Adds what is doubtful in the units of page `page`, which has its articles. */
void notes_find(struct issue *issue, size_t page, const struct units *units);

#endif
