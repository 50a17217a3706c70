/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLAIN_H
#define LOAD_PLAIN_H

#include "load/label/label.h"
#include "load/stories.h"

#include <stdbool.h>

/*
 * Pages of no newspaper: a program, a log, a table, whose lines are no running
 * text; and books.  Such a page is one article.
 */

/* Is it no running text at all, by its characters? */
bool plain_is_table(const struct printed_lines *lines);

/* The labels of such a page: each line is a paragraph, but for what a person
 * said.  In an array the caller frees. */
struct labelled *plain_labels(const struct flow *flow);

/* Is it a page of a book: many paragraphs of one wide measure, few heads, and no
 * word of those that stand in newspapers? */
bool plain_is_book(const struct stories *stories);

/* Makes one story of all pieces of the page, in place of those that `stories` may
 * have; heads behind its first text are subheads.  Without running text the stories
 * stay as they are. */
void plain_join(struct stories *stories, struct pieces *pieces);

#endif
