/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_ARTICLE_KIND_H
#define LOAD_SEGMENT_ARTICLE_KIND_H

#include "issue/issue.h"
#include "load/segment/stories.h"

/*
 * The kind of article that a story is, by the first of these that holds: KIND_OTHER on a
 * page of no newspaper, a letter (greeting, or words of the headline), a poem (more
 * lines of verse than paragraphs), news (dateline), a notice (words of the headline, or a
 * signature), an essay (a byline that names no reporter), news (headline or jump),
 * KIND_OTHER.  `headlines` and `bylines` are the text of those of the story; either
 * may be empty.
 */
enum kind article_kind_of(const struct story *story, const struct units *units,
                          struct str headlines, struct str bylines);

#endif
