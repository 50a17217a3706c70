/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PLACE_PAGE_H
#define LOAD_PLACE_PLACE_PAGE_H

#include "load/place/page_chars.h"
#include "load/place/placement.h"

/* Places a page: its characters become lines in reading order, and articles.  `chars` is
 * changed; *placement need not be initialised, and is for the caller to release.  Each
 * character that is seen is in exactly one line (clean.h). */
void place_page(struct placement *placement, struct page_chars *chars);

#endif
