/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/page_chars.h"

#include <stdlib.h>
#include <string.h>

void page_chars_init(struct page_chars *page)
{
	memset(page, 0, sizeof *page);
	arena_init(&page->arena);
}

void page_chars_release(struct page_chars *page)
{
	free(page->chars);
	free(page->shapes);
	free(page->faces);
	arena_release(&page->arena);
	page_chars_init(page);
}

static void *copy_of(const void *items, size_t bytes)
{
	void *copy = mem_alloc(bytes);

	if (bytes)
		memcpy(copy, items, bytes);
	return copy;
}

void page_chars_copy(struct page_chars *copy, const struct page_chars *page)
{
	*copy = *page;
	copy->chars = copy_of(page->chars, page->count * sizeof *page->chars);
	copy->shapes =
		copy_of(page->shapes, page->shape_count * sizeof *page->shapes);
	copy->faces =
		copy_of(page->faces, page->face_count * sizeof *page->faces);
	copy->cap = page->count;
	copy->shape_cap = page->shape_count;
	copy->face_cap = page->face_count;
	arena_init(&copy->arena);
}
