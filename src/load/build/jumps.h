/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_JUMPS_H
#define LOAD_BUILD_JUMPS_H

#include <stddef.h>

struct issue;
struct passage;

/* Sets passage->jump to what its words say, leading nowhere yet. */
void jump_read(struct issue *issue, struct passage *passage);

/*
 * Where the jumps of page `page` lead: each 下转第3版 goes with the 上接第1版 that
 * stands on its page and names the page it comes from; among several, with the
 * one whose headline and words are most alike.  A jump without a partner leads
 * to the article of that page that its own words announce, or to none.
 *
 * At most 64 jumps of a page are followed.  All pages are read, and the pages before this one have their links.
 */
void jumps_link(struct issue *issue, size_t page);

#endif
