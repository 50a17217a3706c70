/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_SELECTION_H
#define EXPORT_SELECTION_H

#include <stdbool.h>
#include <stddef.h>

struct issue;

/* Which articles of an issue leave the program: indices, in the order in which
 * they are to stand.  Borrowed. */
struct selection {
	const size_t *articles; /* NULL: the first `count` of the issue */
	size_t count;
};

/* All of them; one of them. */
struct selection selection_all(const struct issue *issue);
struct selection selection_one(const size_t *article);

/* The index of entry `i` < count. */
size_t selection_at(struct selection pick, size_t i);

/* A list that grows, for a pick. */
struct selections {
	size_t *items; /* owned */
	size_t count, cap;
};

struct selection selections_pick(const struct selections *picks);
bool selections_has(const struct selections *picks, size_t article);
void selections_release(struct selections *picks);

/* Adds article `article` (index), unless it is there. */
void selections_add(struct selections *picks, size_t article);

/* The same, for who calls with each of them; `picks` is a struct selections. */
void selections_add_each(void *picks, size_t article);

/* Takes it away. */
void selections_drop(struct selections *picks, size_t article);

/* Adds all that begin on the pages printed as `number`. */
void selections_add_page(struct selections *picks, const struct issue *issue,
                         size_t number);

/* The articles in which something is found; who searches adds them. */
#define PICK_HITS "hits"

/* What a person writes: "all", "hits", or numbers of articles and of pages with commas
 * between: "3", "1,4-6", "page:2".  Is it well written? */
bool selection_is_well(const char *text);

/* Adds what well written text names, in its order, each once.  NULL, or a
 * sentence that says what of it is not in the issue; caller frees. */
char *selections_read(struct selections *picks, const struct issue *issue,
                      const char *text);

#endif
