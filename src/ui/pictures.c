/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pictures.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/pictures.h"

void pictures_init(struct pictures *pictures)
{
	*pictures = (struct pictures){ .wanted = NPOS };
	for (size_t i = 0; i < PICTURES_KEPT; i++)
		pictures->kept[i].page = NPOS;
}

void pictures_release(struct pictures *pictures)
{
	if (pictures->job)
		pictures_end(pictures->job, NULL);
	for (size_t i = 0; i < PICTURES_KEPT; i++)
		page_pictures_release(&pictures->kept[i].pictures);
	pictures_init(pictures);
}

static const struct page_pictures *
pictures_kept(const struct pictures *pictures, size_t page)
{
	for (size_t i = 0; i < PICTURES_KEPT; i++)
		if (pictures->kept[i].page == page)
			return &pictures->kept[i].pictures;
	return NULL;
}

const struct page_pictures *pictures_of_page(struct pictures *pictures,
                                             size_t page)
{
	pictures->wanted = page;
	return pictures_kept(pictures, page);
}

bool pictures_have_work(const struct pictures *pictures)
{
	return pictures->wanted != NPOS &&
	       !pictures_kept(pictures, pictures->wanted);
}

static void pictures_keep(struct pictures *pictures, size_t page,
                          struct page_pictures *got)
{
	size_t place = pictures->next++ % PICTURES_KEPT;

	page_pictures_release(&pictures->kept[place].pictures);
	pictures->kept[place].page = page;
	pictures->kept[place].pictures = *got;
}

bool pictures_work(struct pictures *pictures, const struct loader *loader)
{
	struct page_pictures got = { 0 };
	bool any;

	if (!pictures_have_work(pictures))
		return false;
	/* Those of a page that was left are not waited for. */
	if (pictures->job && pictures->job_page != pictures->wanted) {
		pictures_end(pictures->job, NULL);
		pictures->job = NULL;
	}
	if (!pictures->job) {
		pictures->job_page = pictures->wanted;
		pictures->job = pictures_begin(loader, pictures->job_page);
	}
	if (pictures->job && pictures_step(pictures->job))
		return false;
	if (pictures->job)
		pictures_end(pictures->job, &got);
	pictures->job = NULL;
	any = got.count > 0;
	pictures_keep(pictures, pictures->job_page, &got);
	return any;
}
