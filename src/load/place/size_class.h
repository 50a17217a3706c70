/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_SIZE_CLASS_H
#define LOAD_PLACE_SIZE_CLASS_H

#include <assert.h>
#include <stdint.h>
#include <string.h>

/*
 * Sizes of type by powers of two, for buckets by place: class n has the type from 2^n up
 * to 2^(n + 1) points, and cells of 2^n points.  Each character is asked for several
 * times, so both are a few instructions on the bits of a float (IEEE 754, binary32).
 */

#define SIZE_CLASS_LEAST (-6) /* also of smaller type */

#define FLOAT_EXPONENT_AT   23 /* bits of the fraction */
#define FLOAT_EXPONENT_BIAS 127

static inline int size_class_of(float em_pt)
{
	uint32_t bits;
	int exponent;

	assert(em_pt >= 0);
	memcpy(&bits, &em_pt, sizeof bits);
	exponent = (int)(bits >> FLOAT_EXPONENT_AT) - FLOAT_EXPONENT_BIAS;
	return exponent < SIZE_CLASS_LEAST ? SIZE_CLASS_LEAST : exponent;
}

/* The cell of a place, in points: at / 2^size_class, rounded down; beyond 2^62 the last
 * one. */
static inline int64_t size_class_cell(float at_pt, int size_class)
{
	uint32_t bits = (uint32_t)(FLOAT_EXPONENT_BIAS - size_class)
	                << FLOAT_EXPONENT_AT;
	const float most = 0x1p62f;
	float scale, cell;
	int64_t whole;

	assert(size_class >= SIZE_CLASS_LEAST &&
	       size_class < FLOAT_EXPONENT_BIAS);
	memcpy(&scale, &bits, sizeof scale);
	cell = at_pt * scale;
	if (!(cell > -most && cell < most))
		return cell < 0 ? -((int64_t)1 << 62) : (int64_t)1 << 62;
	whole = (int64_t)cell;
	return whole - ((float)whole > cell);
}

#endif
