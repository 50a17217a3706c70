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
