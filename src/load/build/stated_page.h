/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_STATED_PAGE_H
#define LOAD_BUILD_STATED_PAGE_H

#include <stddef.h>

struct issue;
struct stated_articles;

/*
 * Builds the articles and the furniture of page `page` (index) as its file states
 * them: nothing is labelled or segmented.  The page has all its lines, and the pages
 * before it have their articles.
 */
void stated_page_build(struct issue *issue, size_t page,
                       const struct stated_articles *stated);

#endif
