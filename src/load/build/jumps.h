/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_JUMPS_H
#define LOAD_BUILD_JUMPS_H

#include <stddef.h>

struct issue;
struct passage;

/* Sets passage->jump to the direction and the page that its words name; the jump leads
 * to no article yet. */
void jump_read(struct issue *issue, struct passage *passage);

/*
 * Links the jumps of page `page` (index) to articles.  All pages have their articles,
 * and the pages before this one have their links.
 *
 * Each 下转第3版 is matched with a 上接第1版 on the page that it names which names this
 * page: a greedy matching, the pair whose headlines, slugs and texts (cosine of 3-grams)
 * are most alike first.  Where no other jump between the two pages could as well be one
 * of the pair, the two articles become parts of one (issue/parts.h), if both were found by
 * the loader and the later page goes on; else they are linked, and a note says that it
 * may be otherwise.
 *
 * A jump without a partner leads to the article of the named page that has more than 30 %
 * of the 3-grams of its own article, the best of them, or to none.  At most 64 jumps of a
 * page are followed, so the cost of two pages is bounded.
 */
void jumps_link(struct issue *issue, size_t page);

#endif
