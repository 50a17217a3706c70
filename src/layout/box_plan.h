/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_BOX_PLAN_H
#define LAYOUT_BOX_PLAN_H

#include "issue/issue.h"
#include "layout/block_lines.h"
#include "layout/column_flow.h"
#include "layout/page_pack.h"
#include "layout/printed_columns.h"

#include <stdbool.h>
#include <stddef.h>

struct page_line;
struct page_lines;

/* The box of an article on its way (article_box.h): its lines, its bands, its shapes. */

/* Text of about one column width is a band. */
#define BAND_SAME_EM 1.6

/* A column has so many lines, where no columns were printed. */
#define ARTICLE_BOX_LEAST_ROWS 4

struct box_band {
	struct column_flow flow;
	bool is_table;
	size_t printed_columns; /* printed_columns.h; 0: not known */
};

struct article_box {
	size_t article;                /* index */
	struct page_lines *page_lines; /* borrowed */
	struct page_line **lines; /* owned; of the text, in printed order */
	size_t line_count;
	size_t *heads; /* owned; passages across the columns, in order */
	size_t head_count;
	struct box_band *bands; /* owned */
	size_t band_count, band_cap;
	bool has_columns; /* else its lines stand below each other */
	struct pack_shape shapes[FLOW_COLUMNS_MOST]; /* from narrow to wide */
	size_t shape_count;
};

/* The page for which boxes are made. */
struct box_page {
	struct page_lines *lines;
	const struct block_lines *block_lines; /* of the page */
	int cols;                              /* its width, >= 1 */
};

/* The lines of a band, while bands are found. */
struct band_lines {
	struct range lines; /* indices into box->lines */
	bool is_table;
	double measure_em; /* the most of its blocks; 0: not known */
	struct printed_columns printed;
};

#endif
