/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_PASSAGES_H
#define LOAD_BUILD_PASSAGES_H

#include "issue/issue.h"
#include "load/lines/hyphens.h"
#include "load/segment/stories.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Pieces become passages and blocks.  All but passages_furniture() write to the last
 * article of the issue, which the caller has added; indices of lists are of
 * `units`.
 */
struct passage_writer {
	struct issue *issue;               /* borrowed */
	const struct printed_lines *lines; /* borrowed; of the page */
	const struct units *units;         /* borrowed; of the same lines */
	struct page_words words;
	struct block *blocks; /* owned; of the page so far */
	size_t block_count, block_cap;
};

void passages_init(struct passage_writer *writer, struct issue *issue,
                   const struct printed_lines *lines,
                   const struct units *units);

/* Gives the blocks to the page and releases the writer. */
void passages_end(struct passage_writer *writer, struct page *page);

/* Kicker, head and deck, and the headline of the article: nothing from an empty
 * list. */
void passages_heads(struct passage_writer *writer, const struct list *heads,
                    bool heads_after);

/* Running text: units that follow each other on the page share a block. */
void passages_text(struct passage_writer *writer, const struct list *units);

/* Other parts: each unit has a block of its own. */
void passages_list(struct passage_writer *writer, const struct list *units,
                   enum part part);

/* Pieces of roles that are known, roles[i] of the i-th of them. */
void passages_stated(struct passage_writer *writer, const struct list *units,
                     const enum role *roles, enum part part);

/* Heads, and the jump that closes them, as one block. */
void passages_teaser(struct passage_writer *writer,
                     const struct teaser *teaser);

/* Adds a passage of no article and of no block; `role` is one of furniture. */
void passages_furniture(struct passage_writer *writer, enum role role,
                        const struct unit *unit);

#endif
