/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/clean.h"

#include "base/mem.h"
#include "load/place/char_kind.h"
#include "load/place/place_weights.h"
#include "load/place/size_class.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define CHAIN_MOST 64 /* equal characters of a cell that are compared */

static bool is_on_page(const struct page_chars *page, const struct page_char *c)
{
	float x = (c->box.x0 + c->box.x1) / 2, y = (c->box.y0 + c->box.y1) / 2;

	return x >= -CLEAN_OUTSIDE_PT &&
	       x <= page->width_pt + CLEAN_OUTSIDE_PT &&
	       y >= -CLEAN_OUTSIDE_PT &&
	       y <= page->height_pt + CLEAN_OUTSIDE_PT;
}

static void clean_outside(struct page_chars *page)
{
	size_t kept = 0;

	for (size_t i = 0; i < page->count; i++) {
		const struct page_char *c = &page->chars[i];

		assert(c->em_pt > 0 && c->face < page->face_count &&
		       isfinite(c->box.x0 + c->box.x1) &&
		       isfinite(c->box.y0 + c->box.y1));
		if (is_on_page(page, c))
			page->chars[kept++] = *c;
	}
	page->count = kept;
}

/* ------------------------------------------------------------------------ em */

struct face_sizes {
	size_t han, narrow, wide; /* ideographs, and those out of bounds */
	float *ratios;            /* owned, if the face is measured */
	size_t ratio_count;
};

/* Advance by em of an upright ideograph, or 0. */
static float advance_ratio(const struct page_char *c)
{
	return c->turn == TURN_NONE && char_is_han(c->code)
	               ? (c->box.x1 - c->box.x0) / c->em_pt
	               : 0;
}

/* The first quarter of the ideographs of a face is not as wide as it is high: the size
 * that the file gives is not that of the type.  The quarter, as squeezed type is wider. */
static bool size_is_wrong(const struct face_sizes *sizes)
{
	return sizes->han && (sizes->narrow > sizes->han / 4 ||
	                      sizes->wide >= sizes->han - sizes->han / 4);
}

static int compare_floats(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return (x > y) - (x < y);
}

static void measure_faces(const struct page_chars *page,
                          struct face_sizes *sizes)
{
	for (size_t i = 0; i < page->count; i++) {
		struct face_sizes *face = &sizes[page->chars[i].face];
		float ratio = advance_ratio(&page->chars[i]);

		face->han += ratio > 0;
		face->narrow += ratio > 0 && ratio < CLEAN_EM_LEAST;
		face->wide += ratio > CLEAN_EM_MOST;
	}
	for (size_t i = 0; i < page->count; i++) {
		struct face_sizes *face = &sizes[page->chars[i].face];
		float ratio;

		if (!size_is_wrong(face))
			continue;
		ratio = advance_ratio(&page->chars[i]);
		if (ratio <= 0)
			continue;
		if (!face->ratios)
			face->ratios = mem_alloc(face->han * sizeof(float));
		face->ratios[face->ratio_count++] = ratio;
	}
}

static void char_resize(struct page_char *c, float ratio)
{
	c->em_pt *= ratio;
	if (c->turn == TURN_NONE) {
		c->box.y0 = c->baseline_pt - CHAR_ASCENT_EM * c->em_pt;
		c->box.y1 = c->box.y0 + c->em_pt;
	}
}

static void clean_sizes(struct page_chars *page)
{
	struct face_sizes *sizes = mem_alloc(page->face_count * sizeof *sizes);

	measure_faces(page, sizes);
	for (size_t i = 0; i < page->face_count; i++)
		if (sizes[i].ratios)
			qsort(sizes[i].ratios, sizes[i].ratio_count,
			      sizeof(float), compare_floats);
	for (size_t i = 0; i < page->count; i++) {
		const struct face_sizes *face = &sizes[page->chars[i].face];

		if (face->ratios)
			char_resize(&page->chars[i],
			            face->ratios[face->ratio_count / 4]);
	}
	for (size_t i = 0; i < page->face_count; i++)
		free(sizes[i].ratios);
	free(sizes);
}

/* -------------------------------------------------------------- printed twice */

/* Characters by code and cell of their place, chained. */
struct twins {
	uint32_t *heads, *next; /* owned; index + 1 of a character, or 0 */
	size_t mask;
};

