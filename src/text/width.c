/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/width.h"

#include "base/mem.h"

#include <assert.h>

static const struct {
	uint32_t first;
	enum width_class class;
} ranges[] = {
#include "text/width_table.inc"
};

enum width_class width_class(uint32_t c)
{
	size_t next;

	if (c >= 0x20 && c < 0x7f)
		return CLASS_NARROW;
	if (c >= 0x4e00 && c < 0x9f00)
		return CLASS_WIDE;
	if (c > 0x10ffff)
		return CLASS_HOSTILE;
	ARRAY_FIND(next, ARRAY_LEN(ranges), ranges[next].first <= c);
	assert(next); /* the first range begins at 0 */
	return ranges[next - 1].class;
}
