/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_ASSIGN_H
#define LOAD_PLACE_ASSIGN_H

#include "load/place/placing.h"

#include <stddef.h>

/*
 * The articles of a page: each column goes to a head, or with others into an article
 * without one, so that the costs of all articles (article_cost.h) together are low.
 *
 * A local search: it begins with the cheapest head of each column; then a run of columns
 * of an article in reading order, those that begin at one height, or any two of few go to
 * another article, or two articles exchange what follows a place in each; the best such
 * move of an article is made, until none makes the page cheaper.  That need not be the
 * cheapest of all assignments, but on small pages it nearly always is
 * (tests/unit/t-assign.c).
 *
 * The search ends after ASSIGNMENT_STEPS as well: what is not reached by then has the
 * head above it.
 */

/* Sets the articles of the page, with heads, columns and margins, in the order in which
 * they are read: from the top, then along the lines.  Each column and each head is in
 * exactly one.  Gives the steps it took. */
size_t assign_articles(struct placing *placing);

#endif
