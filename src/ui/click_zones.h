/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_CLICK_ZONES_H
#define UI_CLICK_ZONES_H

#include <stddef.h>
#include <stdint.h>

/*
 * Parts of a screen on which a click does what a key does: the hints at the foot, the
 * figures of the bar, the answers to a question, what a question offers.  Who draws such a part adds its zone.
 */

#define CLICK_ZONES_MOST 96

struct click_zone {
	int row, col, end_col; /* cells [col, end_col) of the screen */
	uint32_t key;
};

struct click_zones {
	struct click_zone items[CLICK_ZONES_MOST];
	size_t count;
};

/* Before a screen is drawn anew. */
void click_zones_clear(struct click_zones *zones);

/* Adds `cols` cells; nothing where the key is 0, or no room is left. */
void click_zones_add(struct click_zones *zones, int row, int col, int cols,
                     uint32_t key);

/* The key of a cell; 0: it is in no zone. */
uint32_t click_zones_key(const struct click_zones *zones, int row, int col);

#endif
