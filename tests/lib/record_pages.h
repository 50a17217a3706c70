/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_LIB_RECORD_PAGES_H
#define TESTS_LIB_RECORD_PAGES_H

#include "base/str.h"
#include "load/place/page_chars.h"

#include <stddef.h>

/* The pages of records (load/input/records.h) that a test holds or a file has. */
struct record_pages {
	struct page_chars *items; /* owned, as is each */
	size_t count, cap;
};

/* All pages of the text. */
void record_pages_init(struct record_pages *pages, struct str records);

/* All pages of the file; a file that cannot be read ends the test. */
void record_pages_read(struct record_pages *pages, const char *path);

void record_pages_release(struct record_pages *pages);

#endif
