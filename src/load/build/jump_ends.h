/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_JUMP_ENDS_H
#define LOAD_BUILD_JUMP_ENDS_H

#include "base/str.h"
#include "load/lines/ngrams.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/* The jumps of pages with the articles they stand in: the ends of what leads from one
 * page to another. */

/* A jump, and the article it stands in. */
struct jump_end {
	size_t passage, article;
	size_t named;        /* index of the page that the jump names */
	struct ngrams grams; /* owned; of the article's text */
};

struct jump_ends {
	struct jump_end *items; /* owned */
	size_t count, cap;
};

/* At most so many jumps of a page are followed. */
#define JUMP_ENDS_MAX 64

/* Adds the jumps on page `page` that lead to no article yet and name page `other`; NPOS:
 * any other page of the issue. */
void jump_ends_collect(struct jump_ends *ends, const struct issue *issue,
                       size_t page, size_t other);
void jump_ends_release(struct jump_ends *ends);

/* The n-grams of the text of an article, without its jumps.  Release with
 * ngrams_release(). */
void jump_ends_read(struct ngrams *grams, const struct issue *issue,
                    size_t article);

/* Can these two be the ends of one jump: one leads on, one comes from another page, and
 * neither leads to an article yet? */
bool jump_ends_fit(const struct issue *issue, const struct jump_end *to,
                   const struct jump_end *from);

/* How likely two ends that fit are those of one jump, by the headlines and texts of their
 * articles and by the slugs in the jumps: at least 0, in no unit. */
double jump_ends_likeness(const struct issue *issue, const struct jump_end *to,
                          const struct jump_end *from);

/* The slug in the words of a jump, the name that a paper gives an article for the
 * purpose: TREES in "See TREES, Page A6" and in "TREES, From Page A1".  Empty: there is
 * none. */
struct str jump_slug(struct str text);

/* Have both jumps slugs, and are these different ones? */
bool jump_ends_contradict(const struct issue *issue, const struct jump_end *to,
                          const struct jump_end *from);

#endif
