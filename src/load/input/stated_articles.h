/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_STATED_ARTICLES_H
#define LOAD_INPUT_STATED_ARTICLES_H

#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The articles that input files state themselves, such as exports: for each passage
 * its role and the lines of the issue that it is made of.  Nothing about them is
 * estimated; load/build/stated_page.c makes articles of the issue of them.
 */

struct stated_passage {
	enum role role;
	struct range lines; /* indices into the issue's lines; none is blank */
	double measure_em;  /* the width of its column; 0: not stated */
};

struct stated_article {
	enum kind kind;
	size_t continues; /* the article of which it is a later part, or NPOS */
	bool is_continued;         /* another is its later part */
	bool has_head;             /* a line of its headline is among them */
	bool has_text;             /* running text is among its passages */
	bool unassigned;           /* text that the file has in no article */
	size_t page;               /* index of the page on which it stands */
	struct head_order printed; /* of its headline */
	struct range passages;     /* indices into stated_articles.passages */
};

struct stated_articles {
	struct stated_article *articles; /* owned; page by page */
	size_t article_count, article_cap;
	struct stated_passage
		*passages; /* owned; in the order of their lines */
	size_t passage_count, passage_cap;
	struct stated_passage *furniture; /* owned; of no article, as above */
	size_t furniture_count, furniture_cap;
};

/* The kind of an article that a file calls `name` (kind_name()); KIND_OTHER for a name
 * that is none. */
enum kind stated_kind_named(struct str name);

void stated_articles_release(struct stated_articles *stated);

/* An article begins on page `page` (index), not before that of the last one. */
void stated_articles_begin(struct stated_articles *stated, size_t page,
                           enum kind kind, const struct head_order *printed);

/* The last article is text that the file, which states articles, has in none. */
void stated_articles_set_unassigned(struct stated_articles *stated);

/* The last article is a later part of article `part` (index).  Nothing, where that does
 * not stand on a page before, or has a later part already. */
void stated_articles_continue(struct stated_articles *stated, size_t part);

/* Does the last article stand on page `page`? */
bool stated_articles_open_on(const struct stated_articles *stated, size_t page);

/* Adds line `line`, which is not blank and stands behind all lines added before, as a
 * passage of the last article, which stands on the page of the line.  A headline behind the
 * text of its article is a subhead, unless the article has no other. */
void stated_articles_add(struct stated_articles *stated, enum role role,
                         size_t line, double measure_em);

/* The same line is one more of the last passage. */
void stated_articles_extend(struct stated_articles *stated, size_t line);

/* Adds a line as furniture of its page; `role` is one of furniture. */
void stated_articles_add_furniture(struct stated_articles *stated,
                                   enum role role, size_t line);

/* The articles of page `page`, and its furniture: ranges of the two arrays. */
struct range stated_articles_of(const struct stated_articles *stated,
                                size_t page);
struct range stated_articles_furniture_of(const struct stated_articles *stated,
                                          const struct page *page);

/* Does a file state what stands on page `page` of the issue? */
bool stated_articles_have(const struct stated_articles *stated,
                          const struct issue *issue, size_t page);

#endif
