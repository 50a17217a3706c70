/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PAGE_H
#define LOAD_PAGE_H

#include <stdbool.h>
#include <stddef.h>

struct issue;
struct corrections;

/* The lines of a page become its articles. */

/* So many pages behind page `page` must be whole before it is structured: pull
 * quotes on it may be from there. */
#define PAGE_LOOKAHEAD 64

/* What the head and the foot of page `page`, whole now, say: its number, the
 * paper, the date. */
void page_peek(struct issue *issue, size_t page);

/* A page whose articles are being found. */
struct structure;

/* Begins with page `page`; the pages before it have their articles.  `corrections`, found
 * in the issue, may be NULL.  All is borrowed until structure_free(). */
struct structure *structure_begin(struct issue *issue, size_t page,
                                  const struct corrections *corrections);

/* Does some of the work: about as much as goes once over the lines of a page, which is
 * added to *work in lines.  False when the page has its articles; it gets all of them
 * in the last step. */
bool structure_step(struct structure *structure, size_t *work);

/* How much of the page is done, 0 to 1: by its stages. */
double structure_share(const struct structure *structure);

void structure_free(struct structure *structure); /* may be NULL */

#endif
