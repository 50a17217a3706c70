/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_PICK_H
#define EXPORT_PICK_H

#include <stdbool.h>
#include <stddef.h>

struct issue;

/* Which articles of an issue leave the program: indices, in the order in which
 * they are to stand.  Borrowed. */
struct pick {
	const size_t *articles; /* NULL: the first `count` of the issue */
	size_t count;
};

/* All of them; one of them. */
struct pick pick_all(const struct issue *issue);
struct pick pick_one(const size_t *article);

/* The index of entry `i` < count. */
size_t pick_at(struct pick pick, size_t i);

/* A list that grows, for a pick. */
struct picks {
	size_t *items; /* owned */
	size_t count, cap;
};

struct pick picks_pick(const struct picks *picks);
bool picks_has(const struct picks *picks, size_t article);
void picks_release(struct picks *picks);

/* Adds article `article` (index), unless it is there. */
void picks_add(struct picks *picks, size_t article);

/* The same, for who calls with each of them; `picks` is a struct picks. */
void picks_add_each(void *picks, size_t article);

/* Takes it away. */
void picks_drop(struct picks *picks, size_t article);

/* Adds all that begin on the pages printed as `number`. */
void picks_add_page(struct picks *picks, const struct issue *issue,
                    size_t number);

/* The articles in which something is found; who searches adds them. */
#define PICK_HITS "hits"

/* What a person writes: "all", "hits", or numbers of articles and of pages with commas
 * between: "3", "1,4-6", "page:2".  Is it well written? */
bool pick_is_well(const char *text);

/* Adds what well written text names, in its order, each once.  NULL, or a
 * sentence that says what of it is not in the issue; caller frees. */
char *picks_read(struct picks *picks, const struct issue *issue,
                 const char *text);

#endif
