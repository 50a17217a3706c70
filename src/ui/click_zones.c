/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/click_zones.h"

void click_zones_clear(struct click_zones *zones)
{
	zones->count = 0;
}

void click_zones_add(struct click_zones *zones, int row, int col, int cols,
                     uint32_t key)
{
	if (key && cols > 0 && zones->count < CLICK_ZONES_MOST)
		zones->items[zones->count++] =
			(struct click_zone){ row, col, col + cols, key };
}

uint32_t click_zones_key(const struct click_zones *zones, int row, int col)
{
	for (size_t i = 0; i < zones->count; i++) {
		const struct click_zone *zone = &zones->items[i];

		if (zone->row == row && col >= zone->col && col < zone->end_col)
			return zone->key;
	}
	return 0;
}
