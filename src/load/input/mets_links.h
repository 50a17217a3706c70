/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_METS_LINKS_H
#define LOAD_INPUT_METS_LINKS_H

#include "load/input/mets_parts.h"
#include "load/input/xml.h"

/*
 * The links of a METS file (structLink) from articles of its logical structure to areas
 * of its physical structure: each group names a div of an article and divs of areas.
 */

/* An area of the physical structure and the div in which it stands. */
struct mets_linked_area {
	struct str div; /* id; in the arena */
	struct mets_area area;
};

/* One end of a link. */
struct mets_link {
	size_t group;
	struct str div; /* id; in the arena */
};

struct mets_links {
	struct mets *mets;              /* borrowed */
	struct mets_linked_area *areas; /* owned */
	size_t area_count, area_cap;
	struct mets_link *links; /* owned; group by group */
	size_t count, cap;
	size_t groups;
};

void mets_links_init(struct mets_links *links, struct mets *mets);
void mets_links_release(struct mets_links *links);

/* An area stands in the div `div` of the physical structure. */
void mets_links_add_area(struct mets_links *links, struct str div,
                         const struct mets_area *area);

/* A group begins: smLinkGrp, or smLink with its two ends. */
void mets_links_begin(struct mets_links *links,
                      const struct xml_element *element);

/* The group names the div "#ID". */
void mets_links_add(struct mets_links *links, struct str href);

/* Gives articles that have no area of their own the areas that are linked to them. */
void mets_links_resolve(struct mets_links *links);

#endif
