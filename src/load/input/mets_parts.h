/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_METS_PARTS_H
#define LOAD_INPUT_METS_PARTS_H

#include "base/mem.h"
#include "issue/issue.h"

#include <stddef.h>

/*
 * What the file of a package, METS or DIDL, says of a newspaper issue: its page files, and the articles that the
 * library has marked in them, as passages made of areas of the pages.  Areas come from
 * the logical structure, or, where its articles are empty, from the links between them
 * and areas of the physical structure (structLink).
 */

struct mets_page {
	struct str id, href; /* of the file; in the arena */
	struct str label;    /* ORDERLABEL of its div; in the arena */
};

/* An area of a page: the element `begin` of its file, or those from `begin` to `end`. */
struct mets_area {
	size_t article; /* index, or NPOS: furniture of the page */
	size_t passage; /* areas of one passage have one number */
	enum role role;
	struct str file;       /* id of a page file */
	struct str begin, end; /* ids in that file; `end` may be empty */
	size_t order;          /* as in the file */
};

struct mets_article {
	enum kind kind;
	struct str id; /* of its div; in the arena */
	/* Its headline, which stands in its first areas where these are that text,
	 * word by word; in the arena; empty: not known, or the areas have roles. */
	struct str title;
	size_t last_part; /* for who adds its passages: its last part so far, an
	                   * index of stated articles; NPOS */
};

struct mets {
	/* Of the issue, by MODS; in the arena; may be empty. */
	struct str title, date, volume, issue_number;
	struct mets_page *pages; /* owned; in the order of the pages */
	size_t page_count, page_cap;
	struct mets_article *articles; /* owned */
	size_t article_count, article_cap;
	struct mets_area *areas; /* owned; article by article, furniture last */
	size_t area_count, area_cap;
	struct arena arena;
};

#endif
