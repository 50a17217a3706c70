/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_FILTER_ITEMS_H
#define UI_ASK_FILTER_ITEMS_H

#include "ui/ask/filter.h"
#include "ui/reading.h"

/* What the lists are filtered by, of a struct reading: articles, by their ordinals, by their headlines, hits by the words around
 * them and the headline above. */
extern const struct filter_items filter_articles, filter_hits;

#endif
