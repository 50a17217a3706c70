/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record_pages.h"

#include "base/mem.h"
#include "load/input/records.h"
#include "load/input/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void record_pages_init(struct record_pages *pages, struct str text)
{
	struct records records;
	struct page_chars page;

	memset(pages, 0, sizeof *pages);
	records_init(&records);
	records_feed(&records, text);
	records_end(&records);
	while (records_next_page(&records, &page))
		*ARRAY_ADD(pages->items, pages->count, pages->cap) = page;
	records_release(&records);
}

void record_pages_read(struct record_pages *pages, const char *path)
{
	struct buf bytes;

	buf_init(&bytes);
	if (!source_read(&bytes, path, (size_t)64 << 20, NULL)) {
		perror(path);
		abort();
	}
	record_pages_init(pages, buf_str(&bytes));
	buf_release(&bytes);
}

void record_pages_release(struct record_pages *pages)
{
	for (size_t i = 0; i < pages->count; i++)
		page_chars_release(&pages->items[i]);
	free(pages->items);
	memset(pages, 0, sizeof *pages);
}
