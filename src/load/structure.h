/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_STRUCTURE_H
#define LOAD_STRUCTURE_H

#include <stddef.h>

struct issue;
struct repairs;
struct reprint;

/* The lines of a page become its articles. */

/* So many pages behind page `page` must be whole before it is structured: pull
 * quotes on it may be from there. */
#define STRUCTURE_PAGES 64

/* What the head and the foot of page `page`, whole now, say: its number, the
 * paper, the date. */
void structure_peek(struct issue *issue, size_t page);

/* Finds the articles of page `page`; the pages before it have theirs.
 * `repairs`, found in the issue, may be NULL; `reprint` is what pages of it say
 * of themselves. */
void structure_page(struct issue *issue, size_t page,
                    const struct repairs *repairs,
                    const struct reprint *reprint);

#endif
