/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_LANGUAGE_H
#define EXPORT_LANGUAGE_H

#include "export/selection.h"

struct issue;

/* The language of the articles of `pick` as a BCP 47 tag for `lang`: "zh-Hans",
 * "zh-Hant", "ja", "en", or "und" where it cannot be told.  Decided by counting
 * kana, traditional and other ideographs, and words that English is full of.  Static text. */
const char *export_language(const struct issue *issue, struct selection pick);

#endif
