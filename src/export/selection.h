/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_SELECTION_H
#define EXPORT_SELECTION_H

#include <stdbool.h>
#include <stddef.h>

struct issue;

/* The articles that an export writes, in that order, each with all its parts
 * (issue/parts.h).  Borrows its array. */
struct selection {
	const size_t *articles; /* indices, of first parts */
	size_t count;
};

/* All articles of the issue; the article whose index `article` points to. */
struct selection selection_all(const struct issue *issue);
struct selection selection_one(const size_t *article);

/* The index of the article that is written as number `i` < count. */
size_t selection_at(struct selection pick, size_t i);

/* A selection that is being made; starts as { 0 }.  No article is in it twice. */
struct selections {
	size_t *items; /* owned */
	size_t count, cap;
	bool *chosen; /* owned; by index of article, whether it is among the items */
	size_t chosen_cap;
};

/* The selection, which borrows from `picks` and is valid until that changes. */
struct selection selections_pick(const struct selections *picks);
bool selections_has(const struct selections *picks, size_t article);
void selections_release(struct selections *picks);

/* Adds article `article` (index) at the end, unless it is in the selection. */
void selections_add(struct selections *picks, size_t article);

/* Later parts that are chosen become the articles they are parts of (issue/parts.h), which
 * they may not have been when they were chosen. */
void selections_follow(struct selections *picks, const struct issue *issue);

/* selections_add() as a callback (hits_each_article()); `picks` is a struct selections. */
void selections_add_each(void *picks, size_t article);

/* Removes article `article`, if it is in the selection. */
void selections_drop(struct selections *picks, size_t article);

/* The word for the articles that have hits of a search; the caller of the search adds
 * these. */
#define SELECTION_HITS "hits"

/* Is `text` a selection as a person writes it: "all", "hits", or numbers of articles
 * and pages with commas between ("3", "1,4-6", "page:2")? */
bool selection_is_valid(const char *text);

/* Adds all parts of the articles of `pick`, behind each other; by their pages where the
 * articles are in the order of the issue. */
void selections_add_parts(struct selections *picks, const struct issue *issue,
                          struct selection pick);

/* Adds the articles that a valid `text` names, in its order.  Returns NULL, or a
 * sentence about the first one that the issue has not; the caller frees it. */
char *selections_read(struct selections *picks, const struct issue *issue,
                      const char *text);

#endif
