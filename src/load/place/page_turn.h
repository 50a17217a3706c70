/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PAGE_TURN_H
#define LOAD_PLACE_PAGE_TURN_H

#include "load/place/page_chars.h"

/* Turns a page by a quarter where most of its characters lie on their side, so that they
 * stand upright; returns whether it did. */
bool page_turn(struct page_chars *page);

#endif
