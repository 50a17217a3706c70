/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_PAGE_XML_H
#define LOAD_INPUT_PAGE_XML_H

#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/xml.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The text of a file in PAGE (PRImA, 2010 to 2019): its lines in the order of ReadingOrder,
 * where that is given, with their boxes, at PAGE_XML_DPI pixels an inch.  The text of a line
 * is its own TextEquiv, else those of its words.  Articles are what the attribute custom
 * says, of a line or its region, as Transkribus has it:
 * custom="structure {id:a1; type:article;}".
 */

#define PAGE_XML_DPI 300.

struct page_xml_line {
	struct str text;     /* not empty; in the arena */
	struct str article;  /* id; in the arena; empty: of none */
	size_t region;       /* index */
	struct line_box box; /* width 0: its place is not known */
};

struct page_xml_region {
	struct str id, article; /* in the arena; may be empty */
	enum role role;         /* by its type */
	size_t order; /* in ReadingOrder; those that are not there come last */
};

struct page_xml {
	float width_pt, height_pt;
	struct page_xml_line *lines; /* owned; in reading order */
	size_t line_count, line_cap;
	struct page_xml_region *regions; /* owned */
	size_t region_count, region_cap;
	struct str *order; /* owned; ids of regions in ReadingOrder */
	size_t order_count, order_cap;
	struct arena arena;
};

/* Reads a file, which is UTF-8; false as xml_read(). */
bool page_xml_read(struct page_xml *page, struct str bytes,
                   struct xml_damage *damage);
void page_xml_release(struct page_xml *page);

#endif
