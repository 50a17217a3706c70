/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_ALTO_SCAN_H
#define LOAD_INPUT_ALTO_SCAN_H

#include "issue/issue.h"
#include "load/place/scan_line.h"

#include <stdbool.h>
#include <stddef.h>

struct alto;

/* Lines of an ALTO file as those of a scanned page. */
struct alto_scan {
	struct scan_page page;
	struct scan_line *lines; /* owned */
	size_t *from;            /* owned; of each its line in the file */
};

/* Takes the lines of the file, which are of one page of it, but those that `is_used` (NULL:
 * none).  The file outlives `scan`. */
void alto_scan_init(struct alto_scan *scan, const struct alto *alto,
                    struct range lines, const bool *is_used);
void alto_scan_release(struct alto_scan *scan);

#endif
