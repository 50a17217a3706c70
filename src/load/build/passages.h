/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_PASSAGES_H
#define LOAD_BUILD_PASSAGES_H

#include "issue/issue.h"
#include "load/lines/hyphens.h"
#include "load/segment/stories.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Composition: units become passages, and the places where they stand become blocks.
 * Neighbouring lines of one part share a block.  All functions but
 * passages_furniture() add to the last article of the issue, which the caller has begun
 * (article.h); lists hold indices of `units`.
 */
struct passage_writer {
	struct issue *issue;               /* borrowed */
	const struct printed_lines *lines; /* borrowed; of the page */
	const struct units *units;         /* borrowed; of the same lines */
	struct page_words words;
	struct block *blocks; /* owned; the blocks of the page so far */
	size_t block_count, block_cap;
};

void passages_init(struct passage_writer *writer, struct issue *issue,
                   const struct printed_lines *lines,
                   const struct units *units);

/* Sets the blocks of the page, in the issue's arena, and releases the writer. */
void passages_end(struct passage_writer *writer, struct page *page);

/* Adds the headlines of head units (segment/headlines.h) as passages in the order
 * kicker, head, deck, each with a block of its own, a space between its phrases
 * (segment/head_seams.h); nothing for an empty list. */
void passages_heads(struct passage_writer *writer, const struct list *heads,
                    bool heads_after);

/* Adds running text, a passage a unit, a table or a subhead of several lines; an editor's
 * note is known by its words. */
void passages_text(struct passage_writer *writer, const struct list *units);

/* Adds other parts, a passage and a block a unit; jumps are read (jumps.h). */
void passages_list(struct passage_writer *writer, const struct list *units,
                   enum part part);

/* Adds passages whose roles are stated: roles[i] is that of the i-th unit. */
void passages_stated(struct passage_writer *writer, const struct list *units,
                     const enum role *roles, enum part part);

/* Adds the heads of a teaser, and the jump that closes them, as one block. */
void passages_teaser(struct passage_writer *writer,
                     const struct teaser *teaser);

/* Adds a passage of no article and of no block; `role` is one of furniture. */
void passages_furniture(struct passage_writer *writer, enum role role,
                        const struct unit *unit);

#endif
