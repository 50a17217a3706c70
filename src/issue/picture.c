/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/picture.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

void page_pictures_release(struct page_pictures *pictures)
{
	for (size_t i = 0; i < pictures->count; i++)
		free(pictures->items[i].pixels.rgb);
	free(pictures->items);
	*pictures = (struct page_pictures){ 0 };
}

/* What two stretches share, or 0. */
static float shared(float a, float a_length, float b, float b_length)
{
	return fmaxf(0, fminf(a + a_length, b + b_length) - fmaxf(a, b));
}

const struct picture *page_pictures_at(const struct page_pictures *pictures,
                                       float left_pt, float top_pt,
                                       float width_pt, float height_pt)
{
	const struct picture *best = NULL;
	float most = .5f;

	for (size_t i = 0; i < pictures->count; i++) {
		const struct picture *p = &pictures->items[i];
		float both =
			shared(p->left_pt, p->width_pt, left_pt, width_pt) *
			shared(p->top_pt, p->height_pt, top_pt, height_pt);
		float all = p->width_pt * p->height_pt + width_pt * height_pt -
		            both;

		if (both > most * all) {
			most = both / all;
			best = p;
		}
	}
	return best;
}

/* Pixels [*from, *end) of `count` that lie in the shares [a, b]. */
static void pixels_between(double a, double b, int count, int *from, int *end)
{
	double middle = (a + b) / 2 * count;

	*from = (int)fmax(0, fmin(round(a * count), floor(middle)));
	*end = (int)fmin(count, fmax(round(b * count), floor(middle) + 1));
	if (*from >= count)
		*from = count - 1;
	if (*end <= *from)
		*end = *from + 1;
}

uint32_t pixels_mean(const struct pixels *pixels, double x0, double x1,
                     double y0, double y1)
{
	uint64_t red = 0, green = 0, blue = 0, count = 0;
	int col, end_col, row, end_row;

	assert(pixels->cols > 0 && pixels->rows > 0);
	pixels_between(x0, x1, pixels->cols, &col, &end_col);
	pixels_between(y0, y1, pixels->rows, &row, &end_row);
	for (int y = row; y < end_row; y++)
		for (int x = col; x < end_col; x++) {
			uint32_t rgb = pixels->rgb[y * pixels->cols + x];

			red += rgb >> 16 & 0xff;
			green += rgb >> 8 & 0xff;
			blue += rgb & 0xff;
			count++;
		}
	return (uint32_t)(red / count << 16 | green / count << 8 |
	                  blue / count);
}
