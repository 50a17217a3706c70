/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_LIST_MARK_H
#define LOAD_LINES_LIST_MARK_H

#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/* The mark before an item of a list. */
struct list_mark {
	unsigned
		form; /* marks of one list have one form; 0: there is no mark */
	size_t number;   /* of the item; 0: the mark has none */
	bool is_running; /* such words stand in running text as well: 一是 */
	bool of_lists;   /* it is a dash or a small dot, as no headline has */
};

/* The mark with which a line begins: a bullet (CUE_BULLET), a number (CUE_ITEM), a dash
 * before a blank or an ideograph, a small dot. */
struct list_mark list_mark_read(const struct printed_line *line);

#endif
