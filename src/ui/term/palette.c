/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/palette.h"

#include "base/mem.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define CUBE_FIRST   16
#define CUBE_SIDE    6
#define GREY_FIRST   232
#define GREYS        24
#define DIRECT_LEAST 8 /* smaller numbers are the colours of ANSI */

/* Where pairs are looked for that may take the place of one without room. */
#define LIKE_MOST 256

static int channel(uint32_t rgb, int of)
{
	return (int)(rgb >> (16 - 8 * of) & 0xff);
}

/* How far two colours are from each other; the eye sees green best, and blue least. */
static int distance(uint32_t a, uint32_t b)
{
	int red = channel(a, 0) - channel(b, 0);
	int green = channel(a, 1) - channel(b, 1);
	int blue = channel(a, 2) - channel(b, 2);

	return 3 * red * red + 4 * green * green + 2 * blue * blue;
}

static int nearest_of_ansi(uint32_t rgb)
{
	static const uint32_t colours[] = {
		0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd,
		0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00,
		0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
	};
	int best = 0;

	for (int i = 1; i < (int)ARRAY_LEN(colours); i++)
		if (distance(rgb, colours[i]) < distance(rgb, colours[best]))
			best = i;
	return best;
}

/* The nearest of the levels 0, 95, 135, …, 255 of the cube. */
static int cube_level(int value)
{
	return value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40;
}

static uint32_t cube_value(int level)
{
	return level ? 55 + 40 * (uint32_t)level : 0;
}

static int nearest_of_256(uint32_t rgb)
{
	int red = cube_level(channel(rgb, 0));
	int green = cube_level(channel(rgb, 1));
	int blue = cube_level(channel(rgb, 2));
	uint32_t cube = cube_value(red) << 16 | cube_value(green) << 8 |
	                cube_value(blue);
	int mean = (channel(rgb, 0) + channel(rgb, 1) + channel(rgb, 2)) / 3;
	int step = (mean - 3) / 10;
	uint32_t grey;

	step = step < 0 ? 0 : step >= GREYS ? GREYS - 1 : step;
	grey = (8 + 10 * (uint32_t)step) * 0x10101;
	if (distance(rgb, grey) < distance(rgb, cube))
		return GREY_FIRST + step;
	return CUBE_FIRST + (red * CUBE_SIDE + green) * CUBE_SIDE + blue;
}

int palette_nearest(uint32_t rgb, int colours)
{
	if (colours >= PALETTE_DIRECT)
		return rgb < DIRECT_LEAST ? DIRECT_LEAST : (int)rgb;
	return colours >= 256 ? nearest_of_256(rgb) : nearest_of_ansi(rgb);
}

uint32_t palette_rgb(int number)
{
	int place = number - CUBE_FIRST;

	assert(number >= CUBE_FIRST && number < GREY_FIRST + GREYS);
	if (number >= GREY_FIRST)
		return (8 + 10 * (uint32_t)(number - GREY_FIRST)) * 0x10101;
	return cube_value(place / CUBE_SIDE / CUBE_SIDE) << 16 |
	       cube_value(place / CUBE_SIDE % CUBE_SIDE) << 8 |
	       cube_value(place % CUBE_SIDE);
}

double palette_luminance(uint32_t rgb)
{
	static const double weights[] = { .2126, .7152, .0722 };
	double luminance = 0;

	for (int i = 0; i < 3; i++) {
		double value = channel(rgb, i) / 255.0;

		luminance +=
			weights[i] *
			(value <= .04045 ? value / 12.92
		                         : pow((value + .055) / 1.055, 2.4));
	}
	return luminance;
}

double palette_contrast(uint32_t a, uint32_t b)
{
	double first = palette_luminance(a) + .05;
	double second = palette_luminance(b) + .05;

	return first > second ? first / second : second / first;
}

void colour_pairs_init(struct colour_pairs *pairs, size_t most)
{
	*pairs = (struct colour_pairs){ .most = most, .slot_count = 1 };
	while (pairs->slot_count < 2 * most + 1)
		pairs->slot_count *= 2;
	pairs->items = mem_alloc((most + 1) * sizeof *pairs->items);
	pairs->slots = mem_alloc(pairs->slot_count * sizeof *pairs->slots);
}

void colour_pairs_release(struct colour_pairs *pairs)
{
	free(pairs->items);
	free(pairs->slots);
	*pairs = (struct colour_pairs){ 0 };
}

void colour_pairs_begin(struct colour_pairs *pairs)
{
	if (pairs->count <= pairs->most / 4 * 3)
		return;
	pairs->count = 0;
	memset(pairs->slots, 0, pairs->slot_count * sizeof *pairs->slots);
}

/* A pair that may be shown for one that has no room. */
static size_t pair_like(const struct colour_pairs *pairs, int back)
{
	for (size_t i = 0; i < pairs->count && i < LIKE_MOST; i++)
		if (pairs->items[i].back == back)
			return i;
	return 0;
}

size_t colour_pairs_number(struct colour_pairs *pairs, int front, int back,
                           bool *is_new)
{
	uint32_t hash = (uint32_t)front * 2654435761u + (uint32_t)back * 40503u;
	size_t at = (hash ^ hash >> 15) & (pairs->slot_count - 1);

	assert(pairs->most > 0);
	*is_new = false;
	for (; pairs->slots[at]; at = (at + 1) & (pairs->slot_count - 1)) {
		const struct colour_pair *pair =
			&pairs->items[pairs->slots[at] - 1];

		if (pair->front == front && pair->back == back)
			return pairs->slots[at] - 1;
	}
	if (pairs->count == pairs->most)
		return pair_like(pairs, back);
	*is_new = true;
	pairs->items[pairs->count] = (struct colour_pair){ front, back };
	pairs->slots[at] = (uint32_t)++pairs->count;
	return pairs->count - 1;
}
