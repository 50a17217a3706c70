/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_COMPOSE_H
#define LOAD_COMPOSE_H

#include "issue/issue.h"
#include "load/lines/hyphens.h"
#include "load/segment/stories.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Pieces become passages and blocks.  All but compose_loose() write to the last
 * article of the issue, which the caller has added; indices of lists are of
 * `units`.
 */
struct composer {
	struct issue *issue;               /* borrowed */
	const struct printed_lines *lines; /* borrowed; of the page */
	const struct units *units;         /* borrowed; of the same lines */
	struct page_words words;
	struct block *blocks; /* owned; of the page so far */
	size_t block_count, block_cap;
};

void compose_init(struct composer *composer, struct issue *issue,
                  const struct printed_lines *lines, const struct units *units);

/* Gives the blocks to the page and releases the composer. */
void compose_end(struct composer *composer, struct page *page);

/* Kicker, head and deck, and the headline of the article: nothing from an empty
 * list. */
void compose_heads(struct composer *composer, const struct list *heads,
                   bool heads_after);

/* Running text: units that follow each other on the page share a block. */
void compose_text(struct composer *composer, const struct list *units);

/* Other parts: each unit has a block of its own. */
void compose_list(struct composer *composer, const struct list *units,
                  enum part part);

/* Pieces of roles that are known, roles[i] of the i-th of them. */
void compose_told(struct composer *composer, const struct list *units,
                  const enum role *roles, enum part part);

/* Heads, and the jump that closes them, as one block. */
void compose_teaser(struct composer *composer, const struct teaser *teaser);

/* A passage of no article, and no block. */
void compose_loose(struct composer *composer, const struct unit *unit);

#endif
