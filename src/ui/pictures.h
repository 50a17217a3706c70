/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_PICTURES_H
#define UI_PICTURES_H

#include "issue/picture.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * What the pictures of pages show, for the pages that were looked at last.  They are read
 * in the background, one page at a time, once the issue is loaded: text is never late for
 * them.
 */

struct loader;

#define PICTURES_KEPT 8 /* so many pages */

struct pictures {
	struct {
		size_t page; /* index, or NPOS */
		struct page_pictures pictures;
	} kept[PICTURES_KEPT];
	size_t next;   /* of kept: takes the place of the oldest */
	size_t wanted; /* the page that was looked at last, or NPOS */
	struct pictures_job *job; /* reads page job_page, or NULL */
	size_t job_page;
};

void pictures_init(struct pictures *pictures);
void pictures_release(struct pictures *pictures);

/* Those of a page, which is looked at now; NULL: they are not read yet. */
const struct page_pictures *pictures_of_page(struct pictures *pictures,
                                             size_t page);

/* Is something to be read? */
bool pictures_have_work(const struct pictures *pictures);

/* Reads for some milliseconds; true when that changed what a screen shows. */
bool pictures_work(struct pictures *pictures, const struct loader *loader);

#endif
