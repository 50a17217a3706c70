/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/page_spread.h"

#include "base/mem.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

#define FOLIO_DIGITS 3 /* of the longest folio */

static float middle_x(const struct page_char *c)
{
	return (c->box.x0 + c->box.x1) / 2;
}

static bool is_digit(uint32_t code)
{
	return (code >= '0' && code <= '9') ||
	       (code >= 0xff10 && code <= 0xff19);
}

static bool is_near(const struct page_char *a, const struct page_char *b)
{
	float em = fmaxf(a->em_pt, b->em_pt);

	return fabsf(a->baseline_pt - b->baseline_pt) < SPREAD_SHIFT_EM * em &&
	       fmaxf(a->box.x0, b->box.x0) - fminf(a->box.x1, b->box.x1) <
	               SPREAD_GAP_EM * em;
}

/* Is character `i` the beginning of a number of one to three digits?  Digits of one
 * number follow each other in the file. */
static bool is_folio(const struct page_chars *page, size_t i)
{
	const struct page_char *chars = page->chars;
	size_t end = i;

	if (i && is_digit(chars[i - 1].code) &&
	    is_near(&chars[i - 1], &chars[i]))
		return false;
	while (end < page->count && is_digit(chars[end].code) &&
	       (end == i || is_near(&chars[end - 1], &chars[end])))
		end++;
	return end > i && end - i <= FOLIO_DIGITS;
}

/* Has a half of the sheet a number above or below its text, near its outer edge? */
static bool has_folio(const struct page_chars *page, bool right)
{
	float half = page->width_pt / 2, edge = SPREAD_EDGE * page->height_pt;

	for (size_t i = 0; i < page->count; i++) {
		const struct page_char *c = &page->chars[i];
		float outer =
			right ? page->width_pt - middle_x(c) : middle_x(c);

		if (outer < SPREAD_OUTER * half &&
		    (c->box.y1 < edge || c->box.y0 > page->height_pt - edge) &&
		    is_folio(page, i))
			return true;
	}
	return false;
}

/* The height of the page in slices of a point. */
static size_t slice_of(const struct page_chars *page, float y)
{
	float most = ceilf(page->height_pt);

	return (size_t)fminf(fmaxf(y, 0), most);
}

/* Where the characters right of the middle begin, by the slice of their baseline. */
static float *right_begins(const struct page_chars *page)
{
	size_t count = slice_of(page, page->height_pt) + 1;
	float *begins = mem_alloc(count * sizeof *begins);

	for (size_t i = 0; i < count; i++)
		begins[i] = page->width_pt;
	for (size_t i = 0; i < page->count; i++) {
		const struct page_char *c = &page->chars[i];
		size_t slice = slice_of(page, c->baseline_pt);

		if (c->box.x0 >= page->width_pt / 2)
			begins[slice] = fminf(begins[slice], c->box.x0);
	}
	return begins;
}

/* Does a line of text run across the middle: a character that stands on it, or two beside
 * it that are of one line? */
static bool is_crossed(const struct page_chars *page)
{
	float half = page->width_pt / 2;
	float *begins = right_begins(page);
	bool crossed = false;

	for (size_t i = 0; i < page->count && !crossed; i++) {
		const struct page_char *c = &page->chars[i];
		float shift =
			fminf(SPREAD_SHIFT_EM * c->em_pt, SPREAD_SHIFT_MOST_PT);
		size_t last = slice_of(page, c->baseline_pt + shift);

		crossed = c->box.x0 < half && c->box.x1 > half;
		if (c->box.x0 >= half ||
		    c->box.x1 < half - SPREAD_GAP_EM * c->em_pt)
			continue;
		for (size_t slice = slice_of(page, c->baseline_pt - shift);
		     slice <= last && !crossed; slice++)
			crossed = begins[slice] - c->box.x1 <
			          SPREAD_GAP_EM * c->em_pt;
	}
	free(begins);
	return crossed;
}

/* A copy of the page without characters and shapes. */
static void copy_page(struct page_chars *copy, const struct page_chars *page)
{
	page_chars_init(copy);
	copy->number = page->number;
	copy->width_pt = page->width_pt;
	copy->height_pt = page->height_pt;
	copy->is_damaged = page->is_damaged;
	copy->is_cut = page->is_cut;
	for (size_t i = 0; i < page->face_count; i++) {
		struct page_face face = page->faces[i];

		face.name.ptr = arena_copy_text(&copy->arena, face.name.ptr,
		                                face.name.len);
		*ARRAY_ADD(copy->faces, copy->face_count, copy->face_cap) =
			face;
	}
}

/* Keeps the characters of one half, moved so that it begins at 0. */
static void keep_chars(struct page_chars *page, float half, bool right)
{
	float move = right ? half : 0;
	size_t kept = 0;

	for (size_t i = 0; i < page->count; i++) {
		struct page_char c = page->chars[i];

		if ((middle_x(&c) >= half) != right)
			continue;
		c.box.x0 -= move;
		c.box.x1 -= move;
		page->chars[kept++] = c;
	}
	page->count = kept;
}

/* The same of shapes; those that stand in both halves are cut. */
static void keep_shapes(struct page_chars *page, float half, bool right)
{
	float move = right ? half : 0;
	size_t kept = 0;

	for (size_t i = 0; i < page->shape_count; i++) {
		struct page_shape shape = page->shapes[i];
		float x0 = right ? fmaxf(shape.box.x0, half) : shape.box.x0;
		float x1 = right ? shape.box.x1 : fminf(shape.box.x1, half);

		if (x0 > x1)
			continue;
		if (x0 > shape.box.x0 || x1 < shape.box.x1)
			shape.pixels = NULL;
		shape.box.x0 = x0 - move;
		shape.box.x1 = x1 - move;
		page->shapes[kept++] = shape;
	}
	page->shape_count = kept;
}

static void keep_half(struct page_chars *page, float half, bool right)
{
	keep_chars(page, half, right);
	keep_shapes(page, half, right);
	page->width_pt = half;
}

bool page_spread_cut(struct page_chars *page, struct page_chars *right)
{
	float half = page->width_pt / 2;

	if (page->width_pt < SPREAD_ASPECT * page->height_pt ||
	    !has_folio(page, false) || !has_folio(page, true) ||
	    is_crossed(page))
		return false;
	copy_page(right, page);
	for (size_t i = 0; i < page->count; i++)
		*ARRAY_ADD(right->chars, right->count, right->cap) =
			page->chars[i];
	for (size_t i = 0; i < page->shape_count; i++)
		*ARRAY_ADD(right->shapes, right->shape_count,
		           right->shape_cap) = page->shapes[i];
	keep_half(page, half, false);
	keep_half(right, half, true);
	return true;
}
