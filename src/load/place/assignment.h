/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_ASSIGNMENT_H
#define LOAD_PLACE_ASSIGNMENT_H

#include "load/place/article_cost.h"
#include "load/place/placing.h"

#include <stdbool.h>
#include <stddef.h>

/* An article while articles are sought. */
struct assigned {
	size_t head;     /* index, or NPOS */
	size_t *columns; /* owned; in reading order */
	size_t count, cap;
	float cost;
};

/* An assignment of all columns of a page. */
struct assignment {
	struct article_costs costs;
	struct assigned *items; /* owned; those with heads first, in their
	                         * order; empty ones without head are none */
	size_t count, cap;
};

/* Begins with one article for each head, and no columns in them. */
void assignment_init(struct assignment *assignment,
                     const struct placing *placing);
void assignment_release(struct assignment *assignment);

/* Gives each column to the head where it costs least, or to none. */
void assignment_begin(struct assignment *assignment);

/* Moves columns until no bound is broken that can be kept: each goes to the article that it
 * must be in, or begins one with those behind it of which nothing is said. */
void assignment_obey(struct assignment *assignment);

/* Is the time up: has the search taken so many steps (struct article_costs), which is
 * about a fifth of a second? */
#define ASSIGNMENT_STEPS 4000000
bool assignment_is_over(const struct assignment *assignment);

/* Appends an article without head and columns; gives its index. */
size_t assignment_add(struct assignment *assignment);

/* Makes these the columns of article `a`, sorts them, and prices them if there is time. */
void assignment_set(struct assignment *assignment, size_t a,
                    const size_t *columns, size_t count);

/* What all articles cost together. */
float assignment_cost(const struct assignment *assignment);

#endif
