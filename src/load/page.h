/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PAGE_H
#define LOAD_PAGE_H

#include <stdbool.h>
#include <stddef.h>

struct issue;
struct corrections;
struct placement;
struct cue_index;

/*
 * The pipeline of one page: its lines become the articles of the issue.
 *
 *    lines -> aside -> labels -> units -> text runs -> segments -> stories -> articles
 *
 * A page that was placed has its articles from there:
 *
 *    placement -> units -> stories -> articles
 *
 * Each stage is a function in page.c, and each is done in parts of some ten
 * milliseconds.  Pages whose files state their articles do not come here
 * (build/stated_page.h).
 */

/* A page can be structured when this many pages behind it have all their lines: the
 * words of its pull quotes may stand there. */
#define PAGE_LOOKAHEAD 64

/* Sets the number, label, paper and date of page `page` (index) from its running head
 * and foot.  The page has all its lines.  `placement` is that of the page, or NULL. */
void page_peek(struct issue *issue, size_t page,
               const struct placement *placement);

/* A page on its way from lines to articles. */
struct page_loader;

/* Begins with page `page` (index); the pages before it have their articles.  `cues` is
 * of the caller, for all pages.
 * `corrections` may be NULL; their lines have been found in the issue
 * (corrections_find()).  `placement` is that of the page, or NULL: then its articles are
 * estimated from the text.  All arguments are borrowed until page_loader_free(). */
struct page_loader *page_loader_begin(struct issue *issue, size_t page,
                                      const struct corrections *corrections,
                                      const struct placement *placement,
                                      const struct cue_index *cues);

/* Does a part of the work, about as much as one pass over the lines of a page, and adds
 * it to *work, counted in lines.  False when the page is done; the issue gets all
 * articles of the page in this last step. */
bool page_loader_step(struct page_loader *loader, size_t *work);

/* The share of the stages that are done, from 0 to 1. */
double page_loader_share(const struct page_loader *loader);

void page_loader_free(struct page_loader *loader); /* may be NULL */

#endif
