/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_NUM_H
#define BASE_NUM_H

/* The smaller and the larger of two numbers; either where they are equal. */

static inline int smaller(int a, int b)
{
	return a < b ? a : b;
}

static inline int larger(int a, int b)
{
	return a > b ? a : b;
}

#endif
