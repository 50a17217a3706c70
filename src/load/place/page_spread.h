/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PAGE_SPREAD_H
#define LOAD_PLACE_PAGE_SPREAD_H

#include "load/place/page_chars.h"

/*
 * Two pages that were printed side by side on one sheet are cut apart at its middle: where
 * the sheet is 1.3 times as wide as high, or more, both halves have a folio at their
 * outer edge, and no line of text runs across.  Then `page` is the left one, and *right,
 * for the caller to release, the other.  Returns whether it was cut.
 */
bool page_spread_cut(struct page_chars *page, struct page_chars *right);

#endif
