/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_PICTURE_H
#define ISSUE_PICTURE_H

#include <stddef.h>
#include <stdint.h>

/*
 * What the pictures of a page show, reduced to few pixels.  They are no part of the issue:
 * they are read when a page is looked at (load/pictures.h).
 */

/* As many as PIXELS_MOST columns and rows. */
#define PIXELS_MOST 160

/* Pixels row by row, from the top left, as 0xrrggbb.  Each covers an equal part. */
struct pixels {
	int cols, rows; /* 0: there are none */
	uint32_t *rgb;  /* cols * rows */
};

/* A picture and where it stands on its page, as in struct page_mark. */
struct picture {
	float left_pt, top_pt, width_pt, height_pt;
	struct pixels pixels; /* owned */
};

struct page_pictures {
	struct picture *items; /* owned */
	size_t count, cap;
};

void page_pictures_release(struct page_pictures *pictures);

/* The picture that stands in this place, or NULL: the one that shares most with it, and
 * more than half of what both cover. */
const struct picture *page_pictures_at(const struct page_pictures *pictures,
                                       float left_pt, float top_pt,
                                       float width_pt, float height_pt);

/* The mean colour of the pixels in a rectangle, in shares of the whole from 0 to 1; it
 * has at least the pixel that holds its middle.  There have to be pixels. */
uint32_t pixels_mean(const struct pixels *pixels, double x0, double x1,
                     double y0, double y1);

#endif
