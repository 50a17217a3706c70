/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_REFERENCE_H
#define EXPORT_REFERENCE_H

#include "base/str.h"
#include "issue/byline.h"
#include "issue/person_name.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/*
 * What is known of an article for a citation.  Nothing is invented: what the page does not
 * say is empty, and authors are those that a byline sets apart (issue/byline.h).  The text
 * is as it was printed, not neutralised.
 */
struct reference {
	struct buf title;          /* the head, without kicker and deck; or else
	                            * the first words of the article in brackets,
	                            * as catalogues supply a title */
	bool is_headed;            /* it is a head */
	struct buf byline;         /* as printed; empty: there is none */
	struct byline_names names; /* of the authors, if they are certain */
	struct str paper, date, volume, number; /* borrowed from the issue */
	struct buf pages; /* "2", "2, 4": of printed labels; empty: not known */
	const char *language; /* a BCP 47 tag; NULL: it cannot be told */
};

void reference_init(struct reference *reference, const struct issue *issue,
                    size_t article);
void reference_release(struct reference *reference);

/* The number of authors, and one of them. */
size_t reference_author_count(const struct reference *reference);
struct person_name reference_author(const struct reference *reference,
                                    size_t i);

/* The date as numbers: year, month, day.  Returns how many of them are known. */
size_t reference_date(const struct reference *reference, int numbers[3]);

/* Appends a name of the article that only letters, digits and hyphens make, and that no
 * other article of the issue has: "news-2020-02-19-p2-a14". */
void reference_add_key(struct buf *out, const struct reference *reference,
                       const struct issue *issue, size_t article);

/* Calls `add` with each line of what a note should say: where the article stands, the
 * byline if it gave no author, and what is a guess. */
void reference_each_note(const struct reference *reference,
                         const struct issue *issue, size_t article,
                         void (*add)(void *to, struct str line), void *to);

#endif
