/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_NOT_NEWS_H
#define LOAD_SEGMENT_NOT_NEWS_H

#include "load/label/labels.h"
#include "load/segment/stories.h"

#include <stdbool.h>

/*
 * Pages of no newspaper: a program, a log, a table, whose lines are no running
 * text; and books.  Such a page is one article.
 */

/* Is it no running text at all, by its characters? */
bool not_news_is_table(const struct printed_lines *lines);

/* The labels of such a page: each line is a paragraph, but for what a person
 * said.  In an array the caller frees. */
struct labelled *not_news_labels(const struct flow *flow);

/* Is it a page of a book: many paragraphs of one wide measure, few heads, and no
 * word of those that stand in newspapers? */
bool not_news_is_book(const struct stories *stories);

/* Makes one story of all units of the page, in place of those that `stories` may
 * have; heads behind its first text are subheads.  Without running text the stories
 * stay as they are. */
void not_news_join(struct stories *stories, struct units *units);

#endif
