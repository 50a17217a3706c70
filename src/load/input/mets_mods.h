/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_METS_MODS_H
#define LOAD_INPUT_METS_MODS_H

#include "load/input/mets_parts.h"

#include <stdbool.h>

/*
 * The descriptive sections of a METS file, in MODS or Dublin Core: the title of the paper,
 * the day of the issue and its numbers.  Sections that describe an article, a section, a picture or a
 * page say nothing of the issue; they are known by their ids, or by the divs of the logical
 * structure that refer to them, which come later.
 */

struct mets_description {
	struct str id, title, date; /* in the arena */
	struct str volume, issue_number;
	bool is_of_part;
};

struct mets_mods {
	struct mets *mets;              /* borrowed */
	struct mets_description *items; /* owned */
	size_t count, cap;
	struct str *parts; /* owned; ids of sections that describe a part */
	size_t part_count, part_cap;
	bool is_open;
	enum mods_text {
		MODS_NONE,
		MODS_TITLE,
		MODS_DATE,
		MODS_VOLUME,
		MODS_ISSUE,
		MODS_PART /* of a title: both, or the number of the issue */
	} wanted;         /* what the text that is read is */
	enum mods_text detail; /* what a number in the open detail is */
	struct buf text;
};

void mets_mods_init(struct mets_mods *mods, struct mets *mets);
void mets_mods_release(struct mets_mods *mods);

/* A section begins or ends; an element in it begins, which has this attribute `type`, or
 * ends; text of it. */
void mets_mods_begin_section(struct mets_mods *mods, struct str id);
void mets_mods_end_section(struct mets_mods *mods);
void mets_mods_begin(struct mets_mods *mods, struct str name, struct str type);
void mets_mods_text(struct mets_mods *mods, struct str text);
void mets_mods_end(struct mets_mods *mods);

/* The sections with these ids, parted by spaces, describe a part of the issue. */
void mets_mods_set_part(struct mets_mods *mods, struct str ids);

/* Sets the title, the date and the numbers of the issue to the first of its own.
 * O(n log n). */
void mets_mods_resolve(struct mets_mods *mods);

#endif
