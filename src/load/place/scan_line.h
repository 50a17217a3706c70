/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_SCAN_LINE_H
#define LOAD_PLACE_SCAN_LINE_H

#include "base/str.h"
#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>

/* A line of a page that was scanned, as a program (OCR) has recognised it. */
struct scan_line {
	struct str text;     /* borrowed; not empty */
	struct line_box box; /* width 0: its place is not known */
	bool begins_block;   /* the program begins a block with it */
	bool in_margin;      /* it stands beside the print space */
	bool is_head;        /* the program says that it is of a headline */
};

/* The lines of a page in reading order. */
struct scan_page {
	const struct scan_line *lines; /* borrowed */
	size_t count;
	float width_pt, height_pt; /* 0: not known */
	bool blocks_are_found;     /* by scan_blocks.h, not by the program */
};

#endif
