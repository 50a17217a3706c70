/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PLACEMENT_H
#define LOAD_PLACE_PLACEMENT_H

#include "base/mem.h"
#include "base/str.h"
#include "issue/issue.h"
#include "load/place/page_chars.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * What placing a page gives: its lines in reading order, what each of them is, and the
 * articles that they make.
 */

/* What a line is.  The order is that of an article, with matter of the page last. */
enum placed_role {
	PLACED_HEAD, /* kicker, head or deck */
	PLACED_BYLINE,
	PLACED_SALUTATION,
	PLACED_TEXT,
	PLACED_SUBHEAD,
	PLACED_CLOSING,
	PLACED_SIGNATURE,
	PLACED_DATE,
	PLACED_JUMP,
	PLACED_QUOTE,
	PLACED_CAPTION,
	PLACED_FURNITURE
};

struct placement_line {
	struct str text; /* in the arena; not empty */
	struct line_box box;
	enum placed_role role;
	bool begins;    /* the first line of its paragraph, head, quote … */
	size_t article; /* index, or NPOS: furniture */
	size_t column;  /* of the article, from 0; NPOS: in none */
	size_t line;    /* of the page: its index among its lines */
	size_t source;  /* of the placing: the line it is, or a part of it */
};

struct placement_article {
	struct range
		lines; /* of the placement: heads, text by columns, the rest */
	float margin;  /* as in struct placed_article */
	size_t unsure; /* the first line of that column; NPOS: none */
	/* What it would cost more if the article were part of the one before; 0:
	 * nothing was compared. */
	float begin_margin;
};

struct placement {
	float width_pt, height_pt;
	bool vertical;
	bool is_scan; /* by scan_page.h: its furniture is known by its place alone */
	struct placement_line *lines; /* owned */
	size_t line_count, line_cap;
	struct placement_article *articles; /* owned; in reading order */
	size_t article_count, article_cap;
	struct page_mark *marks; /* owned; rules, boxes and pictures */
	size_t mark_count, mark_cap;
	struct arena arena;
};

void placement_init(struct placement *placement);
void placement_release(struct placement *placement);

#endif
