/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_NOT_NEWS_H
#define LOAD_SEGMENT_NOT_NEWS_H

#include "load/label/labels.h"
#include "load/segment/stories.h"

#include <stdbool.h>

/*
 * Pages that are not of a newspaper: programs, logs and tables, whose lines are no running
 * text, and pages of books.  Each of them becomes one article.
 */

/* Is the page a program, a log or a table?  Decided by the share of its characters that
 * are ASCII signs or digits; a page of a few lines never is. */
bool not_news_is_table(const struct printed_lines *lines);

/* The labels of such a page, one for each line of `flow`, in an array that the caller
 * frees: each line is a paragraph, but those that a person said to be heads. */
struct labelled *not_news_labels(const struct flow *flow);

/* Is the page one of a book: many paragraphs, most of one wide column, few heads, and no
 * dateline, jump, caption, greeting or signature? */
bool not_news_is_book(const struct stories *stories);

/* Replaces the stories of a page by a single one that has all its units but those that
 * are aside; heads behind its first text become UNIT_SUBHEAD, and doubts about
 * boundaries of articles are dropped.  A page without text keeps the stories it has.
 * Sets stories->units to `units` in any case. */
void not_news_join(struct stories *stories, struct units *units);

#endif
