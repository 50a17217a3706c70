/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_PARTS_H
#define ISSUE_PARTS_H

#include "issue/issue.h"

/*
 * Articles that go on on a later page.  What stands of an article on a page is an article
 * of the issue, as its passages stand together; the articles that make one are its parts,
 * and readers are shown all of them as one, the whole, which is known by its first part.
 * An article on one page is a whole of one part.
 */

/* The last article of the issue, which has just been added, is a whole. */
void parts_begin(struct issue *issue);

/* Article `article` goes on from article `earlier`, which stands on a page before it and
 * which no other goes on from: it is no whole any more.  O(wholes), but O(1) for the last
 * one. */
void parts_join(struct issue *issue, size_t article, size_t earlier);

/* The first part of the whole that an article is a part of, itself perhaps. */
size_t parts_whole(const struct issue *issue, size_t article);

/* The part behind an article, and the last one of its whole.  NPOS: it is the last. */
size_t parts_next(const struct issue *issue, size_t article);
size_t parts_last(const struct issue *issue, size_t article);

/* Is this article the first part of several? */
bool parts_are_many(const struct issue *issue, size_t article);

/* The first passage of an article, and the one behind a passage, in that article and all
 * parts behind it.  NPOS: none. */
size_t parts_first_passage(const struct issue *issue, size_t article);
size_t parts_next_passage(const struct issue *issue, size_t passage);

/* Where a paragraph is cut between two parts: the passage that ends one of them, and the
 * passage in which it goes on. */
struct seam {
	size_t before, behind;
};

/* The seam between an article and the part behind it.  False, and nothing is set: there is
 * none, as the part behind begins with a paragraph of its own. */
bool parts_seam(const struct issue *issue, size_t article, struct seam *seam);

/* The passage that goes on in a passage, which begins a later part; NPOS: it begins with
 * itself. */
size_t parts_passage_before(const struct issue *issue, size_t passage);

/* How many articles are later parts.  Another number tells that parts were joined. */
size_t parts_joined(const struct issue *issue);

/* The characters of an article and of all parts behind it. */
size_t parts_chars(const struct issue *issue, size_t article);

#endif
