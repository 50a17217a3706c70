/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_LIST_H
#define EXPORT_LIST_H

#include "base/str.h"

struct issue;

/* The articles of an issue, as `baolan --list` prints them. */

/* Appends a line for each article: number TAB page TAB kind TAB characters TAB
 * headline (or -), neutralised. */
void export_list(struct buf *out, const struct issue *issue);

/* Appends the same as one JSON object: each of its "articles" has id, page, label,
 * kind, characters, headline, byline, dateline, paper, date and file. */
void export_list_json(struct buf *out, const struct issue *issue);

#endif