static uint32_t *twins_head(struct twins *twins, uint32_t code, int level,
                            int64_t x, int64_t y)
{
	uint64_t hash = code + 31 * (uint64_t)level;

	hash = (hash ^ (uint64_t)x) * 0x9e3779b97f4a7c15u;
	hash = (hash ^ hash >> 29 ^ (uint64_t)y) * 0x9e3779b97f4a7c15u;
	return &twins->heads[(hash ^ hash >> 32) & twins->mask];
}

static bool is_twin(const struct page_char *a, const struct page_char *b)
{
	float near = CLEAN_TWICE_EM * b->em_pt;
	float advance = CLEAN_TWICE_ADVANCE * (b->box.x1 - b->box.x0);

	return a->code == b->code &&
	       fabsf(a->box.x0 - b->box.x0) < fminf(near, advance) &&
	       fabsf(a->box.y0 - b->box.y0) < near &&
	       fabsf(a->em_pt - b->em_pt) < CLEAN_TWICE_SIZE * b->em_pt;
}

/* The twin of `c` among the characters of a cell, or NULL. */
static struct page_char *twin_in(struct page_chars *page,
                                 const struct twins *twins, uint32_t at,
                                 const struct page_char *c)
{
	for (int seen = 0; at && seen < CHAIN_MOST; seen++) {
		if (is_twin(&page->chars[at - 1], c))
			return &page->chars[at - 1];
		at = twins->next[at - 1];
	}
	return NULL;
}

static struct page_char *twin_of(struct page_chars *page, struct twins *twins,
                                 const struct page_char *c)
{
	float near = CLEAN_TWICE_EM * c->em_pt;
	int last = size_class_of(c->em_pt * (1 + CLEAN_TWICE_SIZE));
	struct page_char *twin = NULL;

	for (int level = size_class_of(c->em_pt * (1 - CLEAN_TWICE_SIZE));
	     level <= last; level++) {
		int64_t x1 = size_class_cell(c->box.x0 + near, level);
		int64_t y1 = size_class_cell(c->box.y0 + near, level);

		for (int64_t x = size_class_cell(c->box.x0 - near, level);
		     x <= x1; x++)
			for (int64_t y =
			             size_class_cell(c->box.y0 - near, level);
			     y <= y1 && !twin; y++)
				twin = twin_in(page, twins,
				               *twins_head(twins, c->code,
				                           level, x, y),
				               c);
	}
	return twin;
}

static void twins_add(struct page_chars *page, struct twins *twins, size_t at)
{
	const struct page_char *c = &page->chars[at];
	int level = size_class_of(c->em_pt);
	uint32_t *head = twins_head(twins, c->code, level,
	                            size_class_cell(c->box.x0, level),
	                            size_class_cell(c->box.y0, level));

	twins->next[at] = *head;
	*head = (uint32_t)at + 1;
}

/* `over` was drawn over its twin. */
static void twin_merge(struct page_char *twin, const struct page_char *over)
{
	float apart = fabsf(twin->box.x0 - over->box.x0) +
	              fabsf(twin->box.y0 - over->box.y0);

	twin->bold = twin->bold || over->bold ||
	             (apart > CLEAN_BOLD_EM * over->em_pt &&
	              apart < CLEAN_TWICE_EM * over->em_pt);
	if (!over->hidden)
		twin->rgb = over->rgb;
	twin->hidden = twin->hidden && over->hidden;
}

static void clean_twins(struct page_chars *page)
{
	struct twins twins = { .mask = 63 };
	size_t kept = 0;

	while (twins.mask < 2 * page->count)
		twins.mask = 2 * twins.mask + 1;
	twins.heads = mem_alloc((twins.mask + 1) * sizeof *twins.heads);
	twins.next = mem_alloc(page->count * sizeof *twins.next);
	for (size_t i = 0; i < page->count; i++) {
		struct page_char c = page->chars[i];
		struct page_char *twin = twin_of(page, &twins, &c);

		if (twin) {
			twin_merge(twin, &c);
			continue;
		}
		page->chars[kept] = c;
		twins_add(page, &twins, kept++);
	}
	page->count = kept;
	free(twins.heads);
	free(twins.next);
}

void page_clean(struct page_chars *page)
{
	clean_outside(page);
	clean_sizes(page);
	clean_twins(page);
}
